// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { Asked } from './asked.ts';
import { type JudgedItem, judgedLimit, judgedQuery } from './review.api.ts';

type Props = { readonly roundId: string; readonly asked: Asked; readonly onClose: () => void };

/** The items behind a bar: both scores and the reason of each. */
export function JudgedList({ roundId, asked: { look: _, change, ...rest }, onClose }: Props) {
  // `any` opens the list of all judged items; the server narrows by a change alone.
  const filters = { ...rest, change: change === 'any' ? '' : change };
  const { t } = useTranslation('review');
  const [offset, setOffset] = useState(0);
  const judged = useQuery({ ...judgedQuery(roundId, filters, offset), placeholderData: keepPreviousData });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} id="behind">
      <Section
        title={t('judged.title')}
        aside={
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('judged.close')}
          </Button>
        }
      >
        <Loading of={judged}>{(page) => <Rows rows={page.rows} total={page.total} offset={offset} onOffset={setOffset} />}</Loading>
      </Section>
    </div>
  );
}

type RowsProps = {
  readonly rows: readonly JudgedItem[];
  readonly total: number;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
};

const itemOf = (row: JudgedItem): string => `/scoring/sheets/${row.sheetId}?item=${encodeURIComponent(row.itemCode)}`;

function Rows({ rows, total, offset, onOffset }: RowsProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const columns: readonly Column<JudgedItem>[] = [
    {
      id: 'unit',
      header: t('objections.unit'),
      names: true,
      sortable: false,
      value: (row) => row.unitName,
      cell: (row) => <Link to={itemOf(row)}>{row.unitName}</Link>,
    },
    {
      id: 'item',
      header: t('objections.item'),
      width: '28%',
      sortable: false,
      value: (row) => row.itemCode,
      cell: (row) => `${row.itemCode} ${row.itemName}`,
    },
    {
      id: 'self',
      header: t('judged.self'),
      numeric: true,
      sortable: false,
      value: (row) => Number(row.self.points),
      cell: (row) => <Link to={itemOf(row)}>{format.number(row.self.points)}</Link>,
    },
    {
      id: 'appraised',
      header: t('judged.appraised'),
      numeric: true,
      sortable: false,
      value: (row) => Number(row.appraised.points),
      cell: (row) => (
        <Link to={itemOf(row)}>
          {format.number(row.appraised.points)} /{format.number(row.maximum)}
        </Link>
      ),
    },
    {
      id: 'reason',
      header: t('judged.reason'),
      sortable: false,
      value: (row) => row.appraised.note,
      cell: (row) => (
        <>
          {row.appraised.note ?? t('judged.no_reason')}
          <div className="small soft">{t('objections.by', { name: row.appraised.actorName, at: format.instant(row.appraised.at) })}</div>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('judged.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => `${row.sheetId} ${row.itemCode}`}
      pageSize={judgedLimit}
      server={{ total, offset, onOffset }}
      empty={<p>{t('judged.none')}</p>}
    />
  );
}
