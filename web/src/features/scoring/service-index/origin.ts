// SPDX-License-Identifier: Apache-2.0
import type { FigureOrigin } from '../../../shared/ui/figure/figure-origin.ts';
import type { GroupSheet, IndexFigure, MetricSheet, OwnMetric, UnitIndex } from './service-index.api.ts';
import type { useWords } from './use-words.ts';

type Words = ReturnType<typeof useWords>;
type Metric = Pick<
  MetricSheet,
  'name' | 'maximum' | 'rule' | 'fullFromPercent' | 'certainty' | 'note' | 'numerator' | 'denominator' | 'ratio' | 'documentCode'
>;

/** The formula of a metric in words, with how sure it is. */
export function ruleWords({ t, format }: Words, metric: Metric, isPayment = false): string {
  const values = {
    maximum: format.number(metric.maximum),
    threshold: metric.fullFromPercent ? format.percent(metric.fullFromPercent) : '',
  };
  return [t(`rule.${metric.rule}`, values), isPayment ? t('rule.binary') : null, `${t(`certainty.${metric.certainty}`)}.`, metric.note]
    .filter(Boolean)
    .join(' ')
    .replace(/\.$/, '');
}

function operands(words: Words, metric: Metric): Pick<FigureOrigin, 'numerator' | 'denominator'> {
  const { numerator, denominator } = metric;
  if (numerator.value === null || denominator.value === null) return {};
  return {
    numerator: { value: words.format.number(numerator.value), label: words.name(numerator.name) },
    denominator: { value: words.format.number(denominator.value), label: words.name(denominator.name) },
  };
}

function sourceOf(words: Words, figure: IndexFigure): Partial<FigureOrigin> {
  const { source } = figure;
  if (!source) return {};
  return {
    source: `${source.note ?? source.name} · ${words.t('place', { place: source.place })}`,
    recordedBy: source.importedBy,
    recordedAt: source.importedAt,
    asOf: source.asOf,
  };
}

function differing(words: Words, figure: IndexFigure): Partial<FigureOrigin> {
  if (figure.apart === null || Number(figure.apart) === 0) return {};
  return {
    inconsistent: {
      declared: words.points(figure.official),
      recomputed: words.points(figure.computed),
      explanation: words.t('official_used', { apart: words.points(figure.apart) }),
    },
  };
}

/** What the points of one metric rest on. */
export function metricOrigin(words: Words, metric: MetricSheet, group: GroupSheet, law: string): FigureOrigin {
  const { t } = words;
  return {
    sentence: `${metric.documentCode} ${words.name(metric.name)}. ${t(metric.figure.official === null ? 'computed_only' : 'published')}`,
    ...operands(words, metric),
    ...sourceOf(words, metric.figure),
    ...differing(words, metric.figure),
    rule: ruleWords(words, metric, group.group === 'payment'),
    law,
  };
}

/** What the points of a group rest on: its metrics, as published. */
export function groupOrigin(words: Words, group: GroupSheet, law: string): FigureOrigin {
  const { t } = words;
  return {
    sentence: `${words.name(group.name)} (${group.portalCode}). ${t(group.figure.official === null ? 'computed_only' : 'published')}`,
    numerator: { value: words.points(group.figure.official ?? group.figure.computed), label: t('points_reached') },
    denominator: { value: words.format.number(group.maximum), label: t('points_maximum') },
    ...sourceOf(words, group.figure),
    ...differing(words, group.figure),
    rule: t('rule.total'),
    law,
  };
}

/** What the total of a unit is added up from; groups that are not known count nothing in it. */
export function totalOrigin(words: Words, { unit, groups, total, rules }: UnitIndex): FigureOrigin {
  const { t, points, name } = words;
  const maximum = groups.reduce((sum, group) => sum + Number(group.maximum), 0);
  const parts = groups.map((group) => `${name(group.name)}: ${points(group.figure.official ?? group.figure.computed)}`);
  return {
    sentence: t('total_text', { unit: unit.name, known: total.known, groups: groups.length }),
    numerator: { value: points(total.score), label: t('points_reached') },
    denominator: { value: words.format.number(maximum), label: t('points_maximum') },
    rule: t('total_rule', { parts: parts.join('; ') }),
    law: rules.citation,
  };
}

/** What a metric from own dossiers rests on. */
export function ownOrigin(words: Words, metric: OwnMetric, countedAt: string, recordsHref?: string): FigureOrigin {
  return {
    sentence: `${metric.documentCode} ${words.name(metric.name)}.`,
    ...operands(words, metric),
    source: words.t('own_source'),
    recordedAt: countedAt,
    rule: ruleWords(words, metric),
    ...(recordsHref ? { recordsHref } : {}),
  };
}
