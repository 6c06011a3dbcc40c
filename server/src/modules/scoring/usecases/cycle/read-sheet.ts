// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Evidence, selectRoundEvidence, selectWithdrawn, type WithdrawnEvidence } from '../../data/cycle/evidence.repo.ts';
import { type Objection, selectObjections } from '../../data/cycle/objections.repo.ts';
import { findSheetBefore, type Round, type RoundEvent, selectEvents, selectGroups } from '../../data/cycle/rounds.repo.ts';
import { selectScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectExtensions } from '../../data/cycle/units.repo.ts';
import type { CriteriaNode, CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { type Act, actsFor } from '../../domain/cycle/acts.ts';
import { appraisesItem } from '../../domain/cycle/appraisal.ts';
import { type Completeness, completenessOf } from '../../domain/cycle/completeness.ts';
import type { Extension } from '../../domain/cycle/due.ts';
import { fateOf, type ScoreState } from '../../domain/cycle/fate.ts';
import { gradeName } from '../../domain/cycle/results.ts';
import {
  countingScore,
  inputsOf,
  isScoredAt,
  latestScores,
  type Score,
  type Stage,
  stages,
  type View,
  views,
} from '../../domain/cycle/stages.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import type { UnitResult } from '../../domain/engine/result.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { explainItem } from '../../domain/wording/explain-item.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { ruleWords } from '../../domain/wording/rule-words.ts';
import { type ToldFlag, toldFlags } from './flag-evidence.ts';
import { loadSet, openSheet, type Scope, type SheetAccess, shownDueDays } from './open-round.ts';

/** The points of the same item or row in the round before, where they came from, and what was remarked on them. */
export type LastYear = {
  readonly year: number;
  readonly sheetId: string;
  /** Whether the result of that year was published; before that nobody has points of it. */
  readonly isPublished: boolean;
  /** Null where there is no score yet. */
  readonly points: string | null;
  readonly remark: string | null;
  /** Null for a row that is a sum. */
  readonly score: Pick<Score, 'stage' | 'at' | 'actorName'> | null;
};

/** What a score says of one that took its place. */
export type ScoreMark = Pick<Score, 'stage' | 'sequence' | 'points' | 'note' | 'at' | 'actorName'>;

/** A score with the sentence that leads from its input to its points, and what became of it. */
export type ToldScore = Score & { readonly sentence: string; readonly state: ScoreState; readonly by: ScoreMark | null };

export type SheetPaper = Evidence & { readonly flags: readonly ToldFlag[] };

export type SheetItem = CriteriaNode & {
  /** How points follow from an input, in words. */
  readonly ruleText: string;
  readonly scoredAt: readonly Stage[];
  readonly mayAppraise: boolean;
  /** All scores of the item, earliest first: nothing is overwritten. */
  readonly scores: readonly ToldScore[];
  readonly counting: ToldScore | null;
  readonly papers: readonly SheetPaper[];
  /** Evidence that was there and was taken back. */
  readonly withdrawnPapers: readonly WithdrawnEvidence[];
  readonly objections: readonly Objection[];
  readonly lastYear: LastYear | null;
};

export type Sheet = {
  readonly round: Round;
  readonly unit: RoundUnit;
  readonly acts: readonly Act[];
  /** Whether the reader would appraise but may score for this unit, and so judges nothing of it (decision 0013). */
  readonly isOwn: boolean;
  readonly set: { readonly id: string } & Pick<CriteriaSet, 'title' | 'maximum' | 'certainty' | 'conventions' | 'legalBasis'>;
  readonly counts: Completeness;
  readonly dueOn: Day | null;
  readonly extensions: readonly Extension[];
  readonly results: Readonly<Record<View, UnitResult & { readonly grade: string | null }>>;
  readonly items: readonly SheetItem[];
  readonly history: readonly RoundEvent[];
};

/**
 * The score sheet of a unit: the whole table with every score ever given, evidence, objections, and last year beside each item.
 *
 * @throws AppError `scoring.round_unit_not_found`
 */
export async function readSheet(db: Db, actor: Actor, scope: Scope, id: string, language: Language): Promise<Sheet> {
  const access = await openSheet(db, actor, scope, id);
  const { round, unit, held, fields, isOwn } = access;
  const own = cycleDb(db);
  const setId = (await selectGroups(own, round.id)).find(({ code }) => code === unit.groupCode)?.setId ?? '';
  const set = await loadSet(db, setId);
  const scores = await selectScores(own, id);
  const evidence = await papersOf(db, scope, access, language);
  const withdrawn = await selectWithdrawn(own, id);
  const objections = await selectObjections(own, scope, round.id, id);
  const told = toldScores(set, scores, language);
  const lastYear = await lastYearOf(db, round, unit);
  const latest = latestScores(told);
  const phase = round.phase === 'explanation' ? 'explanation' : 'self_scoring';
  const { title, maximum, certainty, conventions, legalBasis } = set.set;
  const resultOf = (view: View) => {
    const result = scoreUnit(set, inputsOf(scores, view));
    return { ...result, grade: gradeName(set, result.gradeCode) };
  };
  return {
    round,
    unit,
    acts: actsFor({ held, phase: round.phase, unitState: unit.state, isOwn }),
    isOwn,
    set: { id: setId, title, maximum, certainty, conventions, legalBasis },
    counts: completenessOf(
      set.items.map(({ node }) => node),
      scores,
      new Set(evidence.map(({ itemCode }) => itemCode)),
    ),
    dueOn: (await shownDueDays(db, round, phase, [id])).get(id) ?? null,
    extensions: (await selectExtensions(own, [id])).get(id) ?? [],
    results: Object.fromEntries(views.map((view) => [view, resultOf(view)])) as Sheet['results'],
    items: set.set.nodes.map((node) => ({
      ...node,
      ruleText: ruleWords(node.rule, node.maximum, language),
      scoredAt: stages.filter((stage) => isScoredAt(node, stage)),
      mayAppraise: node.method !== null && !isOwn && appraisesItem(node, fields),
      scores: told.filter(({ itemCode }) => itemCode === node.code),
      counting: countingScore(latest.get(node.code), 'final') ?? null,
      papers: evidence.filter(({ itemCode }) => itemCode === node.code),
      withdrawnPapers: withdrawn.filter(({ itemCode }) => itemCode === node.code),
      objections: objections.filter(({ itemCode }) => itemCode === node.code),
      lastYear: lastYear.get(node.code) ?? null,
    })),
    history: await selectEvents(own, round.id, id),
  };
}

async function papersOf(db: Db, scope: Scope, { round, unit }: SheetAccess, language: Language): Promise<SheetPaper[]> {
  const evidence = await selectRoundEvidence(cycleDb(db), round.id, [unit.id]);
  const papers = evidence.filter(({ roundUnitId }) => roundUnitId === unit.id);
  const flags = await toldFlags(db, scope, round, evidence, papers, language);
  return papers.map((paper) => ({ ...paper, flags: flags.get(paper.id) ?? [] }));
}

function toldScores(set: CompiledSet, scores: readonly Score[], language: Language): ToldScore[] {
  const ofItem = new Map<string, Score[]>();
  for (const score of scores) ofItem.set(score.itemCode, [...(ofItem.get(score.itemCode) ?? []), score]);
  return scores.map((score) => {
    const { state, by } = fateOf(score, ofItem.get(score.itemCode) ?? []);
    const isHidden = score.stage === 'survey' && state !== 'counts' && state !== 'stands';
    return isHidden
      ? { ...score, input: { kind: 'answers', counts: {} }, sentence: hiddenCounts[language], state, by }
      : { ...score, sentence: sentenceOf(set, score, language), state, by };
  });
}

// A group that came in a file of its own is what two states of the pooled counts differ by.
const hiddenCounts: Readonly<Record<Language, string>> = {
  vi: 'Số lượt trả lời của lần nạp trước không hiện, để không trừ ra được nhóm ít người.',
  en: 'Counts of an earlier file are not shown, so that no small group can be had by subtraction.',
};

function sentenceOf(set: CompiledSet, { itemCode, input }: Score, language: Language): string {
  const item = set.items[set.itemAt.get(itemCode) ?? -1];
  return item ? explainItem(item, set.conventions, input, language).sentence : '';
}

async function lastYearOf(db: Db, round: Round, unit: RoundUnit): Promise<ReadonlyMap<string, LastYear>> {
  const own = cycleDb(db);
  const before = await findSheetBefore(own, round, unit.unitId);
  if (!before) return new Map();
  const { year, sheetId, isPublished } = before;
  const found = new Map<string, LastYear>();
  const setId = (await selectGroups(own, before.roundId)).find(({ code }) => code === before.groupCode)?.setId;
  if (!setId) return found;
  const set = await loadSet(db, setId);
  const scores = isPublished ? await selectScores(own, sheetId) : [];
  const counting = [...latestScores(scores).values()].flatMap((ofItem) => countingScore(ofItem, 'final') ?? []);
  const scored = withRowsAbove(set, counting);
  for (const { code, points } of scoreUnit(set, inputsOf(scores, 'final')).nodes)
    found.set(code, { year, sheetId, isPublished, points: scored.has(code) ? points : null, remark: null, score: null });
  for (const { itemCode, points, note, stage, at, actorName } of counting)
    found.set(itemCode, { year, sheetId, isPublished, points, remark: note, score: { stage, at, actorName } });
  return found;
}

/** The items that were scored, and the rows into which their points are added. */
function withRowsAbove({ set }: CompiledSet, scores: readonly Score[]): ReadonlySet<string> {
  const parentOf = new Map(set.nodes.map(({ code, parentCode }) => [code, parentCode]));
  const found = new Set<string>();
  for (const { itemCode } of scores)
    for (let code: string | null | undefined = itemCode; code && !found.has(code); code = parentOf.get(code)) found.add(code);
  return found;
}
