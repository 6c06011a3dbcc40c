// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatDay, formatInstant } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Empty, Failed, Skeleton } from '../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { sectorsQuery } from '../procedures/index.ts';
import { unitSheetQuery } from '../units/index.ts';
import { currentVersion, procedureQuery } from './desk/desk.api.ts';
import { DossierState } from './dossier-state.tsx';
import { type Asked, dossiersKey, type ListedDossier, measures, openedNumber } from './dossiers.api.ts';
import { statisticsAddress } from './number-address.ts';

/** Which dossiers does this number count? */
export function NumberPage() {
  const { t } = useTranslation('dossiers');
  const navigate = useNavigate();
  const format = useFormat();
  const [address] = useSearchParams();
  const asked: Asked = {
    unitId: address.get('unitId') ?? '',
    from: address.get('from') ?? '',
    to: address.get('to') ?? '',
    procedureId: address.get('procedureId') ?? undefined,
    sectorId: address.get('sectorId') ?? undefined,
    channel: address.get('channel') ?? undefined,
    own: address.get('own') === 'true' ? 'true' : undefined,
  };
  const measure = measures.find((one) => one === address.get('measure')) ?? 'received';
  const isWhole = asked.unitId !== '' && asked.from !== '' && asked.to !== '';
  const unit = useQuery({ ...unitSheetQuery(asked.unitId, asked.to), enabled: isWhole });
  const pages = useInfiniteQuery({
    queryKey: [...dossiersKey, 'number', asked, measure],
    queryFn: ({ pageParam, signal }) => openedNumber({ ...asked, measure, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: isWhole,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const columns = useColumns();
  const only = useNarrowing(asked);
  const unitName = unit.data?.unit.name ?? '';
  const back = { to: unitName ? statisticsAddress(asked, unitName) : '/dossiers', label: t('title') };
  const name = asked.own ? t('own_unit_of', { name: unitName }) : unitName;
  return (
    <>
      <PageHead
        title={t(`measure.${measure}`)}
        answer={
          isWhole
            ? t('number_answer', { name, from: formatDay(asked.from), to: formatDay(asked.to), formula: t(`formula_of.${measure}`) })
            : null
        }
        back={back}
      />
      {only ? <p>{t('only', { what: only })}</p> : null}
      {!isWhole ? <Empty title={t('number_missing')}>{t('number_missing_help')}</Empty> : null}
      {pages.error ? <Failed error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending && isWhole ? <Skeleton /> : null}
      {pages.data ? (
        <DataTable
          caption={t(`measure.${measure}`)}
          columns={columns}
          rows={rows}
          rowId={(row) => row.code}
          onOpen={(row) => void navigate(`/dossiers/${encodeURIComponent(row.code)}`)}
          pageSize={Math.max(50, rows.length)}
          empty={<Empty title={t('number_none')}>{t('number_none_help')}</Empty>}
        />
      ) : null}
      {rows.some((row) => row.generated) ? <p className="small soft">{t('some_generated')}</p> : null}
      {pages.hasNextPage ? (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()} className="no-print">
          {t('more', { count: rows.length, formatted: format.number(rows.length) })}
        </Button>
      ) : null}
    </>
  );
}

const channels = ['1', '2', '3'] as const;

/** In words what part of the unit's dossiers the number is of: sector, procedure, channel. */
function useNarrowing({ sectorId, procedureId, channel, to }: Asked): string {
  const { t } = useTranslation('dossiers');
  const sectors = useQuery({ ...sectorsQuery, enabled: sectorId !== undefined });
  const procedure = useQuery({ ...procedureQuery(procedureId ?? '', to), enabled: procedureId !== undefined });
  const sheet = procedure.data;
  const named = [
    sectors.data?.find(({ id }) => id === sectorId)?.name,
    sheet && (currentVersion(sheet) ?? sheet.versions[0])?.name,
    channels.filter((one) => one === channel).map((one) => t(`channel.${one}`))[0],
  ];
  return named.filter(Boolean).join(' · ');
}

function useColumns(): readonly Column<ListedDossier>[] {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const moment = (value: string | null) => (value ? <span className="digits nowrap">{formatInstant(value)}</span> : null);
  return [
    {
      id: 'code',
      header: t('code'),
      names: true,
      value: (row) => row.code,
      cell: (row) => (
        <Link to={`/dossiers/${encodeURIComponent(row.code)}`} className="nowrap">
          {row.code}
        </Link>
      ),
    },
    { id: 'procedure', header: t('procedure'), value: (row) => row.procedureName, width: '26%' },
    { id: 'applicant', header: t('applicant'), value: (row) => row.applicantName },
    { id: 'received', header: t('received_at'), value: (row) => row.receivedAt, cell: (row) => moment(row.receivedAt) },
    {
      id: 'due',
      header: t('due_at'),
      value: (row) => row.dueAt,
      cell: (row) => (row.dueAt ? <span className="digits nowrap">{format.due(row.dueAt)}</span> : null),
    },
    { id: 'finished', header: t('finished_at'), value: (row) => row.finishedAt, cell: (row) => moment(row.finishedAt) },
    { id: 'state', header: t('state'), width: '20%', value: (row) => row.status, cell: (row) => <DossierState of={row} /> },
  ];
}
