// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/auth/actor';
import { violatedConstraint } from '#platform/db/db';
import type { ScoreOrigin } from '../../domain/cycle/score-origin.ts';
import type { GivenInput, Score, Stage } from '../../domain/cycle/stages.ts';
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

/** The latest scores of each stage of every sheet of a round, or of some of its sheets or items, by sheet. */
export async function selectLatestScores(
  db: CycleDb,
  roundId: string,
  sheetIds?: readonly string[],
  itemCodes?: readonly string[],
): Promise<ReadonlyMap<string, Score[]>> {
  const rows = await db
    .selectFrom('scoring.score as s')
    .innerJoin('scoring.round_unit as ru', 'ru.id', 's.round_unit_id')
    .distinctOn(['s.round_unit_id', 's.item_code', 's.stage'])
    .select(['s.round_unit_id as roundUnitId', ...columns])
    .where('ru.round_id', '=', roundId)
    .$if(sheetIds !== undefined, (query) => query.where(sql<SqlBool>`s.round_unit_id = any(${[...(sheetIds ?? [])]}::uuid[])`))
    .$if(itemCodes !== undefined, (query) => query.where(sql<SqlBool>`s.item_code = any(${[...(itemCodes ?? [])]}::text[])`))
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

/**
 * The inputs of the latest scores of each stage, by sheet: as much as points are computed from. A sheet is one row of a few texts,
 * which costs a third of what its scores cost as rows.
 */
export async function selectInputs(
  db: CycleDb,
  roundId: string,
  sheetIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenInput[]>> {
  const narrowed = sheetIds ? sql`and s.round_unit_id = any(${[...sheetIds]}::uuid[])` : sql``;
  const { rows } = await sql<{ sheetId: string; items: string[]; stages: string; sequences: string; seen: string; inputs: string }>`
    select sheet_id as "sheetId", json_agg(item_code) as items, string_agg(stage, ',') as stages,
      array_agg(sequence)::text as sequences, array_agg(coalesce(in_sight_of, -1))::text as seen, '[' || string_agg(input::text, ',') || ']' as inputs
    from (
      select distinct on (s.round_unit_id, s.item_code, s.stage) s.round_unit_id as sheet_id, s.item_code, s.stage, s.sequence,
        s.in_sight_of, s.input
      from scoring.score s join scoring.round_unit ru on ru.id = s.round_unit_id where ru.round_id = ${roundId} ${narrowed}
      order by s.round_unit_id, s.item_code, s.stage, s.sequence desc
    ) latest group by sheet_id`.execute(db);
  return new Map(
    rows.map(({ sheetId, items, stages, ...texts }) => {
      const [stageOf, sequenceOf, seenOf] = [stages.split(',') as Stage[], numbersOf(texts.sequences), numbersOf(texts.seen)];
      const inputs = JSON.parse(texts.inputs) as ItemInput[];
      const scores = items.map((itemCode, place): GivenInput => {
        const [stage = 'self', sequence = 0, inSightOf = -1] = [stageOf[place], sequenceOf[place], seenOf[place]];
        return { itemCode, stage, sequence, input: inputs[place] as ItemInput, inSightOf: inSightOf < 0 ? null : inSightOf };
      });
      return [sheetId, scores];
    }),
  );
}

/** `{1,2}`, as the database writes a list of integers. */
function numbersOf(text: string): readonly number[] {
  return JSON.parse(`[${text.slice(1, -1)}]`) as number[];
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
