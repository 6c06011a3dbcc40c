// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { capitalised } from '../../../shared/format/text.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { unitAddress } from './national-origin.ts';
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
  const address = (row: IndexUnit): string => unitAddress(row.key, units.period);
  const columns: readonly Column<IndexUnit>[] = [
    {
      id: 'rank',
      header: t('rank'),
      numeric: true,
      width: '5%',
      value: (row) => row.rank,
      cell: (row) =>
        row.rank === null ? (
          '–'
        ) : (
          <Opened value={format.number(row.rank)} sentence={t('units.rank_text', { unit: row.name, rank: row.rank })} href={address(row)} />
        ),
    },
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
          <Opened
            value={points(row.total)}
            sentence={t('total_text', { unit: row.name, known: row.known, groups: units.groups.length })}
            maximum="100"
            href={address(row)}
          />
          <Known row={row} units={units} href={address(row)} />
        </>
      ),
    },
    ...units.groups.map(
      (group): Column<IndexUnit> => ({
        id: group.group,
        header: `${name(group.name)} (${format.number(group.maximum)})`,
        numeric: true,
        value: (row) => numberOf(row, group.group),
        cell: (row) => <OfGroup row={row} group={group} href={address(row)} />,
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

/** Of how many groups the points are known. */
function Known({ row, units, href }: { readonly row: IndexUnit; readonly units: IndexUnits; readonly href: string }) {
  const { t, format, name } = useWords();
  const lacking = units.groups.filter(({ group }) => !row.groups.some((one) => one.group === group && one.score !== null));
  const unknown = lacking.map((group) => name(group.name)).join('; ');
  return (
    <span className={`${css['rank']} ${css['second']}`}>
      <ExplicitFigure
        value={t('units.known', { known: row.known, groups: units.groups.length })}
        origin={{
          sentence: unknown ? t('units.unknown_text', { unit: row.name, groups: unknown }) : t('units.known_text', { unit: row.name }),
          numerator: { value: format.number(row.known), label: t('units.groups_known') },
          denominator: { value: format.number(units.groups.length), label: t('units.groups_all') },
          recordsHref: href,
        }}
      />
    </span>
  );
}

type OfGroupProps = { readonly row: IndexUnit; readonly group: IndexUnits['groups'][number]; readonly href: string };

function OfGroup({ row, group, href }: OfGroupProps) {
  const { t, points, name } = useWords();
  const own = row.groups.find((one) => one.group === group.group);
  const sentence = t('units.group_text', { group: name(group.name), unit: row.name });
  return (
    <>
      <Opened value={points(own?.score ?? null)} sentence={sentence} maximum={group.maximum} href={href} />
      {own?.score != null && !own.isOfficial ? <span className={css['rank']}>{t('computed_mark')}</span> : null}
    </>
  );
}

type OpenedProps = { readonly value: string; readonly sentence: string; readonly maximum?: string; readonly href: string };

/** A number of a unit that opens to its page; the mark of an unknown one does not open. */
function Opened({ value, sentence, maximum, href }: OpenedProps) {
  const { t, format } = useWords();
  if (value === '–') return <span title={t('not_published')}>–</span>;
  const parts = maximum
    ? {
        numerator: { value, label: t('points_reached') },
        denominator: { value: format.number(maximum), label: t('points_maximum') },
      }
    : { rule: t('national.rule_total') };
  return <ExplicitFigure value={value} origin={{ sentence, ...parts, recordsHref: href }} />;
}

function numberOf(row: IndexUnit, group: string): number | null {
  const score = row.groups.find((one) => one.group === group)?.score ?? null;
  return score === null ? null : Number(score);
}
