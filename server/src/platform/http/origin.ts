// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance } from 'fastify';
import { AppError } from '#kernel/app-error';

const readers = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a change that a browser sends from another site; with SameSite cookies this is the second fence against CSRF. */
export function refuseForeignOrigins(app: FastifyInstance, trusted: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    const origin = request.headers.origin;
    if (readers.has(request.method) || origin === undefined) return;
    const own = `${request.protocol}://${request.headers.host}`;
    if (origin !== own && !trusted.includes(origin)) throw new AppError('forbidden', 'platform.foreign_origin');
  });
}
