// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { DeadlineBadge, period, RoundStepBadge } from '../model/step-badges.tsx';
import { type RoundRow, roundSteps } from '../model/types.ts';

export function useUnitsText(): (units: RoundRow['units']) => string {
  const { t } = useTranslation('inspections');
  return (units) => {
    const [first] = units;
    if (!first) return '–';
    return units.length === 1 ? first.unitName : t('more_units', { first: first.unitName, count: units.length - 1 });
  };
}

type Props = { readonly rows: readonly RoundRow[]; readonly views: NonNullable<Parameters<typeof DataTable<RoundRow>>[0]['views']> };

export function RoundTable({ rows, views }: Props) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const unitsText = useUnitsText();
  const columns: readonly Column<RoundRow>[] = [
    {
      id: 'name',
      header: t('name'),
      names: true,
      width: '32%',
      value: (row) => row.title,
      cell: (row) => <Link to={`/inspections/${row.id}`}>{row.title}</Link>,
    },
    { id: 'units', header: t('units'), value: (row) => unitsText(row.units) },
    {
      id: 'period',
      header: t('period'),
      value: (row) => row.startsOn,
      cell: (row) => <span className="digits">{period(row.startsOn, row.endsOn)}</span>,
    },
    {
      id: 'step',
      header: t('step_label'),
      value: (row) => roundSteps.indexOf(row.step),
      cell: (row) => <RoundStepBadge step={row.step} />,
    },
    { id: 'due', header: t('due'), value: (row) => row.conclusionDueOn, cell: (row) => (row.conclusionDueOn ? <Due row={row} /> : null) },
    { id: 'form', header: t('form_label'), hidden: true, value: (row) => t(`form.${row.form}`) },
    { id: 'organiser', header: t('organiser'), hidden: true, value: (row) => row.organisingUnitName },
    { id: 'team', header: t('team_name'), hidden: true, value: (row) => row.teamName },
    {
      id: 'year',
      header: t('year'),
      numeric: true,
      hidden: true,
      value: (row) => row.year,
      cell: (row) => <span className="digits">{row.year}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/inspections/${row.id}`)}
      views={views}
      empty={null}
    />
  );
}

export function Due({ row }: { readonly row: RoundRow }) {
  if (!row.conclusionDueOn) return <>–</>;
  return (
    <>
      <span className="digits nowrap">{formatDay(row.conclusionDueOn)}</span>
      <br />
      <DeadlineBadge dueOn={row.conclusionDueOn} state={row.deadlineState} />
    </>
  );
}
