// SPDX-License-Identifier: Apache-2.0
import type { Operand } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { findMeasure, type Measure } from './measures.ts';

export type PartPlace = {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly period: Period;
  readonly part: 'numerator' | 'denominator';
};

/** What counts one part of a figure, and the page of the product that lists the records; nothing for what people enter. */
export function recordsOf(
  operand: Operand,
  { unitId, indicatorId, period, part }: PartPlace,
): { readonly measure: Pick<Measure, 'code' | 'version' | 'name' | 'sentence'> | null; readonly recordsPath: string | null } {
  const found = operand.measure ? findMeasure(operand.measure) : undefined;
  if (!found) return { measure: null, recordsPath: null };
  const { code, version, name, sentence } = found;
  const ownPage = found.listRecords ? `/figures/records?${new URLSearchParams({ unitId, indicatorId, period: period.key, part })}` : null;
  return {
    measure: { code, version, name, sentence },
    recordsPath: found.recordsPath?.({ unitId, from: period.from, to: period.to }) ?? ownPage,
  };
}
