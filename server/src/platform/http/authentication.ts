// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#kernel/app-error';

/** Hands `/api/auth/*` to the authentication's own handler as a web Request; it reads the raw body itself. */
export async function mountAuthentication(app: FastifyInstance, handle: (request: Request) => Promise<Response>): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      schema: { hide: true },
      handler: async (request, reply) => {
        const response = await handle(toWebRequest(request));
        // Its own failures carry no sentence; they are answered like all others.
        if (response.status >= 500) throw new Error(`the sign-in answered ${response.status}: ${await response.text()}`);
        reply.code(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', overHttps(cookie, request));
        return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
      },
    });
  });
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  // The address that rate limits count by is the connection's own, whatever the browser claims.
  headers.set('x-tuongminh-address', request.ip);
  const url = addressOf(request);
  const body = request.method === 'GET' ? null : ((request.body as string | undefined) ?? '');
  return new Request(url, { method: request.method, headers, body });
}

/** The address as the browser wrote it; a `Host` that is no host name is the sender's mistake, not the server's. */
function addressOf(request: FastifyRequest): URL {
  const origin = `${request.protocol}://${request.headers.host || 'localhost'}`;
  if (!URL.canParse(request.url, origin)) throw new AppError('invalid', 'platform.unreadable');
  const url = new URL(request.url, origin);
  if (url.username || url.password) throw new AppError('invalid', 'platform.unreadable');
  return url;
}

/** Behind a proxy that speaks HTTPS a cookie must not travel without it, also where no public address is configured. */
function overHttps(cookie: string, request: FastifyRequest): string {
  return request.protocol === 'https' && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie;
}
