// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Permissions, UnitScope } from '../permissions/permissions.ts';
import type { Language } from './problem.ts';

/** What every handler is given, besides its validated input. */
export type RouteContext = {
  readonly db: Db;
  readonly actor: Actor;
  /** Where the route's permission reaches for this actor. */
  readonly scope: UnitScope;
  readonly permissions: Permissions;
  readonly files: FileStore;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type Schema = z.ZodType;
type Input<S> = S extends Schema ? z.output<S> : undefined;

type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** An answer that was checked and written as JSON elsewhere, by a thread that had the time for it. */
export class WrittenAnswer {
  readonly json: Uint8Array;

  constructor(json: Uint8Array) {
    this.json = json;
  }
}

/** `public`, `signed_in`, or the permission that the actor must hold somewhere. */
export type Access = 'public' | 'signed_in' | `${string}.${string}`;

export type RouteSpec<P, Q, B, R> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below `/api`, parameters as `:id`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Shape of the answer; without it the handler streams the answer through `reply` and returns it. */
  readonly response?: R;
  readonly status?: 200 | 201 | 204;
  /** Codes that this route can answer besides the general ones. */
  readonly errors?: readonly string[];
  /** The body is multipart: a file upload of at most so many bytes. */
  readonly uploadMaxBytes?: number;
  /** Answers also to an actor who is held back, see `Actor.heldBack`. */
  readonly whileHeldBack?: true;
  /** Requests a minute of one person; the server's general limit where absent. */
  readonly perMinute?: number;
};

export type RouteDefinition = RouteSpec<Schema | undefined, Schema | undefined, Schema | undefined, Schema | undefined> & {
  readonly handle: (context: RouteContext & { params: unknown; query: unknown; body: unknown }) => Promise<unknown>;
};

/**
 * Declares one operation: method, path, permission and schemas in one place, with the handler's input typed by them.
 * The answer is validated against `response`, which strips what it does not declare.
 */
export function route<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (
    context: RouteContext & { params: Input<P>; query: Input<Q>; body: Input<B> },
  ) => Promise<WrittenAnswer | (R extends Schema ? DeepReadonly<z.input<R>> : unknown)>,
): RouteDefinition {
  return { ...spec, handle } as unknown as RouteDefinition;
}

/** Parameters of a path with one identifier. */
export const IdParams = z.object({ id: z.uuid() });

/** A calendar day on the wire. */
export const DayText = z.iso.date();

/** Paging of every list: `offset` rows skipped, at most `limit` rows given. */
export const PageQuery = z.object({
  search: z.string().trim().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** A page of a list with the count of all rows that match. */
export function pageOf<T extends Schema>(row: T) {
  return z.object({ rows: z.array(row), total: z.number().int() });
}
