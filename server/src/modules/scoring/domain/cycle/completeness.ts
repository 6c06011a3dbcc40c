// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import { isScoredAt, latestScores, type Score, type Stage, standingScore } from './stages.ts';

/** What items of a sheet have and lack, as its counts count them. */
export type Listing =
  | 'scored'
  | 'unscored'
  | 'evident'
  | 'unevident'
  | 'explained'
  | 'unexplained'
  | 'unproven'
  | 'appraised'
  | 'unappraised';

/** How far a unit's sheet has come, each count by itself and never one percentage of all. */
export type Completeness = {
  /** Items that the unit scores itself. */
  readonly selfItems: number;
  readonly selfScored: number;
  readonly withEvidence: number;
  readonly withExplanation: number;
  /** Items that are appraised. */
  readonly appraisalItems: number;
  readonly appraised: number;
  readonly surveyItems: number;
  readonly surveyed: number;
  /** The codes of the items behind each count and of those that it leaves out; `unproven` are scored without evidence or explanation. */
  readonly listed: Readonly<Record<Listing, readonly string[]>>;
};

/** What of a sheet is counted from its scores and evidence alone, for the list of all sheets. */
export type Progress = Pick<Completeness, 'selfScored' | 'withEvidence' | 'withExplanation' | 'appraised' | 'surveyed'>;

/** The counts of a sheet in the list of all sheets, which names no items. */
export type SheetCounts = Omit<Completeness, 'listed'>;

const nothingYet: Progress = { selfScored: 0, withEvidence: 0, withExplanation: 0, appraised: 0, surveyed: 0 };

/** Counts as they are where they were counted elsewhere, beside what there is to do; a sheet that nobody has touched has no progress. */
export function sheetCounts(items: readonly CriteriaNode[], progress: Progress = nothingYet): SheetCounts {
  const at = (stage: Stage): number => items.filter((item) => isScoredAt(item, stage)).length;
  return { selfItems: at('self'), appraisalItems: at('appraised_1'), surveyItems: at('survey'), ...progress };
}

/** Counts a sheet: the items of its set, its scores, and the items that have evidence. */
export function completenessOf(items: readonly CriteriaNode[], scores: readonly Score[], evidence: ReadonlySet<string>): Completeness {
  const latest = latestScores(scores);
  const at = (stage: Stage): string[] => items.filter((item) => isScoredAt(item, stage)).map(({ code }) => code);
  const [self, appraisal, survey] = [at('self'), at('appraised_1'), at('survey')];
  const [scored, unscored] = parted(self, (code) => latest.get(code)?.self !== undefined);
  const [evident, unevident] = parted(self, (code) => evidence.has(code));
  const [explained, unexplained] = parted(self, (code) => Boolean(latest.get(code)?.self?.note));
  const [appraised, unappraised] = parted(appraisal, (code) => {
    const own = latest.get(code);
    return (standingScore(own, 'appraised_1') ?? standingScore(own, 'appraised_2')) !== undefined;
  });
  const unproven = scored.filter((code) => unevident.includes(code) && unexplained.includes(code));
  return {
    selfItems: self.length,
    selfScored: scored.length,
    withEvidence: evident.length,
    withExplanation: explained.length,
    appraisalItems: appraisal.length,
    appraised: appraised.length,
    surveyItems: survey.length,
    surveyed: survey.filter((code) => latest.get(code)?.survey).length,
    listed: { scored, unscored, evident, unevident, explained, unexplained, unproven, appraised, unappraised },
  };
}

/** The codes of which something holds, and the others. */
function parted(codes: readonly string[], holds: (code: string) => boolean): [string[], string[]] {
  return [codes.filter(holds), codes.filter((code) => !holds(code))];
}
