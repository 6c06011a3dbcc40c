// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Failed, Skeleton } from '../../../shared/ui/feedback/states.tsx';
import { IconPlus, IconSearch } from '../../../shared/ui/icons.ts';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { UnitPicker } from '../../units/index.ts';
import { dossiersKey, type WorkState, workPage } from './desk.api.ts';
import css from './desk.module.css';
import { useWorkColumns } from './use-work-columns.tsx';
import { WorkAnswer } from './work-answer.tsx';

const none = { search: '', handler: '', state: '', unit: '', unitName: '' };
const states: readonly WorkState[] = ['overdue', 'due_soon', 'in_time', 'paused', 'new'];

export function DeskWorkPage() {
  return (
    <OnlyWith permission="dossiers.read">
      <Work />
    </OnlyWith>
  );
}

/** What is to be done next, the least time left first? */
function Work() {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const can = useCan();
  const format = useFormat();
  const [list, setList] = useAddressState(none);
  const [search] = useDebouncedValue(list.search.trim(), 200);
  const asked = { search, handler: list.handler, state: list.state, unitId: list.unit };
  const pages = useInfiniteQuery({
    queryKey: [...dossiersKey, 'work', asked],
    queryFn: ({ pageParam, signal }) => workPage({ ...asked, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const soonUntil = pages.data?.pages[0]?.soonUntil;
  const columns = useWorkColumns();
  const isFiltered = Object.values(asked).some((value) => value !== '');
  return (
    <>
      <PageHead
        title={t('work.title')}
        answer={
          soonUntil && !(isFiltered && rows.length === 0) ? (
            <WorkAnswer states={rows.map(({ state }) => state)} isAll={!pages.hasNextPage} soonUntil={soonUntil} />
          ) : null
        }
        back={{ to: '/dossiers', label: t('statistics') }}
        action={
          can('dossiers.handle') ? (
            <Button component={Link} to="/dossiers/receive" leftSection={<IconPlus size={16} aria-hidden="true" />}>
              {t('title')}
            </Button>
          ) : null
        }
      />
      <Filters value={list} onChange={setList} />
      {pages.error ? <Failed error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Skeleton /> : null}
      {pages.data ? (
        <DataTable
          caption={t('work.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.code}
          onOpen={(row) => void navigate(`/dossiers/${encodeURIComponent(row.code)}`)}
          pageSize={Math.max(50, rows.length)}
          empty={
            isFiltered ? (
              <Empty title={t('work.no_match')}>{t('work.no_match_help')}</Empty>
            ) : (
              <Empty title={t('work.empty')}>{t('work.empty_help')}</Empty>
            )
          }
        />
      ) : null}
      {pages.hasNextPage ? (
        <Button
          variant="default"
          mt={12}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
          className="no-print"
        >
          {t('work.more', { shown: format.number(rows.length) })}
        </Button>
      ) : null}
    </>
  );
}

type FilterProps = { readonly value: typeof none; readonly onChange: (value: typeof none) => void };

function Filters({ value, onChange }: FilterProps) {
  const { t } = useTranslation('desk');
  const { day } = useAsOf();
  return (
    <div className={`${css['filters']} no-print`}>
      <TextInput
        type="search"
        label={t('work.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={value.search}
        maxLength={100}
        onChange={(event) => onChange({ ...value, search: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('work.handler')}
        value={value.handler}
        data={[
          { value: '', label: t('work.any') },
          { value: 'me', label: t('work.me') },
          { value: 'none', label: t('work.nobody') },
        ]}
        onChange={(event) => onChange({ ...value, handler: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('work.state')}
        value={value.state}
        data={[{ value: '', label: t('work.any') }, ...states.map((state) => ({ value: state, label: t(`work.states.${state}`) }))]}
        onChange={(event) => onChange({ ...value, state: event.currentTarget.value })}
      />
      <UnitPicker
        label={t('unit')}
        value={value.unit ? { id: value.unit, name: value.unitName } : null}
        onChange={(unit) => onChange({ ...value, unit: unit?.id ?? '', unitName: unit?.name ?? '' })}
        asOf={day}
        clearable
      />
    </div>
  );
}
