// SPDX-License-Identifier: Apache-2.0
import type { Indicator, IndicatorContent } from './indicators.api.ts';

export const periodKinds = ['month', 'quarter', 'half', 'year', 'legal', 'days'] as const;

/** An indicator as it is typed: numbers as Vietnamese writes them, nothing where a field is empty. */
export type IndicatorDraft = Omit<IndicatorContent, 'denominator' | 'goodFrom' | 'warnFrom' | 'legalBasis' | 'note' | 'decimals'> & {
  readonly denominator: IndicatorContent['numerator'];
  readonly goodFrom: string;
  readonly warnFrom: string;
  readonly legalBasis: string;
  readonly note: string;
  readonly decimals: string;
};

export const emptyDraft: IndicatorDraft = {
  name: '',
  reformField: 'steering',
  kind: 'ratio',
  unitOfMeasure: '%',
  numerator: { label: '', measure: null },
  denominator: { label: '', measure: null },
  scale: '100',
  decimals: '2',
  aggregation: 'sum',
  periodKinds: ['month', 'quarter', 'half', 'year', 'legal'],
  direction: 'higher',
  goodFrom: '',
  warnFrom: '',
  legalBasis: '',
  mark: null,
  note: '',
};

const comma = (text: string | null): string => (text ?? '').replace('.', ',');
const decimal = (text: string): string | null => text.trim().replace(',', '.') || null;

/** The last version as the start of the next one. */
export function draftOf(version: Indicator): IndicatorDraft {
  const { name, reformField, kind, unitOfMeasure, numerator, denominator, scale, decimals, aggregation, periodKinds, direction } = version;
  return {
    ...{ name, reformField, kind, unitOfMeasure, numerator, scale, aggregation, periodKinds, direction },
    denominator: denominator ?? emptyDraft.denominator,
    decimals: String(decimals),
    goodFrom: comma(version.goodFrom),
    warnFrom: comma(version.warnFrom),
    legalBasis: version.legalBasis ?? '',
    mark: version.mark,
    note: version.note ?? '',
  };
}

/** What is sent of a draft; a count has no denominator and no factor. */
export function contentOf(draft: IndicatorDraft): IndicatorContent {
  const isCount = draft.kind === 'count';
  return {
    ...draft,
    denominator: isCount ? null : draft.denominator,
    scale: isCount ? '1' : draft.scale.trim() || '1',
    decimals: Number.parseInt(draft.decimals, 10) || 0,
    goodFrom: draft.direction === 'none' ? null : decimal(draft.goodFrom),
    warnFrom: draft.direction === 'none' ? null : decimal(draft.warnFrom),
    legalBasis: draft.legalBasis.trim() || null,
    note: draft.note.trim() || null,
  };
}
