// SPDX-License-Identifier: Apache-2.0
import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { newId } from '#kernel/ids';
import { answerBrokenRequest, answerProblems, answerUnreadablePath } from './answer-problems.ts';
import { refuseForeignOrigins } from './origin.ts';
import { limitKey, registerRoute } from './register-route.ts';
import type { ServerParts } from './server-parts.ts';

export type { ServerParts };

const jsonMaxBytes = 4 * 1_048_576;

/** The HTTP server with every declared route under `/api`; it listens nowhere yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = parts.log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: jsonMaxBytes,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // The slowest honest upload: 50 MB at 1,4 Mbit/s. Longer than that a connection is held for its own sake.
    requestTimeout: 300_000,
    frameworkErrors: (_error, request, reply) => answerUnreadablePath(parts.errors, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: (error, socket) => answerBrokenRequest(parts.errors, error, socket),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, parts.errors);

  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine writes the sizes of its components as style attributes and one style element.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  // Two thirds of the time of the usual level 6, a tenth more bytes.
  await app.register(fastifyCompress, { encodings: ['gzip'], threshold: 1_024, zlibOptions: { level: 4, chunkSize: 65_536 } });
  await app.register(fastifyRateLimit, {
    max: parts.perMinute ?? 1_200,
    timeWindow: '1 minute',
    keyGenerator: limitKey,
    // One page is some thirty files.
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz' || request.url.startsWith('/assets/'),
    errorResponseBuilder: (_request, context) => ({ statusCode: 429, retryAfter: Math.ceil(context.ttl / 1_000) }),
  });
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 20, fieldSize: 64_000, parts: 21 } });
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Tường Minh', version: '0.1.0', license: { name: 'Apache-2.0' } } },
    transform: jsonSchemaTransform,
  });
  refuseForeignOrigins(app, parts.trustedOrigins);
  // Answers are of one person; neither a proxy nor the disk of a shared computer keeps them, unless a route says otherwise.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  // What is left of a refused upload is read and thrown away; else the next request on the same connection would be cut off.
  app.addHook('onResponse', async ({ raw }) => {
    if (!raw.readableEnded) raw.unpipe().resume();
  });

  await app.register(
    async (api) => {
      for (const definition of parts.routes) registerRoute(api, definition, parts);
    },
    { prefix: '/api' },
  );
  return app;
}
