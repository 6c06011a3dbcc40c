// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { FigureOrigin } from '../../../shared/ui/figure/figure-origin.ts';
import type { Sheet, SheetItem, ToldScore } from './cycle.api.ts';

/** What the points of an item rest on: the sentence of the engine, numerator and denominator, evidence, person, rule and law. */
export function useScoreOrigin({ set, round }: Pick<Sheet, 'set' | 'round'>): (item: SheetItem, score: ToldScore) => FigureOrigin {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (item, score) => {
    const { input } = score;
    const ratio = input.kind === 'ratio' && 'ratio' in item.rule ? item.rule.ratio : null;
    const papers = item.papers.map(({ name, place }) => (place ? `${name} (${place})` : name)).join('; ');
    const said = score.note ? `${t('figure.note', { text: score.note })}. ` : '';
    return {
      sentence: `${t(`stage.${score.stage}`)}, ${item.code}: ${score.sentence}`,
      ...(ratio && input.kind === 'ratio'
        ? {
            numerator: { value: format.number(input.numerator), label: ratio.numerator },
            denominator: { value: format.number(input.denominator), label: ratio.denominator },
          }
        : {}),
      ...(score.origin ? { recordsHref: sourceAddress(score.origin, round.id) } : {}),
      source: score.source ?? `${said}${papers ? t('figure.evidence', { names: papers }) : t('figure.no_evidence')}`,
      recordedBy: score.actorName,
      recordedAt: format.instant(score.at),
      rule: item.ruleText,
      law: set.legalBasis || null,
    };
  };
}

/** Where the source of a score that nobody typed is looked at. */
function sourceAddress(origin: NonNullable<ToldScore['origin']>, roundId: string): string {
  switch (origin.kind) {
    case 'survey':
      return `/scoring/rounds/${roundId}/survey`;
    case 'figure':
      return `/figures/${origin.unitId}/${origin.indicatorId}?period=${origin.period}`;
    case 'service_index':
      return `/scoring/service-index/units/${encodeURIComponent(origin.unitKey)}?period=${origin.period}`;
    case 'own_dossiers':
      return `/scoring/service-index/own?unit=${origin.unitId}&period=${origin.period}`;
  }
}

type View = keyof Sheet['results'];

/** What the points of a field or criterion are added up from. */
export function useSumOrigin({ items, results, set }: Sheet): (item: SheetItem, view: View) => FigureOrigin {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (item, view) => {
    const pointsOf = (code: string): string => {
      const found = results[view].nodes.find((node) => node.code === code) ?? results[view].items.find((one) => one.code === code);
      return found?.points ?? '0';
    };
    const parts = items.filter(({ parentCode }) => parentCode === item.code).map(({ code }) => `${code}: ${format.number(pointsOf(code))}`);
    const node = results[view].nodes.find(({ code }) => code === item.code);
    return {
      sentence: t(view === 'self' ? 'figure.sum_self' : 'figure.sum', { code: item.code, name: item.name }),
      numerator: { value: format.number(node?.points ?? '0'), label: t('round.points') },
      denominator: { value: format.number(node?.applicableMaximum ?? item.maximum), label: t('round.maximum') },
      rule: t('figure.parts', { parts: parts.join('; ') }),
      law: set.legalBasis || null,
    };
  };
}

/** Why the year before has no points of an item. */
export const noPointsYet = (isPublished: boolean) => (isPublished ? ('sheet.last_unscored' as const) : ('sheet.last_unpublished' as const));

/** Where the points of the year before stand, and who gave them. */
export function useLastYearOrigin(): (item: SheetItem, lastYear: NonNullable<SheetItem['lastYear']>) => FigureOrigin {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (item, { year, sheetId, isPublished, points, remark, score }) => ({
    sentence: t(points === null ? noPointsYet(isPublished) : score ? 'figure.last_year' : 'figure.last_year_sum', {
      year,
      code: item.code,
      name: item.name,
    }),
    source: score ? t(`stage.${score.stage}`) : t('figure.last_year_sheet', { year }),
    ...(score ? { recordedBy: score.actorName, recordedAt: format.instant(score.at) } : {}),
    rule: remark ? t('sheet.remark', { year, text: remark }) : null,
    recordsHref: `/scoring/sheets/${sheetId}?item=${encodeURIComponent(item.method === null ? '' : item.code)}`,
  });
}

/** What the greatest number of points of an item or row rests on. */
export function useMaximumOrigin({ set, items }: Sheet): (item: SheetItem) => FigureOrigin {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (item) => {
    const parts = items
      .filter(({ parentCode }) => parentCode === item.code)
      .map(({ code, maximum }) => `${code}: ${format.number(maximum)}`);
    return {
      sentence: t('figure.maximum', { code: item.code, name: item.name }),
      source: set.title,
      rule: item.ruleText || (parts.length > 0 ? t('figure.parts', { parts: parts.join('; ') }) : null),
      law: set.legalBasis || null,
      recordsHref: `/scoring/sets/${set.id}`,
    };
  };
}

/** What the total of a sheet in a view rests on: the points of its fields. */
export function useTotalOrigin({ items, results, set, unit }: Sheet): (view: View) => FigureOrigin {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (view) => {
    const { total, base, nodes } = results[view];
    const fields = items.filter(({ kind }) => kind === 'field');
    const parts = fields.map(({ code }) => `${code}: ${format.number(nodes.find((node) => node.code === code)?.points ?? '0')}`);
    return {
      sentence: t(view === 'self' ? 'round.self_text' : 'figure.total', { unit: unit.authorityName }),
      numerator: { value: format.number(total), label: t('round.points') },
      denominator: { value: format.number(base), label: t('round.maximum'), href: `/scoring/sets/${set.id}` },
      source: t('round.source'),
      rule: t('round.rule_sum', { parts: parts.join('; ') }),
      law: set.legalBasis || null,
    };
  };
}
