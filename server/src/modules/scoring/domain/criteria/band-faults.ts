// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../arithmetic/decimal.ts';
import { compare, type Fraction, zero } from '../arithmetic/fraction.ts';
import { checkedNumber, plainDecimal } from './checked-number.ts';
import type { Report } from './fault.ts';
import type { Band } from './rule.ts';

/** An end of a band: just before, at, or just after a number; without number it lies beyond all others. */
type Edge = { readonly at: Fraction | null; readonly side: -1 | 0 | 1 };
type Span = { readonly index: number; readonly start: Edge; readonly end: Edge };

/**
 * Reports what keeps bands from holding every value from 0 to `upTo` (without end where null) exactly once.
 *
 * Each end becomes a place just before or just after its number, so that "over 90" and "from 90" differ and neighbours are neighbours
 * exactly if one ends where the next one starts.
 */
export function checkBands(bands: readonly Band[], upTo: Fraction | null, report: Report): void {
  if (bands.length === 0) report('too_few', 'rule.bands', { least: '1' });
  const spans = bands.flatMap((band, index) => spanOf(band, index, report) ?? []);
  if (spans.length < bands.length || bands.length === 0) return;
  spans.sort((a, b) => compareEdges(a.start, b.start));
  let reached: Edge = { at: zero, side: -1 };
  const last: Edge = { at: upTo, side: 1 };
  for (const { index, start, end } of spans) {
    const path = `rule.bands.${index}`;
    if (compareEdges(start, last) >= 0) report('band_empty', path);
    else if (compareEdges(start, reached) > 0) report('band_gap', `${path}.from`, { value: valueAfter(reached) });
    else if (compareEdges(start, reached) < 0) report('band_overlap', `${path}.from`, { value: valueAfter(start) });
    if (compareEdges(end, reached) > 0) reached = end;
  }
  if (compareEdges(reached, last) < 0) report('band_gap', 'rule.bands', { value: valueAfter(reached) });
}

function spanOf(band: Band, index: number, report: Report): Span | undefined {
  const path = `rule.bands.${index}`;
  const from = band.from === null ? null : checkedNumber(band.from, `${path}.from`, report);
  const to = band.to === null ? null : checkedNumber(band.to, `${path}.to`, report);
  if (from === undefined || to === undefined) return undefined;
  const start: Edge = from === null ? { at: zero, side: -1 } : { at: from, side: band.includesFrom ? -1 : 1 };
  const end: Edge = to === null ? { at: null, side: 1 } : { at: to, side: band.includesTo ? 1 : -1 };
  if (compareEdges(start, end) < 0) return { index, start, end };
  report('band_empty', path);
  return undefined;
}

function compareEdges(a: Edge, b: Edge): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
  return compare(a.at, b.at) || a.side - b.side;
}

/** A value that lies just after an edge, for the sentence. */
function valueAfter({ at, side }: Edge): string {
  if (at === null) return '∞';
  return side < 0 ? plainDecimal(at) : `> ${plainDecimal(at)}`;
}

/** Reports points above the maximum, and a greatest number of points that is not the maximum. */
export function checkGreatest(
  values: readonly { readonly text: string; readonly path: string }[],
  wanted: Fraction,
  listPath: string,
  report: Report,
): void {
  let greatest: Fraction | null = null;
  for (const { text, path } of values) {
    checkedNumber(text, path, report, { most: wanted });
    const value = decimal(text);
    if (value && (!greatest || compare(value, greatest) > 0)) greatest = value;
  }
  if (greatest && compare(greatest, wanted) < 0)
    report('greatest', listPath, { found: plainDecimal(greatest), wanted: plainDecimal(wanted) });
}
