// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { type SurveyImport, selectAnswerCounts, selectRespondentGroups, selectSurveyImports } from '../../data/cycle/survey.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { type Act, actsFor } from '../../domain/cycle/acts.ts';
import { countingScore, isScoredAt, latestScores } from '../../domain/cycle/stages.ts';
import { type AnswerCount, answersIn, sheetsOfGroups, shownGroups, smallestShown } from '../../domain/survey/answer-counts.ts';
import { type RespondentGroup, sampleSize } from '../../domain/survey/sample-size.ts';
import { openRound, type Scope, setsOfRound } from '../cycle/open-round.ts';

export type GroupSample = RespondentGroup & {
  /** n, the least number of answer sheets. */
  readonly sample: number;
  readonly received: number;
  readonly isReached: boolean;
};

export type SurveyedItem = {
  readonly code: string;
  readonly name: string;
  readonly maximum: string;
  readonly points: string | null;
  readonly answers: number;
  /** Groups with their counts by answer; null where so few answered that they are not shown. */
  readonly groups: readonly { readonly group: string; readonly counts: Readonly<Record<string, number>> | null }[];
};

export type Survey = {
  readonly round: { readonly id: string; readonly title: string };
  readonly acts: readonly Act[];
  readonly smallestShown: number;
  readonly groups: readonly GroupSample[];
  readonly imports: readonly SurveyImport[];
  readonly units: readonly { readonly sheetId: string; readonly unitName: string; readonly items: readonly SurveyedItem[] }[];
};

/**
 * The survey of a round: groups with the sample size that they need and whether it is reached, files, and what the units that the reader
 * reaches got for each surveyed item.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function readSurvey(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<Survey> {
  const { round, held } = await openRound(db, actor, scope, roundId);
  const own = cycleDb(db);
  const counts = await selectAnswerCounts(own, roundId);
  const received = sheetsOfGroups(counts);
  const groups = await selectRespondentGroups(own, roundId);
  return {
    round: { id: round.id, title: round.title },
    acts: actsFor({ held, phase: round.phase }).filter((act) => act === 'import_survey' || act === 'set_survey'),
    smallestShown,
    groups: groups.map((group) => {
      const [sample, sheets] = [sampleSize(group), received.get(group.code) ?? 0];
      return { ...group, sample, received: sheets, isReached: sheets >= sample };
    }),
    imports: await selectSurveyImports(own, roundId),
    units: await unitsOf(db, scope, roundId, counts),
  };
}

async function unitsOf(db: Db, scope: Scope, roundId: string, counts: readonly AnswerCount[]): Promise<Survey['units']> {
  const own = cycleDb(db);
  const { sets } = await setsOfRound(db, roundId);
  const scores = await selectLatestScores(own, roundId);
  const ofSheet = new Map<string, AnswerCount[]>();
  for (const count of counts) ofSheet.set(count.sheetId, [...(ofSheet.get(count.sheetId) ?? []), count]);
  return (await selectRoundUnits(own, scope, roundId)).map((unit) => {
    const latest = latestScores(scores.get(unit.id) ?? []);
    const items = (sets.get(unit.groupCode)?.items ?? []).filter(({ node }) => isScoredAt(node, 'survey'));
    return {
      sheetId: unit.id,
      unitName: unit.authorityName,
      items: items.map(({ node }) => {
        const given = (ofSheet.get(unit.id) ?? []).filter(({ itemCode }) => itemCode === node.code);
        return {
          code: node.code,
          name: node.name,
          maximum: node.maximum,
          points: countingScore(latest.get(node.code), 'final')?.points ?? null,
          answers: given.reduce((sum, { count }) => sum + count, 0),
          groups: shownGroups(given).map(({ group, answers }) => ({
            group,
            counts: answers && answersIn(answers) > 0 ? Object.fromEntries(answers) : null,
          })),
        };
      }),
    };
  });
}
