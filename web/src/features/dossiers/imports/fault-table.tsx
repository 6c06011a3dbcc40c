// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { IconDownload } from '../../../shared/ui/icons.ts';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { downloadFaults, type Fault, faultsQuery, type Import } from './imports.api.ts';
import css from './imports.module.css';

const pageSize = 50;

/** Every fault with its place in the file, and the file of them to mend. */
export function FaultTable({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const faults = useQuery({ ...faultsQuery(one, { offset, limit: pageSize }), placeholderData: keepPreviousData });
  const columns = useColumns();
  const save = useMutation({ mutationFn: () => downloadFaults(one.id, `${one.fileName}.xlsx`) });
  return (
    <Section title={t('faults.title', { count: one.faults, formatted: format.number(one.faults) })}>
      <div className="stack">
        <div className="spread">
          <p className="small soft">
            {t(one.shape?.form.kind === 'xlsx' ? 'faults.help_same' : 'faults.help')}
            {one.faults > one.faultsKept ? ` ${t('faults.more', { kept: format.number(one.faultsKept) })}` : null}
          </p>
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('faults.download')}
          </Button>
        </div>
        <ProblemNotice error={save.error} />
        <Loading of={faults}>
          {({ rows, total }) => (
            <DataTable
              caption={t('faults.caption')}
              columns={columns}
              rows={rows}
              rowId={(row) => `${row.line} ${row.column} ${row.reason} ${row.value}`}
              pageSize={pageSize}
              server={{ offset, total, onOffset: setOffset }}
              empty={<p className="soft">{t('faults.none')}</p>}
            />
          )}
        </Loading>
      </div>
    </Section>
  );
}

function useColumns(): readonly Column<Fault>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return [
    {
      id: 'line',
      header: t('faults.line'),
      names: true,
      numeric: true,
      sortable: false,
      width: '7%',
      value: (row) => row.line,
      cell: (row) => <span className="digits">{format.number(row.line)}</span>,
    },
    {
      id: 'column',
      header: t('faults.column'),
      sortable: false,
      width: '20%',
      value: (row) => row.columnName ?? (row.column === null ? null : row.column + 1),
      cell: (row) => row.columnName ?? (row.column === null ? t('faults.whole_row') : t('faults.nth', { number: row.column + 1 })),
    },
    {
      id: 'value',
      header: t('faults.value'),
      sortable: false,
      width: '25%',
      value: (row) => row.value,
      cell: (row) =>
        row.value === null || row.value === '' ? (
          <span className="soft">{t('faults.blank')}</span>
        ) : (
          <span className={css['value']}>{row.value}</span>
        ),
    },
    { id: 'reason', header: t('faults.reason'), sortable: false, value: (row) => row.sentence },
  ];
}
