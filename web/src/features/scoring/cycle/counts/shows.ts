// SPDX-License-Identifier: Apache-2.0
import type { Sheet, SheetItem } from '../cycle.api.ts';

/** What a sheet can be narrowed to; the address keeps it, so that every count leads to exactly the items that it counts. */
export const shows = [
  'all',
  'own',
  'scored',
  'unscored',
  'evident',
  'unevident',
  'explained',
  'unexplained',
  'unproven',
  'appraisal',
  'appraised',
  'unappraised',
  'lowered',
  'objected',
  'missing',
] as const;
export type Show = (typeof shows)[number];

/** The sheet narrowed to some of its items. */
export function sheetAddress(sheetId: string, show: Show = 'all'): string {
  return `/scoring/sheets/${sheetId}${show === 'all' ? '' : `?show=${show}`}`;
}

/** The codes of the items that are shown. */
export function codesShown({ counts: { listed }, items, results }: Sheet, show: Show): readonly string[] {
  const judged = items.filter(({ method }) => method !== null);
  const having = (holds: (item: SheetItem) => boolean): string[] => judged.filter(holds).map(({ code }) => code);
  switch (show) {
    case 'all':
      return having(() => true);
    case 'own':
      return [...listed.scored, ...listed.unscored];
    case 'appraisal':
      return [...listed.appraised, ...listed.unappraised];
    case 'lowered':
      return having(isLowered);
    case 'objected':
      return having(({ objections }) => objections.some(({ answer }) => answer === null));
    case 'missing':
      return results.final.missing;
    default:
      return listed[show];
  }
}

/** Out of how many items those that are shown are. */
export function itemsInAll(sheet: Sheet, show: Show): number {
  if (show === 'appraisal' || show === 'lowered' || show === 'objected' || show === 'missing') return codesShown(sheet, 'all').length;
  return show === 'appraised' || show === 'unappraised' ? sheet.counts.appraisalItems : sheet.counts.selfItems;
}

/** Whether the appraisal took points of the self-score away. */
function isLowered({ scores, counting }: SheetItem): boolean {
  const self = scores.findLast(({ stage }) => stage === 'self');
  return self !== undefined && counting !== null && Number(counting.points) < Number(self.points);
}
