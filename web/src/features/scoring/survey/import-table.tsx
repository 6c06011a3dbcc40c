// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { Survey } from './survey.api.ts';

type Row = Survey['imports'][number];

/** Which files were read in, by whom and when. */
export function ImportTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  if (rows.length === 0) return <Empty title={t('files_none')}>{t('files_help')}</Empty>;
  const opened = (row: Row, what: 'rows' | 'answers') => (
    <ExplicitFigure
      value={format.number(row[what])}
      label={row.fileName}
      origin={{
        sentence: t(`${what}_text`, { file: row.fileName }),
        source: t('files_help'),
        recordedBy: row.actorName,
        recordedAt: row.at,
        rule: `SHA-256 ${row.sha256}`,
      }}
    />
  );
  const columns: readonly Column<Row>[] = [
    { id: 'number', header: t('number'), numeric: true, value: (row) => row.number },
    { id: 'file', header: t('file'), names: true, value: (row) => row.fileName },
    { id: 'rows', header: t('rows'), numeric: true, value: (row) => row.rows, cell: (row) => opened(row, 'rows') },
    { id: 'answers', header: t('answers'), numeric: true, value: (row) => row.answers, cell: (row) => opened(row, 'answers') },
    { id: 'by', header: t('by'), value: (row) => row.actorName },
    { id: 'at', header: t('at'), value: (row) => row.at, cell: (row) => <span className="digits">{format.instant(row.at)}</span> },
    { id: 'sha', header: 'SHA-256', value: (row) => row.sha256, cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 12)}…</code> },
  ];
  return <DataTable caption={t('files')} columns={columns} rows={rows} rowId={(row) => row.id} empty={null} />;
}
