// SPDX-License-Identifier: Apache-2.0
import { differenceOf } from './decimal.ts';
import { explainFigure, type FigureFacts, formulaOf } from './explain.ts';
import type { Cell, Revision } from './figure.ts';
import { figureValue, type IndicatorVersion, type Judgement, judge, type Parts } from './indicator.ts';
import type { Period } from './period.ts';

/** A figure as screens, documents and other modules show it. */
export type DescribedFigure = Parts & {
  readonly indicator: IndicatorVersion;
  readonly unitId: string;
  readonly value: string | null;
  readonly origin: Cell['origin'];
  readonly parts: number;
  readonly judgement: Judgement;
  readonly sentence: string;
  readonly formula: string | null;
  readonly own: (Parts & { readonly value: string | null; readonly revision: Revision | null }) | null;
  readonly official: (Parts & { readonly value: string | null; readonly revision: Revision | null }) | null;
  /** Official value less the unit's own. */
  readonly difference: string | null;
  /** What an editor names as seen. */
  readonly ownNumber: number;
};

export type DescribeGround = {
  readonly indicator: IndicatorVersion;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly cell: Cell | undefined;
  readonly newest: { readonly own: Revision | undefined; readonly official: Revision | undefined };
  readonly writeInstant: (instant: string) => string;
};

/** Puts everything together that is told of one figure. */
export function describeFigure({ indicator, unitId, unitName, period, cell, newest, writeInstant }: DescribeGround): DescribedFigure {
  const inUse = cell?.origin ? { numerator: cell.numerator, denominator: cell.denominator, origin: cell.origin, parts: cell.parts } : null;
  const shown = inUse?.origin === 'official' ? newest.official : newest.own;
  const facts: FigureFacts = {
    indicator,
    unitName,
    period,
    inUse,
    own: cell?.own ?? null,
    published:
      newest.official?.issuer && newest.official.citation ? { issuer: newest.official.issuer, citation: newest.official.citation } : null,
    recorded: shown && inUse?.origin !== 'summed' ? recordingOf(shown, writeInstant) : null,
    imported: shown?.fileName && shown.fileRow ? { fileName: shown.fileName, row: shown.fileRow } : null,
  };
  const value = inUse ? figureValue(indicator, inUse) : null;
  const own = cell?.own ? { ...partsOf(cell.own), value: figureValue(indicator, cell.own), revision: newest.own ?? null } : null;
  const official = cell?.official
    ? { ...partsOf(cell.official), value: figureValue(indicator, cell.official), revision: newest.official ?? null }
    : null;
  return {
    indicator,
    unitId,
    numerator: inUse?.numerator ?? null,
    denominator: inUse?.denominator ?? null,
    value,
    origin: inUse?.origin ?? null,
    parts: inUse?.parts ?? 0,
    judgement: judge(indicator, value),
    sentence: explainFigure(facts),
    formula: inUse ? formulaOf(indicator, inUse) : null,
    own,
    official,
    difference: own?.value && official?.value ? differenceOf(official.value, own.value) : null,
    ownNumber: cell?.ownNumber ?? 0,
  };
}

function recordingOf({ enteredByName, enteredAt, recordedByName, recordedAt }: Revision, write: (instant: string) => string) {
  return enteredByName !== null && enteredAt !== null
    ? { by: enteredByName, at: write(enteredAt), countedAgainAt: write(recordedAt) }
    : { by: recordedByName, at: write(recordedAt) };
}

const partsOf = ({ numerator, denominator }: Parts): Parts => ({ numerator, denominator });
