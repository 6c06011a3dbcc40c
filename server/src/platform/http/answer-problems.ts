// SPDX-License-Identifier: Apache-2.0
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError, type ErrorCatalogue } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { databaseRefusal } from '../db/failures.ts';
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

/** A path that cannot be decoded is refused before any hook runs, so the headers that the hooks would set are set here. */
export function answerUnreadablePath(catalogue: ErrorCatalogue, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new AppError('invalid', 'platform.unreadable');
  reply.headers({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' });
  send(reply, problemOf(refusal, catalogue, languageOf(request.headers['accept-language']), request.id));
}

const statusOfBrokenRequest: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP request, or never ends, has no request object; the answer is written on the connection itself. */
export function answerBrokenRequest(catalogue: ErrorCatalogue, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = statusOfBrokenRequest[error.code ?? ''] ?? '400 Bad Request';
  const problem = problemOf(new AppError('invalid', 'platform.unreadable'), catalogue, 'vi', newId());
  const body = JSON.stringify({ ...problem, status: Number.parseInt(status, 10) });
  const head = ['content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n${body}`);
}

function asRefusal(error: FastifyError | Limited, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error;
  const status = error.statusCode;
  if ('retryAfter' in error) return new AppError('unavailable', 'platform.too_many_requests', { seconds: error.retryAfter });
  if (status === 413) return new AppError('invalid', 'platform.file_too_large', { maxMegabytes: 4 });
  if (status !== undefined && status >= 400 && status < 500) return new AppError('invalid', 'platform.unreadable');
  const refusal = databaseRefusal(error);
  if (refusal) {
    request.log.warn({ err: error, requestId: request.id }, 'refused by the database');
    return refusal;
  }
  return new AppError('unavailable', 'platform.unexpected', { requestId: request.id });
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
}
