// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type CountKind, countKinds, doneOf, ItemCount, SheetCount } from './counts/sheet-count.tsx';
import type { RoundUnit } from './cycle.api.ts';
import { ExtendButton } from './opening/extend-dialog.tsx';

const tones = { scoring: 'open', handed_in: 'soon', approved: 'done' } as const;

type Props = { readonly caption: string; readonly units: readonly RoundUnit[]; readonly mayExtend: boolean };

/** What each unit has done so far: separate counts, never one percentage. */
export function UnitTable({ caption, units, mayExtend }: Props) {
  const { t } = useTranslation(['cycle', 'opening']);
  const format = useFormat();
  const navigate = useNavigate();
  const count = (kind: CountKind): Column<RoundUnit> => ({
    id: kind,
    header: t(`round.${kind}`),
    numeric: true,
    value: (row) => doneOf(row.counts, kind),
    cell: (row) => <SheetCount unit={row} counts={row.counts} kind={kind} />,
  });
  const columns: readonly Column<RoundUnit>[] = [
    {
      id: 'unit',
      header: t('round.unit'),
      names: true,
      width: '30%',
      value: (row) => row.authorityName,
      cell: (row) => <Link to={`/scoring/sheets/${row.id}`}>{row.authorityName}</Link>,
    },
    {
      id: 'state',
      header: t('round.state'),
      value: (row) => row.state,
      cell: (row) => (
        <StateBadge tone={tones[row.state]} oneLine>
          {t(`state.${row.state}`)}
        </StateBadge>
      ),
    },
    ...countKinds.map(count),
    {
      id: 'objections',
      header: t('round.objections'),
      numeric: true,
      value: (row) => row.openObjections,
      cell: (row) => <ItemCount unit={row} count={row.openObjections} show="objected" />,
    },
    {
      id: 'due',
      header: t('round.due'),
      value: (row) => row.dueOn,
      cell: (row) => (row.dueOn ? <span className="digits">{format.day(row.dueOn)}</span> : '–'),
    },
    ...(mayExtend
      ? [{ id: 'acts', header: t('opening:acts'), acts: true, value: () => null, cell: (row: RoundUnit) => <ExtendButton unit={row} /> }]
      : []),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={units}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/scoring/sheets/${row.id}`)}
      pageSize={50}
      empty={null}
    />
  );
}
