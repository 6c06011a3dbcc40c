// SPDX-License-Identifier: Apache-2.0
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError, type ErrorCatalogue } from '#kernel/app-error';
import { fieldMessages } from './field-messages.ts';
import { languageOf, type Problem, problemOf } from './problem.ts';

type Limited = { readonly statusCode: 429; readonly retryAfter: number };

/** The one place where an error becomes an answer; what nobody expected is logged with the request's id and told as such. */
export function answerProblems(app: FastifyInstance, catalogue: ErrorCatalogue): void {
  app.setErrorHandler((error: FastifyError | Limited, request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    if (!(error instanceof AppError) && 'validation' in error && hasZodFastifySchemaValidationErrors(error)) {
      const fields = fieldMessages(error.validation, language);
      const refusal = new AppError('invalid', 'platform.invalid', {
        count: fields.length,
        first: fields[0] ? `${fields[0].path}: ${fields[0].message}` : '',
      });
      return send(reply, { ...problemOf(refusal, catalogue, language, request.id), fields });
    }
    const refusal = asRefusal(error, request);
    const problem = problemOf(refusal, catalogue, language, request.id);
    if (refusal.code === 'platform.unexpected') {
      request.log.error({ err: error, requestId: request.id, method: request.method, path: request.routeOptions.url }, 'unexpected error');
      return send(reply, { ...problem, status: 500 });
    }
    if (refusal.code === 'platform.too_many_requests') {
      return send(reply.header('retry-after', String(refusal.params['seconds'])), { ...problem, status: 429 });
    }
    return send(reply, problem);
  });
}

function asRefusal(error: FastifyError | Limited, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error;
  const status = error.statusCode;
  if ('retryAfter' in error) return new AppError('unavailable', 'platform.too_many_requests', { seconds: error.retryAfter });
  if (status === 413) return new AppError('invalid', 'platform.file_too_large', { maxMegabytes: 4 });
  if (status !== undefined && status >= 400 && status < 500) return new AppError('invalid', 'platform.unreadable');
  if ('code' in error && isDataException(error.code)) {
    request.log.warn({ err: error, requestId: request.id }, 'the database refused a value');
    return new AppError('invalid', 'platform.unreadable');
  }
  if ('code' in error && isConnectionLoss(error.code)) return new AppError('unavailable', 'platform.database_unavailable');
  return new AppError('unavailable', 'platform.unexpected', { requestId: request.id });
}

/** SQLSTATE class 22: a value that no column takes, such as a NUL character or the year 0. */
function isDataException(code: string): boolean {
  return /^22[0-9A-Z]{3}$/.test(code);
}

function isConnectionLoss(code: string): boolean {
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P01' || code === '57P03';
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
}
