// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertScores, type NewScore, selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { insertSurveyImport, selectAnswerCounts, selectRespondentGroups, selectSurveyImports } from '../../data/cycle/survey.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import { scoreOne } from '../../domain/cycle/score-one.ts';
import { isScoredAt, latestScores, type Score } from '../../domain/cycle/stages.ts';
import { isSameInput } from '../../domain/cycle/system-input.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import type { ItemInput } from '../../domain/engine/input.ts';
import { type AnswerCount, answersIn, pooled, smallestShown } from '../../domain/survey/answer-counts.ts';
import { type SurveyFault, surveyFaultSentence } from '../../domain/survey/faults.ts';
import { nameKey, readAnswers } from '../../domain/survey/read-answers.ts';
import type { RespondentGroup } from '../../domain/survey/sample-size.ts';
import type { SurveyFrame } from '../../domain/survey/survey-frame.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { openRound, type Scope, setsOfRound } from '../cycle/open-round.ts';
import { readAnswerFile } from './read-answer-file.ts';

export type SurveyFile = { readonly name: string; readonly bytes: Uint8Array };

/** What came of a file: read in, the same as an earlier one, or not read in because of its faults. */
export type SurveyOutcome = {
  readonly outcome: 'imported' | 'repeated' | 'faulty';
  readonly number: number | null;
  readonly rows: number;
  readonly answers: number;
  /** Survey scores that changed by it. */
  readonly scores: number;
  readonly faultsFound: number;
  readonly faults: readonly { readonly row: number | null; readonly column: string | null; readonly sentence: string }[];
};

const mostFaultsTold = 200;
const everywhere = { roots: null };

/**
 * Reads a file of anonymous answers into the survey scores of a round: all of it, or nothing where anything is wrong. Only counts are
 * kept, never the file. The same file once more changes nothing.
 *
 * @throws AppError `scoring.round_not_found`, those of `requireAct`, those of `readAnswerFile`
 */
export async function importSurvey(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  { name, bytes }: SurveyFile,
  language: Language,
): Promise<SurveyOutcome> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rows = await readAnswerFile(bytes);
  return inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, roundId, { lock: 'round' });
    requireAct('import_survey', { held, phase: round.phase });
    const own = cycleDb(tx);
    const imports = await selectSurveyImports(own, roundId);
    const before = imports.find((one) => one.sha256 === sha256);
    if (before) return { ...nothing, outcome: 'repeated', number: before.number, rows: before.rows, answers: before.answers };

    const { sets } = await setsOfRound(tx, roundId);
    const units = await selectRoundUnits(own, everywhere, roundId);
    const read = readAnswers(rows, frameOf(await selectRespondentGroups(own, roundId), units, sets));
    const counts = mergedCounts(await selectAnswerCounts(own, roundId), read.counts);
    const faults = read.faults.length > 0 ? read.faults : tooFew(counts, units);
    if (faults.length > 0) return faulty(faults, read.rows, language);

    const number = (imports[0]?.number ?? 0) + 1;
    const answers = read.counts.reduce((sum, { count }) => sum + count, 0);
    const fileName = name.slice(0, 300) || 'tệp không tên';
    const importId = await insertSurveyImport(own, actor, roundId, { number, fileName, sha256, rows: read.rows, answers }, read.counts);
    const source = `Điều tra XHH, lần nạp ${number}: ${fileName.slice(0, 150)} (SHA-256 ${sha256.slice(0, 16)}…)`;
    const scores = changedScores(counts, units, sets, await selectLatestScores(own, roundId)).map((score) => ({
      ...score,
      source,
      origin: { kind: 'survey', importId, number } as const,
    }));
    await insertScores(own, actor, scores);
    await recordAudit(tx, actor, {
      action: 'scoring.survey_imported',
      subject: ['scoring_round', roundId],
      unitId: round.organisingUnitId,
      data: { number, fileName, sha256, rows: read.rows, answers, scores: scores.length },
    });
    return { ...nothing, outcome: 'imported', number, rows: read.rows, answers, scores: scores.length };
  });
}

const nothing = { number: null, rows: 0, answers: 0, scores: 0, faultsFound: 0, faults: [] } as const;

function faulty(faults: readonly SurveyFault[], rows: number, language: Language): SurveyOutcome {
  const told = faults.slice(0, mostFaultsTold).map((fault) => ({
    row: fault.row,
    column: fault.column,
    sentence: surveyFaultSentence(fault, language),
  }));
  return { ...nothing, outcome: 'faulty', rows, faultsFound: faults.length, faults: told };
}

function frameOf(groups: readonly RespondentGroup[], units: readonly RoundUnit[], sets: ReadonlyMap<string, CompiledSet>): SurveyFrame {
  const answersByGroup = new Map([...sets].map(([code, set]) => [code, surveyedItems(set)] as const));
  const groupOf = new Map(units.map(({ id, groupCode }) => [id, groupCode]));
  const surveyed = [...answersByGroup.values()];
  return {
    groups: new Map(groups.flatMap(({ code, name }) => [[nameKey(name), code] as const, [nameKey(code), code] as const])),
    sheets: sheetsByName(units),
    answersOf: (sheetId, itemCode) => answersByGroup.get(groupOf.get(sheetId) ?? '')?.get(itemCode),
    items: new Set(surveyed.flatMap((items) => [...items.keys()])),
    answers: new Set(surveyed.flatMap((items) => [...items.values()].flatMap((answers) => [...answers]))),
  };
}

/** Sheets by code and names of their units; a name that several units bear finds none of them. */
function sheetsByName(units: readonly RoundUnit[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { id, unitName, authorityName, unitCode } of units)
    for (const key of new Set([unitName, authorityName, unitCode].map(nameKey))) found.set(key, found.has(key) ? null : id);
  return new Map([...found].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const])));
}

/** The answers of each item that is surveyed. */
function surveyedItems(set: CompiledSet): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    set.items.flatMap(({ node }) =>
      isScoredAt(node, 'survey') && node.rule.kind === 'survey_mean'
        ? [[node.code, new Set(node.rule.answers.map(({ code }) => code))] as const]
        : [],
    ),
  );
}

/** Counts once a file is in: of a group, unit and item that it speaks of, its counts alone. */
function mergedCounts(before: readonly AnswerCount[], read: readonly AnswerCount[]): AnswerCount[] {
  const key = ({ sheetId, itemCode, group }: AnswerCount): string => JSON.stringify([sheetId, itemCode, group]);
  const spoken = new Set(read.map(key));
  return [...before.filter((one) => !spoken.has(key(one))), ...read];
}

function tooFew(counts: readonly AnswerCount[], units: readonly RoundUnit[]): SurveyFault[] {
  const names = new Map(units.map(({ id, authorityName }) => [id, authorityName]));
  return pooled(counts).flatMap(({ sheetId, itemCode, answers }): SurveyFault[] =>
    answersIn(answers) < smallestShown
      ? [{ row: null, column: itemCode, reason: 'too_few', value: `${names.get(sheetId) ?? ''}, mục ${itemCode}` }]
      : [],
  );
}

function changedScores(
  counts: readonly AnswerCount[],
  units: readonly RoundUnit[],
  sets: ReadonlyMap<string, CompiledSet>,
  scores: ReadonlyMap<string, readonly Score[]>,
): (Omit<NewScore, 'source' | 'origin'> & { readonly roundUnitId: string })[] {
  const groupOf = new Map(units.map(({ id, groupCode }) => [id, groupCode]));
  return pooled(counts).flatMap(({ sheetId, itemCode, answers }) => {
    const set = sets.get(groupOf.get(sheetId) ?? '');
    const item = set?.items[set.itemAt.get(itemCode) ?? -1];
    if (!set || !item) return [];
    const codes = item.node.rule.kind === 'survey_mean' ? item.node.rule.answers.map(({ code }) => code) : [];
    const input: ItemInput = { kind: 'answers', counts: Object.fromEntries(codes.map((code) => [code, String(answers.get(code) ?? 0)])) };
    const before = latestScores(scores.get(sheetId) ?? []).get(itemCode)?.survey;
    if (before && isSameInput(before.input, input)) return [];
    const { outcome, points } = scoreOne(item, set.conventions.decimals, input);
    return [
      {
        roundUnitId: sheetId,
        itemCode,
        stage: 'survey' as const,
        sequence: (before?.sequence ?? 0) + 1,
        input,
        outcome: outcome === 'not_applicable' ? ('not_applicable' as const) : ('scored' as const),
        points,
        note: null,
        inSightOf: 0,
      },
    ];
  });
}
