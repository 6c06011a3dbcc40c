// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { roundTo } from '../../../shared/format/numbers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { IconPlus } from '../../../shared/ui/icons.ts';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type ProcedureRow, proceduresQuery } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { ExportMenu } from './export-menu.tsx';
import { noFilters, ProcedureFilters } from './procedure-filters.tsx';
import { useProcedureColumns } from './use-procedure-columns.tsx';

const pageSize = 50;
const firstList = { ...noFilters, sort: '', order: 'asc', offset: '' };

/** The columns by which the server orders the whole list. */
const sorts = [
  { column: 'code', key: 'code' },
  { column: 'name', key: 'name' },
  { column: 'sector', key: 'sector' },
  { column: 'limit', key: 'limit' },
  { column: 'valid_from', key: 'validFrom' },
] as const;

/** Which procedures may citizens ask for on a day, in what time and how far online? */
export function ProceduresPage() {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const can = useCan();
  const { day: today } = useAsOf();
  const [list, setList] = useAddressState(firstList);
  const { sort: sorted, order, offset: typedOffset, unitName: _unitName, ...filters } = list;
  const [search] = useDebouncedValue(list.search.trim(), 200);
  const day = list.asOf || today;
  const offset = /^\d{1,6}$/.test(typedOffset) ? Number(typedOffset) : 0;
  const sort = sorts.find((one) => one.column === sorted);
  const asked = { ...filters, search, asOf: day };
  const procedures = useQuery({
    ...proceduresQuery({ ...asked, offset, limit: pageSize, sort: sort?.key, order: sort ? order : undefined }),
    placeholderData: keepPreviousData,
  });
  const columns = useProcedureColumns(list.asOf);
  return (
    <>
      <PageHead
        title={t('title')}
        answer={procedures.data ? <Answer of={procedures.data} /> : null}
        action={
          <>
            <ExportMenu filter={asked} />
            {can('procedures.manage') ? (
              <>
                <Button component={Link} to="/procedures/import" variant="default">
                  {t('import')}
                </Button>
                <Button component={Link} to="/procedures/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
                  {t('new')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <ProcedureFilters
        value={{ ...filters, unitName: list.unitName }}
        day={day}
        onChange={(next) => setList({ ...list, ...next, offset: '' })}
      />
      <Loading of={procedures}>
        {({ rows, total }) => (
          <>
            <Illustrative rows={rows} />
            <DataTable
              caption={t('caption')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              onOpen={(row) => void navigate(`/procedures/${row.id}${list.asOf ? `?asOf=${list.asOf}` : ''}`)}
              pageSize={pageSize}
              server={{
                offset,
                total,
                onOffset: (next) => setList({ ...list, offset: String(next) }),
                sort: {
                  columns: sorts.map(({ column }) => column),
                  now: sort ? { column: sort.column, descending: order === 'desc' } : null,
                  onSort: (next) => setList({ ...list, sort: next?.column ?? '', order: next?.descending ? 'desc' : 'asc', offset: '' }),
                },
              }}
              views={{ table: 'procedures', filters: list, onFilters: (kept) => setList({ ...firstList, ...kept, offset: '' }) }}
              empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
            />
          </>
        )}
      </Loading>
    </>
  );
}

function Illustrative({ rows }: { readonly rows: readonly ProcedureRow[] }) {
  const { t } = useTranslation('procedures');
  const count = rows.filter((row) => row.mark === 'illustrative').length;
  return count > 0 ? <p className={css['note']}>{t('some_illustrative', { count })}</p> : null;
}

function Answer({ of: page }: { readonly of: { readonly total: number; readonly onlineTotal: number; readonly asOf: string } }) {
  const { t } = useTranslation('procedures');
  const format = useFormat();
  const { total, onlineTotal, asOf } = page;
  const percent = total > 0 ? ` (${format.percent(roundTo((onlineTotal * 100) / total, 1))})` : '';
  return (
    <>
      {t('answer_before', { day: format.day(asOf), total: format.number(total) })}
      <ExplicitFigure
        value={`${format.number(onlineTotal)}${percent}`}
        origin={{
          sentence: t('online_figure.sentence'),
          numerator: { value: format.number(onlineTotal), label: t('online_figure.numerator') },
          denominator: { value: format.number(total), label: t('online_figure.denominator') },
          source: t('online_figure.source'),
          rule: t('online_figure.rule'),
          asOf,
        }}
      />
      {t('answer_after')}
    </>
  );
}
