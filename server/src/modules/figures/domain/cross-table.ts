// SPDX-License-Identifier: Apache-2.0
import type { IndicatorVersion } from './indicator.ts';
import { figureValue } from './indicator.ts';
import type { Period } from './period.ts';

/** What can stand in the rows and the columns of a cross table; the third one stands still. */
export const crossColumns = ['units', 'indicators', 'periods'] as const;
export type CrossColumn = (typeof crossColumns)[number];

export type CrossKeys = { readonly rowKeys: readonly string[]; readonly columnKeys: readonly string[]; readonly fixedKey: string };

/** The dimension that is in neither rows nor columns; undefined where both are the same. */
export function standingStill(rows: CrossColumn, columns: CrossColumn): CrossColumn | undefined {
  return rows === columns ? undefined : crossColumns.find((one) => one !== rows && one !== columns);
}

/** The version of an indicator that a period is counted by: the one in force on its last day, where it is kept for such periods. */
export function versionFor(versions: readonly IndicatorVersion[], period: Pick<Period, 'to' | 'kind'>): IndicatorVersion | undefined {
  const found = versions.find(({ validFrom, validTo }) => validFrom <= period.to && (validTo === null || validTo >= period.to));
  return found?.periodKinds.includes(period.kind) ? found : undefined;
}

/**
 * The values of one row from its cells, `place:numerator:denominator` with a space between two; null where there is none.
 *
 * @example
 * valuesOf('0:98:100 2:7:', 3, () => ({ kind: 'ratio', scale: '100', decimals: 2 })) // ['98.00', null, null]
 */
export function valuesOf(
  cells: string,
  width: number,
  versionAt: (place: number) => Pick<IndicatorVersion, 'kind' | 'scale' | 'decimals'> | undefined,
): (string | null)[] {
  const values = new Array<string | null>(width).fill(null);
  let from = 0;
  while (from < cells.length) {
    const first = cells.indexOf(':', from);
    const second = cells.indexOf(':', first + 1);
    const space = cells.indexOf(' ', second + 1);
    const end = space < 0 ? cells.length : space;
    const place = Number(cells.slice(from, first));
    const version = versionAt(place);
    if (version && place < width)
      values[place] = figureValue(version, {
        numerator: first + 1 === second ? null : cells.slice(first + 1, second),
        denominator: second + 1 === end ? null : cells.slice(second + 1, end),
      });
    from = end + 1;
  }
  return values;
}
