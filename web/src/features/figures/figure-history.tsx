// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../shared/api/files.ts';
import { decimalsOf, padded } from '../../shared/format/numbers.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Empty } from '../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { OpenedFigure, Revision } from './figures.api.ts';

/** Everything that was ever recorded of a figure: value, origin, person, moment, evidence. */
export function FigureHistory({ answer }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { indicator } = answer.figure;
  const decimals = decimalsOf(answer.revisions.map((one) => one.value));
  const parts = (row: Revision): string =>
    row.withdrawn
      ? t('withdrawn')
      : [row.numerator, row.denominator].flatMap((part) => (part === null ? [] : [format.number(part)])).join(' ÷ ');
  const opened = (row: Revision, value: string) => (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t('revision_text', { number: row.number }),
        source: [t(`origin.${row.origin}`), row.note].filter(Boolean).join(' · '),
        recordedBy: row.recordedByName,
        recordedAt: row.recordedAt,
        law: row.citation,
        ...(row.evidenceFileId ? { recordsHref: fileAddress(row.evidenceFileId) } : {}),
      }}
    />
  );
  const columns: readonly Column<Revision>[] = [
    { id: 'revision', header: t('column.revision'), names: true, value: (row) => row.number },
    { id: 'origin', header: t('column.origin'), value: (row) => t(`origin.${row.origin}`) },
    {
      id: 'number',
      header: t('column.number'),
      numeric: true,
      value: (row) => row.numerator,
      cell: (row) => (row.withdrawn ? parts(row) : opened(row, parts(row))),
      sortable: false,
    },
    {
      id: 'value',
      header: t('column.value'),
      numeric: true,
      value: (row) => (row.value === null ? null : Number(row.value)),
      cell: (row) => (row.value === null ? '–' : opened(row, `${format.number(padded(row.value, decimals))} ${indicator.unitOfMeasure}`)),
    },
    { id: 'who', header: t('column.who'), value: (row) => row.recordedByName },
    { id: 'when', header: t('column.when'), value: (row) => row.recordedAt, cell: (row) => format.instant(row.recordedAt) },
    {
      id: 'evidence',
      header: t('column.evidence'),
      value: (row) => row.note,
      cell: (row) => <Grounds of={row} />,
      sortable: false,
    },
  ];
  return (
    <DataTable
      caption={t('history')}
      columns={columns}
      rows={answer.revisions}
      rowId={(row) => row.id}
      empty={<Empty title={t('no_history')}>{t('no_history_help')}</Empty>}
    />
  );
}

function Grounds({ of: row }: { readonly of: Revision }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const words = [
    row.issuer && row.citation ? t('official_by', { issuer: row.issuer, citation: row.citation }) : null,
    row.fileName && row.fileRow ? t('file_row', { file: row.fileName, row: row.fileRow }) : null,
    row.enteredByName && row.enteredAt ? t('entered_before', { by: row.enteredByName, at: format.instant(row.enteredAt) }) : null,
    row.note,
    row.mark ? `(${t(`mark.${row.mark}`)})` : null,
  ].filter(Boolean);
  return (
    <>
      {words.join(' · ')} {row.evidenceFileId ? <a href={fileAddress(row.evidenceFileId)}>{t('open_evidence')}</a> : null}
    </>
  );
}
