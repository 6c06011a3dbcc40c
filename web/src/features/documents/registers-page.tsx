// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../shared/api/transfer.ts';
import { formatDay } from '../../shared/format/days.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { toastProblem } from '../../shared/ui/feedback/toasts.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { type Register, registersQuery } from './documents.api.ts';
import { RegisterOpen } from './register-open.tsx';

/** Which registers number documents, and where does each stand? */
export function RegistersPage() {
  const { t } = useTranslation('documents');
  const registers = useQuery(registersQuery);
  return (
    <>
      <PageHead
        title={t('registers')}
        answer={t('registers_answer')}
        back={{ to: '/documents', label: t('back') }}
        action={<RegisterOpen />}
      />
      <Loading of={registers}>{(rows) => <RegisterTable rows={rows} />}</Loading>
    </>
  );
}

function RegisterTable({ rows }: { readonly rows: readonly Register[] }) {
  const { t } = useTranslation('documents');
  const save = useMutation({
    mutationFn: (id: string) => download('GET', `/documents/register.xlsx?registerId=${id}`, 'so-dang-ky.xlsx'),
    onError: toastProblem,
  });
  return (
    <DataTable
      caption={t('registers_caption')}
      rows={rows}
      rowId={(row) => row.id}
      filter={rows.length > 8}
      columns={[
        { id: 'name', header: t('register_name'), names: true, value: (row) => row.name },
        { id: 'unit', header: t('unit'), value: (row) => row.unitName },
        { id: 'direction', header: t('direction.label'), value: (row) => t(`direction.${row.direction}`) },
        { id: 'type', header: t('type'), value: (row) => row.typeName ?? t('any_type') },
        {
          id: 'year',
          header: t('year'),
          numeric: true,
          value: (row) => row.year,
          cell: (row) => <span className="digits">{row.year}</span>,
        },
        { id: 'next', header: t('next_number'), numeric: true, value: (row) => row.nextNumber },
        {
          id: 'last',
          header: t('last_dated'),
          value: (row) => row.lastDatedOn,
          cell: (row) => (row.lastDatedOn ? formatDay(row.lastDatedOn) : null),
        },
        {
          id: 'export',
          header: t('export_register'),
          acts: true,
          value: () => '',
          cell: (row) => (
            <Button
              size="compact-sm"
              variant="default"
              loading={save.isPending && save.variables === row.id}
              onClick={() => save.mutate(row.id)}
            >
              {t('export_register')}
            </Button>
          ),
        },
      ]}
      empty={<Empty title={t('registers_empty')}>{t('registers_help')}</Empty>}
    />
  );
}
