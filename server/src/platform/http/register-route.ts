// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#kernel/app-error';
import { networkOf } from '#kernel/network-address';
import { type Actor, systemActor } from '../auth/actor.ts';
import type { UnitScope } from '../permissions/permissions.ts';
import { languageOf, Problem } from './problem.ts';
import { type RouteDefinition, WrittenAnswer } from './route.ts';
import type { ServerParts } from './server-parts.ts';

const nowhere: UnitScope = { roots: [], reformFields: [] };
const stranger: Actor = { id: 'stranger', name: 'Khách', position: null, grants: [] };

type Known = { readonly tuongMinh?: { readonly actor: Actor; readonly scope: UnitScope } };

/** Whom a limit of requests counts: the person, since a whole province may stand behind one address; a stranger by the network. */
export function limitKey(request: FastifyRequest): string {
  const actor = (request as FastifyRequest & Known).tuongMinh?.actor;
  return actor && actor !== stranger ? `person ${actor.id}` : `address ${networkOf(request.ip)}`;
}

/** Puts one declared route on the server: schemas, permission before anything else, then the handler. */
export function registerRoute(app: FastifyInstance, definition: RouteDefinition, parts: ServerParts): void {
  const { access } = definition;
  app.route({
    method: definition.method,
    url: definition.path,
    schema: {
      operationId: definition.operationId,
      summary: definition.summary,
      tags: [definition.path.split('/')[1] ?? 'platform'],
      description: describe(definition),
      ...(definition.uploadMaxBytes ? { consumes: ['multipart/form-data'] } : {}),
      ...(definition.params ? { params: definition.params } : {}),
      ...(definition.query ? { querystring: definition.query } : {}),
      ...(definition.body ? { body: definition.body } : {}),
      response: { ...(definition.response ? { [definition.status ?? 200]: definition.response } : {}), default: Problem },
    } as never,
    config: definition.perMinute ? { rateLimit: { max: definition.perMinute, timeWindow: '1 minute' } } : {},
    // The permission is asked before the body is read, so that a stranger learns nothing from validation errors.
    onRequest: async (request) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
      const actor = access === 'public' ? stranger : await parts.resolveActor(headers);
      if (!actor || actor === systemActor) throw new AppError('unauthenticated', 'platform.unauthenticated');
      if (actor.heldBack && !definition.whileHeldBack) throw new AppError('forbidden', actor.heldBack);
      const scope = access === 'public' || access === 'signed_in' ? nowhere : parts.permissions.require(actor, access);
      Object.assign(request, { tuongMinh: { actor, scope } });
    },
    handler: async (request, reply) => {
      const { actor, scope } = (request as unknown as { tuongMinh: { actor: Actor; scope: UnitScope } }).tuongMinh;
      const result = await definition.handle({
        db: parts.db,
        actor,
        scope,
        permissions: parts.permissions,
        files: parts.files,
        language: languageOf(request.headers['accept-language']),
        request,
        reply,
        params: request.params,
        query: request.query,
        body: request.body,
      });
      if (!definition.response) return result;
      if (definition.status) reply.code(definition.status);
      if (result instanceof WrittenAnswer) {
        const { buffer, byteOffset, byteLength } = result.json;
        return reply.type('application/json; charset=utf-8').send(Buffer.from(buffer, byteOffset, byteLength));
      }
      return result;
    },
  });
}

function describe(definition: RouteDefinition): string {
  const codes = definition.errors?.length ? ` Refusals: ${definition.errors.join(', ')}.` : '';
  return `Permission: ${definition.access}.${codes}`;
}
