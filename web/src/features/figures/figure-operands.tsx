// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fileAddress } from '../../shared/api/files.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { OpenedFigure } from './figures.api.ts';
import css from './figures.module.css';

type Operand = OpenedFigure['numerator'];
type Row = Operand & { readonly part: 'numerator' | 'denominator' };

/** Both parts of a figure: what each counts, the number recorded, the number counted now, and where its records stand. */
export function FigureOperands({ answer }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { figure } = answer;
  const shown = figure.origin === 'official' ? figure.official?.revision : figure.own?.revision;
  const rows: readonly Row[] = [
    { ...answer.numerator, part: 'numerator' },
    ...(answer.denominator ? [{ ...answer.denominator, part: 'denominator' as const }] : []),
  ];
  const isCounted = rows.some((row) => row.countedNow !== null);
  const stale = figure.origin === 'computed' ? rows.filter((row) => row.countedNow !== null && row.countedNow !== row.value) : [];
  const columns: readonly Column<Row>[] = [
    {
      id: 'part',
      header: t('column.part'),
      names: true,
      value: (row) => t(`column.${row.part}`),
      cell: (row) => (
        <>
          <b>{t(`column.${row.part}`)}</b>: {row.label}
        </>
      ),
      sortable: false,
    },
    {
      id: 'number',
      header: t('column.number'),
      numeric: true,
      value: (row) => row.value,
      cell: (row) => <Records row={row} value={row.value} evidenceFileId={shown?.evidenceFileId ?? null} />,
      sortable: false,
    },
    ...(isCounted
      ? [
          {
            id: 'now',
            header: t('column.now'),
            numeric: true,
            value: (row: Row) => row.countedNow,
            cell: (row: Row) => <Records row={row} value={row.countedNow} evidenceFileId={null} />,
            sortable: false,
          },
        ]
      : []),
    {
      id: 'how',
      header: t('formula'),
      value: (row) => row.measure?.name,
      cell: (row) => (row.measure ? t('measured_by', row.measure) : t('by_people')),
      sortable: false,
    },
    {
      id: 'records',
      header: t('column.records'),
      value: (row) => row.recordsPath,
      cell: (row) =>
        row.recordsPath ? (
          <Link to={row.recordsPath}>{t('open_records', { label: row.label.toLowerCase() })}</Link>
        ) : shown?.evidenceFileId ? (
          <a href={fileAddress(shown.evidenceFileId)}>{t('open_evidence')}</a>
        ) : (
          <span className="soft">{t('no_records')}</span>
        ),
      sortable: false,
    },
  ];
  return (
    <>
      {figure.formula ? <p className="digits">{figure.formula}</p> : null}
      {stale.map((row) => (
        <p key={row.part} role="status" className={css['notice']}>
          {t('differs_now', { now: format.number(row.countedNow ?? ''), value: format.number(row.value ?? '') })}
        </p>
      ))}
      <DataTable caption={t('operands')} columns={columns} rows={rows} rowId={(row) => row.part} empty={null} />
    </>
  );
}

type RecordsProps = { readonly row: Row; readonly value: string | null; readonly evidenceFileId: string | null };

/** A part of a figure that leads to its records or its evidence. */
function Records({ row, value, evidenceFileId }: RecordsProps) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  if (value === null) return <>–</>;
  const written = <span className="digits">{format.number(value)}</span>;
  if (row.recordsPath) return <Link to={row.recordsPath}>{written}</Link>;
  if (evidenceFileId) return <a href={fileAddress(evidenceFileId)}>{written}</a>;
  return (
    <ExplicitFigure
      value={format.number(value)}
      origin={{ sentence: row.label, source: row.measure ? t('measured_by', row.measure) : t('by_people'), rule: t('no_records') }}
    />
  );
}
