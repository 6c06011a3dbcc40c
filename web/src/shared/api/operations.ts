// SPDX-License-Identifier: Apache-2.0
import type { operations } from './schema.gen.ts';

export type OperationId = keyof operations;

type Json<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : never;
type Responses<Id extends OperationId> = operations[Id]['responses'];

/** Body of the answer that an operation gives when it succeeds. */
export type Answer<Id extends OperationId> =
  Responses<Id> extends { readonly 200: infer Ok } ? Json<Ok> : Responses<Id> extends { readonly 201: infer Made } ? Json<Made> : never;

/** Body that an operation takes. */
export type Body<Id extends OperationId> = operations[Id] extends { readonly requestBody: infer Sent } ? Json<Sent> : never;

/** One row of the page that a list operation answers. */
export type RowOf<Id extends OperationId> =
  Answer<Id> extends { readonly rows: readonly (infer Row)[] } ? Row : Answer<Id> extends readonly (infer Item)[] ? Item : never;
