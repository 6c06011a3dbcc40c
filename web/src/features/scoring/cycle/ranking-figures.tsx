// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { ItemCount } from './counts/sheet-count.tsx';
import type { RankingGroup, RankingRow } from './cycle.api.ts';

/** Where the numbers of a row are looked at. */
export type RowBehind = { readonly href: string; readonly isSheet: boolean };

type OfRow = { readonly row: RankingRow; readonly group: RankingGroup; readonly href: string };

/** The points of a unit with those of each field. */
export function Total({ row, group, href, value }: OfRow & { readonly value: string }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const parts = group.fields.map(({ name }, place) => `${name}: ${format.number(row.fieldPoints[place] ?? '0')}`).join('; ');
  return (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('round.total_text', { unit: row.unitName, maximum: format.number(group.maximum) }),
        rule: t('round.rule_sum', { parts }),
        source: t('round.source'),
        recordsHref: href,
      }}
    />
  );
}

/** The index of a unit as a quotient. */
export function IndexFigure({ row, group, href, value }: OfRow & { readonly value: string }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  return (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('round.index_text', { unit: row.unitName }),
        numerator: { value: format.number(row.total), label: t('round.points') },
        denominator: { value: format.number(group.maximum), label: t('round.maximum') },
        rule: t('round.index_rule'),
        recordsHref: href,
      }}
    />
  );
}

/** How many items of the unit no points count for. */
export function Missing({ row, behind }: { readonly row: RankingRow; readonly behind: RowBehind }) {
  const format = useFormat();
  if (!behind.isSheet) return <>{format.number(row.missing)}</>;
  return <ItemCount unit={{ id: row.sheetId, authorityName: row.unitName }} count={row.missing} show="missing" />;
}

/** How many places up or down since the last published year, in words and with the old rank. */
export function Change({ row: { rank, before, unitName } }: { readonly row: RankingRow }) {
  const { t } = useTranslation('cycle');
  if (rank === null || !before?.rank) return <span className="soft">{t('round.before_none')}</span>;
  const places = before.rank - rank;
  const key = places > 0 ? 'round.up' : places < 0 ? 'round.down' : 'round.same';
  const was = { year: before.year, rank: before.rank, of: before.of };
  return (
    <>
      <ExplicitFigure
        value={t(key, { places: Math.abs(places) })}
        label={unitName}
        origin={{ sentence: t('round.before_text', { ...was, unit: unitName, now: rank }), rule: t('round.before_rule') }}
      />{' '}
      <span className="small soft digits">{t('round.before_rank', was)}</span>
    </>
  );
}

/** The place in the peer group: how many stand higher, and by what they are compared. */
export function Rank({ row, group, href }: OfRow) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const of = group.rows.length;
  const above = group.rows.filter(({ rank }) => rank !== null && row.rank !== null && rank < row.rank).length;
  return (
    <ExplicitFigure
      value={format.number(row.rank ?? 0)}
      label={`${row.unitName}, ${t('round.rank')}`}
      origin={{
        sentence: t('round.rank_text', { unit: row.unitName, rank: row.rank, of, above }),
        source: row.index === null ? t('round.source') : `${t('round.index')}: ${format.percent(row.index)}`,
        rule: t('round.rank_rule'),
        recordsHref: href,
      }}
    />
  );
}

/** The grade with the line of the index at which it begins. */
export function GradeFigure({ row, group, href }: OfRow) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const lines = group.grades.map(({ name, fromPercent }) => t('round.grade_line', { name, from: format.percent(fromPercent) }));
  return (
    <ExplicitFigure
      value={row.grade ?? ''}
      label={`${row.unitName}, ${t('round.grade')}`}
      origin={{
        sentence: t('round.grade_text', {
          unit: row.unitName,
          grade: row.grade,
          index: row.index === null ? '–' : format.percent(row.index),
        }),
        source: t('round.source'),
        rule: lines.join('; '),
        recordsHref: href,
      }}
    />
  );
}

export function SelfTotal({ row, value, href }: { readonly row: RankingRow; readonly value: string; readonly href: string }) {
  const { t } = useTranslation('cycle');
  return (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('round.self_text', { unit: row.unitName }),
        source: t('round.source'),
        rule: t('round.self_rule'),
        recordsHref: href,
      }}
    />
  );
}
