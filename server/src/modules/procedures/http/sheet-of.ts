// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { RouteContext } from '#platform/http/route';
import { getProcedure, type ProcedureSheet } from '../usecases/read-procedures.ts';

/** The answer of every operation on one procedure: what the reader may open and change of it. */
export async function sheetOf({ db, actor, permissions }: RouteContext, id: string, asOf?: Day): Promise<ProcedureSheet> {
  const readable = permissions.require(actor, 'procedures.read');
  return getProcedure(db, readable, permissions.find(actor, 'procedures.manage'), id, asOf);
}
