// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { Empty, Failed, Skeleton } from '../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { figureAddress } from './figure-value.tsx';
import { figuresKey, listRecords, type MeasuredRecord } from './figures.api.ts';

/** Which records does this number count? */
export function RecordsPage() {
  const { t } = useTranslation('figures');
  const [address] = useSearchParams();
  const asked = {
    unitId: address.get('unitId') ?? '',
    indicatorId: address.get('indicatorId') ?? '',
    period: address.get('period') ?? '',
    part: address.get('part') ?? 'numerator',
  };
  const pages = useInfiniteQuery({
    queryKey: [...figuresKey, 'records', asked],
    queryFn: ({ pageParam, signal }) => listRecords({ ...asked, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.more ? all.reduce((sum, page) => sum + page.rows.length, 0) : undefined),
    enabled: asked.unitId !== '',
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const head = pages.data?.pages[0];
  const columns: readonly Column<MeasuredRecord>[] = [
    {
      id: 'name',
      header: t('column.document'),
      names: true,
      value: (row) => row.name,
      cell: (row) => <Link to={row.path}>{row.name || row.text}</Link>,
    },
    { id: 'text', header: t('column.text'), value: (row) => row.text },
    { id: 'on', header: t('column.on'), value: (row) => row.on, cell: (row) => formatDay(row.on) },
  ];
  return (
    <>
      <PageHead
        title={head?.title ?? t('records_title')}
        answer={head?.sentence}
        back={{ to: figureAddress(asked.unitId, asked.indicatorId, asked.period), label: t('indicator') }}
      />
      {pages.error ? <Failed error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending && asked.unitId !== '' ? <Skeleton /> : null}
      {head || asked.unitId === '' ? (
        <DataTable
          caption={head?.title ?? t('records_title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          pageSize={500}
          empty={<Empty title={t('records_empty')}>{t('records_empty_help')}</Empty>}
        />
      ) : null}
      {pages.hasNextPage ? (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
