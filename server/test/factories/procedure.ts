// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { Paper, ProcedureLevel, ProcessingLimit } from '../../src/modules/procedures/index.ts';
import type { Db } from '../../src/platform/db/db.ts';

type Row = Record<string, unknown>;
type Tables = {
  'procedures.sector': Row;
  'procedures.procedure': Row;
  'procedures.version': Row;
  'procedures.online_service': Row;
};

export type ProcedureAsked = {
  /** The unit that keeps the entry. */
  readonly unitId: string;
  readonly code?: string;
  readonly name?: string;
  readonly sectorCode?: string;
  readonly level?: ProcedureLevel;
  readonly limit?: ProcessingLimit | null;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly papers?: readonly Paper[];
  /** Online level from the first day on. */
  readonly online?: { readonly regime: string; readonly level: string; readonly validTo?: string | null };
};

export type ProcedureGiven = { readonly id: string; readonly code: string; readonly name: string; readonly sectorId: string };

let made = 0;

/**
 * A procedure with one version, in force from 2019-01-01 on where nothing else is asked.
 *
 * @example
 * const { id } = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' } });
 */
export async function aProcedure(db: Db, asked: ProcedureAsked): Promise<ProcedureGiven> {
  made += 1;
  const tables = db as unknown as Kysely<Tables>;
  const id = newId();
  const { code = `1.${String(900_000 + made)}`, name = `Thủ tục thử ${made}`, sectorCode = 'LV_THU' } = asked;
  const limit = asked.limit === undefined ? { amount: 5, unit: 'working_days' } : asked.limit;
  const { validFrom = '2019-01-01', validTo = null } = asked;
  await tables
    .insertInto('procedures.sector')
    .values({ id: newId(), code: sectorCode, name: `Lĩnh vực ${sectorCode}`, created_by: 'thử' })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const sector = await tables.selectFrom('procedures.sector').select('id').where('code', '=', sectorCode).executeTakeFirstOrThrow();
  await tables
    .insertInto('procedures.procedure')
    .values({ id, code, unit_id: asked.unitId, created_by: 'thử', updated_by: 'thử' })
    .execute();
  await tables
    .insertInto('procedures.version')
    .values({
      procedure_id: id,
      number: 1,
      name,
      sector_id: sector['id'],
      level: asked.level ?? 'district',
      limit_amount: limit?.amount ?? null,
      limit_unit: limit?.unit ?? null,
      papers: JSON.stringify(asked.papers ?? []),
      valid_from: validFrom,
      valid_to: validTo,
      recorded_by: 'thử',
    })
    .execute();
  if (asked.online) {
    const { regime, level, validTo: onlineTo = null } = asked.online;
    await tables
      .insertInto('procedures.online_service')
      .values({ id: newId(), procedure_id: id, regime, level, valid_from: validFrom, valid_to: onlineTo, recorded_by: 'thử' })
      .execute();
  }
  return { id, code, name, sectorId: String(sector['id']) };
}
