// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/auth/actor';
import { violatedConstraint } from '#platform/db/db';
import type { ScoreOrigin } from '../../domain/cycle/score-origin.ts';
import type { Score, Stage } from '../../domain/cycle/stages.ts';
import type { ItemInput } from '../../domain/engine/input.ts';
import type { CycleDb } from './tables.ts';

export type NewScore = Pick<
  Score,
  'itemCode' | 'stage' | 'sequence' | 'input' | 'outcome' | 'points' | 'note' | 'source' | 'origin' | 'inSightOf'
>;

const columns = [
  'item_code as itemCode',
  'stage',
  'sequence',
  'input',
  'outcome',
  'points',
  'note',
  'source',
  'origin',
  'in_sight_of as inSightOf',
  'at',
  'actor_name as actorName',
] as const;

/** All scores of a sheet, earliest first. */
export async function selectScores(db: CycleDb, roundUnitId: string): Promise<Score[]> {
  const rows = await db.selectFrom('scoring.score').select(columns).where('round_unit_id', '=', roundUnitId).orderBy('at').execute();
  return rows.map(asScore);
}

/** The latest scores of each stage of every sheet of a round, or of some of its sheets, by sheet. */
export async function selectLatestScores(
  db: CycleDb,
  roundId: string,
  sheetIds?: readonly string[],
): Promise<ReadonlyMap<string, Score[]>> {
  const rows = await db
    .selectFrom('scoring.score as s')
    .innerJoin('scoring.round_unit as ru', 'ru.id', 's.round_unit_id')
    .distinctOn(['s.round_unit_id', 's.item_code', 's.stage'])
    .select(['s.round_unit_id as roundUnitId', ...columns])
    .where('ru.round_id', '=', roundId)
    .$if(sheetIds !== undefined, (query) => query.where(sql<SqlBool>`s.round_unit_id = any(${[...(sheetIds ?? [])]}::uuid[])`))
    .orderBy('s.round_unit_id')
    .orderBy('s.item_code')
    .orderBy('s.stage')
    .orderBy('s.sequence', 'desc')
    .execute();
  const found = new Map<string, Score[]>();
  for (const { roundUnitId, ...row } of rows) {
    const own = found.get(roundUnitId);
    const score = asScore(row);
    if (own) own.push(score);
    else found.set(roundUnitId, [score]);
  }
  return found;
}

// Inputs were checked by the engine on their way in and are changed by nobody since; origins were written by this program.
function asScore<R extends { input: unknown; origin: unknown }>(row: R): R & Pick<Score, 'input' | 'origin'> {
  return { ...row, input: row.input as ItemInput, origin: row.origin as ScoreOrigin | null };
}

/** Who scored an item last at a stage, and as which. */
export async function findLastScore(
  db: CycleDb,
  roundUnitId: string,
  itemCode: string,
  stage: Stage,
): Promise<{ sequence: number; actorName: string } | undefined> {
  return db
    .selectFrom('scoring.score')
    .select(['sequence', 'actor_name as actorName'])
    .where('round_unit_id', '=', roundUnitId)
    .where('item_code', '=', itemCode)
    .where('stage', '=', stage)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
}

const rowsAtOnce = 3_000;

/** Adds scores; false where somebody else added one of the same number just before. */
export async function insertScores(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  scores: readonly (NewScore & { readonly roundUnitId: string })[],
): Promise<boolean> {
  try {
    for (let from = 0; from < scores.length; from += rowsAtOnce) {
      const rows = scores.slice(from, from + rowsAtOnce).map((score) => ({
        round_unit_id: score.roundUnitId,
        item_code: score.itemCode,
        stage: score.stage,
        sequence: score.sequence,
        input: score.input,
        outcome: score.outcome,
        points: score.points,
        note: score.note,
        source: score.source,
        origin: score.origin,
        in_sight_of: score.inSightOf,
      }));
      await sql`insert into scoring.score (round_unit_id, item_code, stage, sequence, input, outcome, points, note, source, origin, in_sight_of, actor_id, actor_name)
        select round_unit_id, item_code, stage, sequence, input, outcome, points, note, source, nullif(origin, 'null'::jsonb), in_sight_of, ${actor.id}, ${actor.name}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(round_unit_id uuid, item_code text, stage text, sequence int,
          input jsonb, outcome text, points numeric, note text, source text, origin jsonb, in_sight_of int)`.execute(db);
    }
    return true;
  } catch (error) {
    if (violatedConstraint(error) === 'score_pkey') return false;
    throw error;
  }
}
