// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import css from './charts.module.css';
import { type Asked, type Counts, type Measure, type StatisticRow, statisticsQuery } from './dossiers.api.ts';
import { numberAddress } from './number-address.ts';

/** Parts of a bar from the ground up. */
const parts = [
  { key: 'early', measure: 'early' },
  { key: 'onTime', measure: 'on_time' },
  { key: 'late', measure: 'late' },
  { key: 'closed', measure: 'closed' },
] as const satisfies readonly { readonly key: keyof Counts; readonly measure: Measure }[];

/** The keyboard reaches what scrolls, also where no bar can be opened. */
const reached = (label: string) => ({ tabIndex: 0, role: 'region', 'aria-label': label }) as const;

const solved = (counts: Counts): number => parts.reduce((sum, { key }) => sum + counts[key], 0);

/** How did the results of the period come, month by month? The same numbers stand in the table by month. */
export function MonthsChart({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation('dossiers');
  const months = useQuery(statisticsQuery({ ...asked, by: 'month' }));
  return (
    <Section title={t('chart_title')} aside={t('chart_aside')}>
      <Loading of={months} lines={4}>
        {({ rows }) => <Bars rows={rows} asked={asked} />}
      </Loading>
    </Section>
  );
}

function Bars({ rows, asked }: { readonly rows: readonly StatisticRow[]; readonly asked: Asked }) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const most = Math.max(0, ...rows.map(({ counts }) => solved(counts)));
  if (most === 0) return <p className="soft">{t('chart_none')}</p>;
  return (
    <figure>
      <figcaption className={css['legend']}>
        {parts.map(({ measure }) => (
          <span key={measure}>
            <i className={css['swatch']} data-part={measure} aria-hidden="true" /> {t(`legend.${measure}`)}
          </span>
        ))}
      </figcaption>
      <div className={css['scroller']} {...reached(t('chart_title'))}>
        <ol className={css['months']}>
          {rows.map((row) => (
            <li key={row.key}>
              <span className={css['value']}>{format.number(solved(row.counts))}</span>
              <span className={css['bar']} style={{ height: `${(solved(row.counts) / most) * 180}px` }}>
                {parts.toReversed().map(({ key, measure }) => (
                  <Part key={measure} row={row} asked={asked} measure={measure} count={row.counts[key]} />
                ))}
              </span>
              <span className={css['month']}>{row.label}</span>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

type PartProps = {
  readonly row: StatisticRow;
  readonly asked: Asked;
  readonly measure: (typeof parts)[number]['measure'];
  readonly count: number;
};

/** One stretch of a bar; it opens to its dossiers. */
function Part({ row, asked, measure, count }: PartProps) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const can = useCan();
  if (count === 0) return null;
  const told = t('chart_part', { month: row.label, what: t(`legend.${measure}`), count: format.number(count) });
  const look = { className: css['part'], 'data-part': measure, style: { flexGrow: count }, title: told };
  if (!can('dossiers.read')) return <span {...look} role="img" aria-label={told} />;
  return <Link {...look} to={numberAddress({ ...asked, from: row.from, to: row.to }, measure)} aria-label={told} />;
}
