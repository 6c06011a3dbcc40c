// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { capitalised } from '../../../shared/format/text.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type IndexUnit, type IndexUnits, unitsQuery } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

export function IndexUnitsPage() {
  return (
    <OnlyWith permission="scoring.read_service_index">
      <Units />
    </OnlyWith>
  );
}

/** Which units of the province have how many points in a period? */
function Units() {
  const { t, period } = useWords();
  const [asked, setAsked] = useAddressState({ period: '' });
  const units = useQuery({ ...unitsQuery(asked.period), placeholderData: keepPreviousData });
  const answer = units.data;
  return (
    <>
      <PageHead
        title={t('units.title')}
        answer={answer?.period ? t('units.answer', { period: capitalised(period(answer.period)), count: answer.rows.length }) : null}
        back={{ to: '/scoring/service-index', label: t('national.title') }}
      />
      {answer?.period ? (
        <div className={`${css['tools']} no-print`}>
          <NativeSelect
            label={t('period')}
            value={answer.period}
            data={[...new Set([answer.period, ...answer.periods])].map((one) => ({ value: one, label: period(one) }))}
            onChange={(event) => setAsked({ period: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <Loading of={units}>{(data) => <UnitsTable units={data} />}</Loading>
    </>
  );
}

function UnitsTable({ units }: { readonly units: IndexUnits }) {
  const { t, format, points, name } = useWords();
  const navigate = useNavigate();
  const address = (row: IndexUnit): string =>
    `/scoring/service-index/units/${encodeURIComponent(row.key)}${units.period ? `?period=${units.period}` : ''}`;
  const columns: readonly Column<IndexUnit>[] = [
    { id: 'rank', header: t('rank'), numeric: true, width: '5%', value: (row) => row.rank },
    {
      id: 'name',
      header: t('units.unit'),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <Link className={`${css['name']} ${row.isProvince ? css['own'] : ''}`} to={address(row)}>
          {row.name}
        </Link>
      ),
    },
    {
      id: 'total',
      header: t('total'),
      numeric: true,
      value: (row) => (row.total === null ? null : Number(row.total)),
      cell: (row) => (
        <>
          {points(row.total)}
          <span className={css['rank']}>{t('units.known', { known: row.known, groups: units.groups.length })}</span>
        </>
      ),
    },
    ...units.groups.map(
      (group): Column<IndexUnit> => ({
        id: group.group,
        header: `${name(group.name)} (${format.number(group.maximum)})`,
        numeric: true,
        value: (row) => numberOf(row, group.group),
        cell: (row) => {
          const own = row.groups.find((one) => one.group === group.group);
          return (
            <>
              {points(own?.score ?? null)}
              {own?.score != null && !own.isOfficial ? <span className={css['rank']}>{t('computed_mark')}</span> : null}
            </>
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      caption={t('units.title')}
      columns={columns}
      rows={units.rows}
      rowId={(row) => row.key}
      onOpen={(row) => void navigate(address(row))}
      initialSort={{ column: 'rank' }}
      filter
      views={{ table: 'service-index-units' }}
      empty={<Empty title={t('units.empty')}>{t('units.empty_help')}</Empty>}
    />
  );
}

function numberOf(row: IndexUnit, group: string): number | null {
  const score = row.groups.find((one) => one.group === group)?.score ?? null;
  return score === null ? null : Number(score);
}
