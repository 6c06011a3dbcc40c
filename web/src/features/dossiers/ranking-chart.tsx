// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import css from './charts.module.css';
import { type Asked, type Counts, type Grouping, type StatisticRow, statisticsQuery } from './dossiers.api.ts';
import { numberAddress } from './number-address.ts';
import { labelOf, narrowed } from './statistics-table.tsx';

const shown = 12;
const late = ({ late, overdue }: Counts): number => late + overdue;

type Props = {
  readonly rows: readonly StatisticRow[];
  readonly total: Counts;
  readonly by: Grouping;
  readonly asked: Asked;
};

/** The chart of procedures, which are too many to have them all on the page. */
export function ProcedureRanking({ asked }: { readonly asked: Asked }) {
  const worst = useQuery(statisticsQuery({ ...asked, by: 'procedure', sort: 'behind', order: 'desc', limit: shown }));
  return <Loading of={worst}>{({ rows, total }) => <RankingChart rows={rows} total={total} by="procedure" asked={asked} />}</Loading>;
}

/** Where are dossiers late or overdue? The longest bars stand first; each bar opens to its dossiers. */
export function RankingChart({ rows, total, by, asked }: Props) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const can = useCan();
  const ranked = rows
    .filter(({ counts }) => late(counts) > 0)
    .sort((a, b) => late(b.counts) - late(a.counts))
    .slice(0, shown);
  const most = late(ranked[0]?.counts ?? ({ late: 0, overdue: 0 } as Counts));
  const rest = ranked.reduce((left, { counts }) => left - late(counts), late(total));
  return (
    <Section title={t('ranking_title')} aside={t('ranking_aside')}>
      {ranked.length === 0 ? <p>{t('ranking_none')}</p> : null}
      <ol className={css['ranking']}>
        {ranked.map((row) => (
          <li key={row.key}>
            <span>{labelOf(row, by, t)}</span>
            <span className={css['line']}>
              <Stretch row={row} asked={narrowed(asked, row, by)} measure="late" count={row.counts.late} most={most} />
              <Stretch row={row} asked={narrowed(asked, row, by)} measure="overdue" count={row.counts.overdue} most={most} />
              <ExplicitFigure
                value={format.number(late(row.counts))}
                origin={{
                  sentence: t('late_text', { of: labelOf(row, by, t) }),
                  rule: t('late_rule', { late: format.number(row.counts.late), overdue: format.number(row.counts.overdue) }),
                  ...lateRecords(narrowed(asked, row, by), row.counts, can('dossiers.read')),
                }}
              />
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <p className="small soft" style={{ marginTop: 10 }}>
          {t('ranking_rest', { count: format.number(rest) })}
        </p>
      ) : null}
    </Section>
  );
}

/** The dossiers of the greater part; the other part opens from its own stretch. */
function lateRecords(asked: Asked | null, { late, overdue }: Counts, mayRead: boolean): { readonly recordsHref?: string } {
  return asked && mayRead ? { recordsHref: numberAddress(asked, late >= overdue ? 'late' : 'overdue') } : {};
}

type StretchProps = {
  readonly row: StatisticRow;
  readonly asked: Asked | null;
  readonly measure: 'late' | 'overdue';
  readonly count: number;
  readonly most: number;
};

function Stretch({ row, asked, measure, count, most }: StretchProps) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const can = useCan();
  if (count === 0) return null;
  const told = t('chart_part', { month: row.label || t('own_unit'), what: t(`measure.${measure}`), count: format.number(count) });
  const look = { className: css['stretch'], 'data-part': measure, style: { width: `${(count / most) * 80}%` }, title: told };
  if (!asked || !can('dossiers.read')) return <span {...look} role="img" aria-label={told} />;
  return <Link {...look} to={numberAddress(asked, measure)} aria-label={told} />;
}
