// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { ProceduresDb } from './tables.ts';
import { covers } from './versions.repo.ts';

/** The level at which a procedure is offered online, in the words of the regime of that day. */
export type OnlineLevel = {
  readonly regime: string;
  readonly regimeName: string;
  readonly citation: string;
  readonly level: string;
  readonly levelName: string;
  /** Whether a dossier can be handed in online. */
  readonly canSubmit: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly justification: string | null;
};

export function onlineServices(db: ProceduresDb) {
  return db
    .selectFrom('procedures.online_service as o')
    .innerJoin('procedures.online_level as l', (join) => join.onRef('l.regime', '=', 'o.regime').onRef('l.level', '=', 'o.level'))
    .innerJoin('procedures.online_regime as r', 'r.code', 'o.regime');
}

export const onlineColumns = [
  'o.regime',
  'r.name as regimeName',
  'r.citation',
  'o.level',
  'l.name as levelName',
  'l.can_submit as canSubmit',
  'o.valid_from as validFrom',
  'o.valid_to as validTo',
  'o.justification',
] as const;

export async function findOnlineLevelOn(db: ProceduresDb, procedureId: string, day: Day): Promise<OnlineLevel | undefined> {
  return onlineServices(db).select(onlineColumns).where('o.procedure_id', '=', procedureId).where(covers('o', day)).executeTakeFirst();
}
