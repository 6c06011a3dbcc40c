// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { Asked } from './asked.ts';
import { type UnitYears, yearsQuery } from './review.api.ts';
import css from './review.module.css';

type Props = { readonly roundId: string; readonly asked: Asked };

/** How far did each unit's self-score lie above its appraisal, over the years? */
export function UnitYearsSection({ roundId, asked }: Props) {
  const { t } = useTranslation('review');
  const years = useQuery(yearsQuery(roundId));
  return (
    <Section title={t('years.title')} aside={t('years.aside')}>
      <Loading of={years} lines={5}>
        {(rows) => {
          const known = rows.filter((row) => row.years.length > 0).sort((a, b) => lastOf(b) - lastOf(a));
          if (known.length === 0) return <p>{t('years.none')}</p>;
          return asked.look === 'table' ? <YearsTable rows={known} /> : <Multiples rows={known} roundId={roundId} />;
        }}
      </Loading>
    </Section>
  );
}

const lastOf = ({ years }: UnitYears): number => Number(years.at(-1)?.difference ?? 0);
const addressOf = ({ roundId, sheetId }: UnitYears['years'][number]): string => `/scoring/rounds/${roundId}/consistency?sheetId=${sheetId}`;

const [width, height, foot, head] = [210, 96, 18, 16];

/** One small chart for each unit on the same scale; a bar opens to the items of that year. */
function Multiples({ rows, roundId }: { readonly rows: readonly UnitYears[]; readonly roundId: string }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const values = rows.flatMap((row) => row.years.map(({ difference }) => Number(difference)));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = (height - foot - head * 2) / Math.max(0.01, most - least);
  const ground = head + most * scale;
  return (
    <ul className={css['multiples']}>
      {rows.map((row) => (
        <li key={row.unitId}>
          <span className="small">{row.unitName}</span>
          <svg viewBox={`0 0 ${width} ${height}`}>
            <title>{row.unitName}</title>
            <line x1="0" x2={width} y1={ground} y2={ground} stroke="var(--hairline-strong)" />
            {row.years.map((one, index) => {
              const value = Number(one.difference);
              const x = (index + 0.5) * (width / Math.max(3, row.years.length));
              const tall = Math.max(1.5, Math.abs(value) * scale);
              const told = t('years.bar', { unit: row.unitName, year: one.year, points: format.number(one.difference), items: one.items });
              return (
                <Link key={one.roundId} to={addressOf(one)} aria-label={told}>
                  <title>{told}</title>
                  <rect
                    data-bar={one.roundId === roundId ? (value < 0 ? 'raised' : 'lowered') : 'earlier'}
                    x={x - 17}
                    y={value < 0 ? ground : ground - tall}
                    width="34"
                    height={tall}
                  />
                  <text x={x} y={value < 0 ? ground + tall + 12 : ground - tall - 4} textAnchor="middle">
                    {format.number(one.difference)}
                  </text>
                  <text x={x} y={height - 3} textAnchor="middle">
                    {one.year}
                  </text>
                </Link>
              );
            })}
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** The numbers of the small charts. */
function YearsTable({ rows }: { readonly rows: readonly UnitYears[] }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const all = [...new Set(rows.flatMap((row) => row.years.map(({ year }) => year)))].sort();
  const columns: readonly Column<UnitYears>[] = [
    { id: 'unit', header: t('objections.unit'), names: true, value: (row) => row.unitName },
    ...all.map(
      (year): Column<UnitYears> => ({
        id: String(year),
        header: String(year),
        numeric: true,
        value: (row) => Number(row.years.findLast((one) => one.year === year)?.difference ?? Number.NaN),
        cell: (row) => {
          const one = row.years.findLast((given) => given.year === year);
          return one ? <Link to={addressOf(one)}>{format.number(one.difference)}</Link> : '–';
        },
      }),
    ),
  ];
  return <DataTable caption={t('years.title')} columns={columns} rows={rows} rowId={(row) => row.unitId} empty={null} />;
}
