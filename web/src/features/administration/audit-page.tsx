// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.ts';
import { formatInstant } from '../../shared/format/days.ts';
import { useActionWord } from '../../shared/i18n/action-word.ts';
import { OnlyWith } from '../../shared/ui/feedback/only-with.tsx';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading, Skeleton } from '../../shared/ui/feedback/states.tsx';
import { IconSearch } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { AuditData } from './audit-data.tsx';
import { AuditVerdict, type Verdict } from './audit-verdict.tsx';

type Entry = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: string;
  readonly hash: string;
};

const entriesQuery = (search: string, offset: number) =>
  queryOptions({
    queryKey: ['audit', 'entries', search, offset],
    queryFn: ({ signal }) => api.get<{ rows: readonly Entry[]; total: number }>('/audit/entries', { search, offset, limit: 100 }, signal),
  });

/** Who changed what, and is the log as it was written? */
export function AuditPage() {
  return (
    <OnlyWith permission="audit.read">
      <Log />
    </OnlyWith>
  );
}

function Log() {
  const { t } = useTranslation('administration');
  const inWords = useActionWord();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [offset, setOffset] = useState(0);
  const entries = useQuery({ ...entriesQuery(search, offset), placeholderData: keepPreviousData });
  const verify = useMutation({ mutationFn: () => api.get<Verdict>('/audit/verification') });
  const columns: readonly Column<Entry>[] = [
    { id: 'sequence', header: t('audit.sequence'), numeric: true, names: true, sortable: false, value: (entry) => entry.sequence },
    {
      id: 'at',
      header: t('audit.at'),
      sortable: false,
      value: (entry) => entry.at,
      cell: (entry) => <span className="digits nowrap">{formatInstant(entry.at)}</span>,
    },
    { id: 'actor', header: t('audit.actor'), sortable: false, width: '16%', value: (entry) => entry.actorName },
    { id: 'action', header: t('audit.action'), sortable: false, width: '20%', value: (entry) => inWords(entry.action) },
    {
      id: 'data',
      header: t('audit.data'),
      sortable: false,
      value: (entry) => entry.data,
      cell: (entry) => <AuditData data={entry.data} />,
    },
    {
      id: 'subject',
      header: t('audit.subject'),
      sortable: false,
      hidden: true,
      value: (entry) => `${entry.action} ${entry.subjectType} ${entry.subjectId}`,
    },
    {
      id: 'hash',
      header: t('audit.hash'),
      sortable: false,
      hidden: true,
      value: (entry) => entry.hash,
      cell: (entry) => <code style={{ overflowWrap: 'anywhere' }}>{entry.hash}</code>,
    },
  ];
  return (
    <>
      <PageHead
        title={t('audit.title')}
        answer={t('audit.answer')}
        action={
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('audit.verify')}
          </Button>
        }
      />
      <div aria-live="polite" style={{ marginBottom: 16 }}>
        {verify.isPending ? <Skeleton lines={1} label={t('audit.verifying')} /> : null}
        {verify.data ? <AuditVerdict verdict={verify.data} /> : null}
        <ProblemNotice error={verify.error} />
      </div>
      <Loading of={entries}>
        {({ rows, total }) => (
          <DataTable
            caption={t('audit.caption')}
            columns={columns}
            rows={rows}
            rowId={(entry) => String(entry.sequence)}
            pageSize={100}
            server={{ offset, total, onOffset: setOffset }}
            tools={
              <TextInput
                type="search"
                aria-label={t('audit.search')}
                placeholder={t('audit.search')}
                leftSection={<IconSearch size={16} aria-hidden="true" />}
                w={280}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setOffset(0);
                }}
              />
            }
            empty={<Empty title={t('audit.empty')}>{t('audit.empty_help')}</Empty>}
          />
        )}
      </Loading>
    </>
  );
}
