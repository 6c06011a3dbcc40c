// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { systemActor } from '#platform/auth/actor';
import content from '../../../../../seeds/demo-scoring.json' with { type: 'json' };
import type { NewScore } from '../../data/cycle/scores.repo.ts';
import { insertSurveyImport, replaceRespondentGroups } from '../../data/cycle/survey.repo.ts';
import type { CycleDb } from '../../data/cycle/tables.ts';
import type { AnswerCount } from '../../domain/survey/answer-counts.ts';

type Given = NewScore & { readonly roundUnitId: string };

/**
 * The file of answers that the survey scores of a demo round come from: each item's counts, shared out to the groups that were asked.
 * Returns the scores with the file as their origin.
 */
export async function seedDemoSurvey(db: CycleDb, roundId: string, year: number, scores: readonly Given[]): Promise<Given[]> {
  await replaceRespondentGroups(db, roundId, content.survey.groups);
  const counts = scores.flatMap((score): AnswerCount[] => {
    if (score.stage !== 'survey' || score.input.kind !== 'answers') return [];
    return Object.entries(score.input.counts).flatMap(([answer, all]) =>
      sharedOut(Number(all)).map((part) => ({ ...cell(score, answer), ...part })),
    );
  });
  if (counts.length === 0) return [...scores];
  const fileName = `Kết quả điều tra ${year}.csv`;
  const sha256 = createHash('sha256')
    .update(JSON.stringify([content.note, year, counts.map(({ sheetId: _, ...rest }) => rest)]))
    .digest('hex');
  const answers = counts.reduce((sum, { count }) => sum + count, 0);
  const importId = await insertSurveyImport(
    db,
    { id: systemActor.id, name: content.officer },
    roundId,
    { number: 1, fileName, sha256, rows: counts.length, answers },
    counts,
  );
  const source = `Điều tra XHH, lần nạp 1: ${fileName} (SHA-256 ${sha256.slice(0, 16)}…)`;
  return scores.map((score) => (score.stage === 'survey' ? { ...score, source, origin: { kind: 'survey', importId, number: 1 } } : score));
}

const cell = ({ roundUnitId, itemCode }: Given, answer: string) => ({ sheetId: roundUnitId, itemCode, answer });

/** Two of three answers are those of the first group. */
function sharedOut(all: number): { group: string; count: number }[] {
  const [first, second] = content.survey.groups;
  const part = Math.floor((all * 2) / 3);
  return [
    { group: first?.code ?? '', count: part },
    { group: second?.code ?? '', count: all - part },
  ].filter(({ count }) => count > 0);
}
