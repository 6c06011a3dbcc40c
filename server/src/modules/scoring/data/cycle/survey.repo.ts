// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import type { AnswerCount } from '../../domain/survey/answer-counts.ts';
import type { RespondentGroup } from '../../domain/survey/sample-size.ts';
import type { CycleDb } from './tables.ts';

export type SurveyImport = {
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: number;
  readonly answers: number;
  readonly at: string;
  readonly actorName: string;
};

export async function selectRespondentGroups(db: CycleDb, roundId: string): Promise<RespondentGroup[]> {
  return db
    .selectFrom('scoring.survey_group')
    .select(['code', 'name', 'population', 'error_permille as errorPermille'])
    .where('round_id', '=', roundId)
    .orderBy('code')
    .execute();
}

export async function replaceRespondentGroups(db: CycleDb, roundId: string, groups: readonly RespondentGroup[]): Promise<void> {
  await db.deleteFrom('scoring.survey_group').where('round_id', '=', roundId).execute();
  if (groups.length === 0) return;
  await db
    .insertInto('scoring.survey_group')
    .values(
      groups.map(({ code, name, population, errorPermille }) => ({
        round_id: roundId,
        code,
        name,
        population,
        error_permille: errorPermille,
      })),
    )
    .execute();
}

/** Imports of a round, the latest first. */
export async function selectSurveyImports(db: CycleDb, roundId: string): Promise<SurveyImport[]> {
  return db
    .selectFrom('scoring.survey_import')
    .select(['id', 'number', 'file_name as fileName', 'sha256', 'rows', 'answers', 'at', 'actor_name as actorName'])
    .where('round_id', '=', roundId)
    .orderBy('number', 'desc')
    .execute();
}

/** The counts that hold: of each group, unit and item those of the latest file that has any. */
export async function selectAnswerCounts(db: CycleDb, roundId: string): Promise<AnswerCount[]> {
  const { rows } = await sql<AnswerCount>`
    select c.round_unit_id as "sheetId", c.item_code as "itemCode", c.respondent_group as "group", c.answer, c.count
    from scoring.survey_count c join scoring.survey_import i on i.id = c.import_id
    where i.round_id = ${roundId} and i.number = (
      select max(j.number) from scoring.survey_count d join scoring.survey_import j on j.id = d.import_id
      where j.round_id = ${roundId} and d.round_unit_id = c.round_unit_id and d.item_code = c.item_code
        and d.respondent_group = c.respondent_group)
    order by c.round_unit_id, c.item_code, c.respondent_group, c.answer`.execute(db);
  return rows;
}

export async function insertSurveyImport(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  roundId: string,
  row: Pick<SurveyImport, 'number' | 'fileName' | 'sha256' | 'rows' | 'answers'>,
  counts: readonly AnswerCount[],
): Promise<string> {
  const id = newId();
  const { number, fileName, sha256, rows, answers } = row;
  await db
    .insertInto('scoring.survey_import')
    .values({ id, round_id: roundId, number, file_name: fileName, sha256, rows, answers, actor_id: actor.id, actor_name: actor.name })
    .execute();
  await sql`insert into scoring.survey_count (import_id, round_unit_id, item_code, respondent_group, answer, count)
    select ${id}, x."sheetId", x."itemCode", x."group", x.answer, x.count
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as x("sheetId" uuid, "itemCode" text, "group" text, answer text, count int)`.execute(
    db,
  );
  return id;
}
