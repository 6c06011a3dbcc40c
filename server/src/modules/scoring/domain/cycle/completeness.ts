// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import { isScoredAt, latestScores, type Score, type Stage, standingScore } from './stages.ts';

/** How far a unit's sheet has come, each count by itself and never one percentage of all. */
export type Completeness = {
  /** Items that the unit scores itself. */
  readonly selfItems: number;
  readonly selfScored: number;
  readonly withEvidence: number;
  readonly withExplanation: number;
  /** Self-scored items that have neither evidence nor explanation. */
  readonly unproven: readonly string[];
  readonly unscored: readonly string[];
  /** Items that are appraised. */
  readonly appraisalItems: number;
  readonly appraised: number;
  readonly surveyItems: number;
  readonly surveyed: number;
};

/** What of a sheet is counted from its scores and evidence alone, for the list of all sheets. */
export type Progress = Pick<Completeness, 'selfScored' | 'withEvidence' | 'withExplanation' | 'appraised' | 'surveyed'>;

/** The counts of a sheet in the list of all sheets, which names no items. */
export type SheetCounts = Omit<Completeness, 'unproven' | 'unscored'>;

const nothingYet: Progress = { selfScored: 0, withEvidence: 0, withExplanation: 0, appraised: 0, surveyed: 0 };

/** Counts as they are where they were counted elsewhere, beside what there is to do; a sheet that nobody has touched has no progress. */
export function sheetCounts(items: readonly CriteriaNode[], progress: Progress = nothingYet): SheetCounts {
  const at = (stage: Stage): number => items.filter((item) => isScoredAt(item, stage)).length;
  return { selfItems: at('self'), appraisalItems: at('appraised_1'), surveyItems: at('survey'), ...progress };
}

/** Counts a sheet: the items of its set, its scores, and the items that have evidence. */
export function completenessOf(items: readonly CriteriaNode[], scores: readonly Score[], evident: ReadonlySet<string>): Completeness {
  const latest = latestScores(scores);
  const self = items.filter((item) => isScoredAt(item, 'self'));
  const scored = self.filter(({ code }) => latest.get(code)?.self);
  const explained = scored.filter(({ code }) => latest.get(code)?.self?.note);
  const appraisal = items.filter((item) => isScoredAt(item, 'appraised_1'));
  const survey = items.filter((item) => isScoredAt(item, 'survey'));
  return {
    selfItems: self.length,
    selfScored: scored.length,
    withEvidence: self.filter(({ code }) => evident.has(code)).length,
    withExplanation: explained.length,
    unproven: scored.filter(({ code }) => !evident.has(code) && !latest.get(code)?.self?.note).map(({ code }) => code),
    unscored: self.filter(({ code }) => !latest.get(code)?.self).map(({ code }) => code),
    appraisalItems: appraisal.length,
    appraised: appraisal.filter(
      ({ code }) => standingScore(latest.get(code), 'appraised_1') ?? standingScore(latest.get(code), 'appraised_2'),
    ).length,
    surveyItems: survey.length,
    surveyed: survey.filter(({ code }) => latest.get(code)?.survey).length,
  };
}
