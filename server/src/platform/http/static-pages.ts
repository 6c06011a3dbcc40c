// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#kernel/app-error';

const yearSeconds = 31_536_000;
/** What a browser heeds on a page and not on a script, style sheet or font that the page fetches: a kilobyte less for each of thirty files. */
const onPagesOnly = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Serves the built screens; a path that is no file and no API is a page of the single-page program. */
export async function serveStaticPages(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  const assets = join(folder, 'assets');
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: false,
      cacheControl: false,
      // The build lays the gzip of each asset beside it.
      preCompressed: true,
      setHeaders(reply, path) {
        const isAsset = path.startsWith(assets);
        // Names under assets/ hold a hash of the content, so they never change.
        reply.header('cache-control', isAsset ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
        if (isAsset) for (const name of onPagesOnly) reply.removeHeader(name);
      },
    });
    app.get('/', { config: { rateLimit: false } }, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html');
    if (built && wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    throw new AppError('not_found', 'platform.not_found');
  });
}
