// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { IconPlus, IconSearch } from '../../../shared/ui/icons.ts';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import css from '../inspections.module.css';
import { roundsQuery } from '../model/inspections.api.ts';
import type { RoundRow } from '../model/types.ts';
import { RoundBoard } from './round-board.tsx';
import { RoundTable } from './round-table.tsx';

const firstList = { view: 'list', search: '', show: '' };

/** Which inspections are under way, and which are late? */
export function RoundsPage() {
  const { t } = useTranslation('inspections');
  const can = useCan();
  const [list, setList] = useAddressState(firstList);
  const view = list.view === 'board' ? 'board' : 'list';
  const [search] = useDebouncedValue(list.search.trim(), 200);
  const rounds = useQuery({ ...roundsQuery({ search }), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead
        title={t('title')}
        answer={rounds.data ? <Answer rows={rounds.data.rows} total={rounds.data.total} /> : null}
        action={
          can('inspections.plan') ? (
            <Button component={Link} to="/inspections/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
              {t('new')}
            </Button>
          ) : null
        }
      />
      <div className={`${css['tools']} no-print`}>
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          className={css['search'] ?? ''}
          value={list.search}
          onChange={(event) => setList({ ...list, search: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={t('view')}
          value={view}
          onChange={(next) => setList({ ...list, view: next })}
          data={[
            { value: 'list', label: t('list') },
            { value: 'board', label: t('board') },
          ]}
        />
      </div>
      {list.show === 'open' || list.show === 'late' ? (
        <p role="status">
          {t(`counted.rounds_${list.show}`, { count: rounds.data?.rows.filter((row) => isShown(row, list.show)).length ?? 0 })}{' '}
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setList({ ...list, show: '' })}>
            {t('counted.show_all')}
          </Button>
        </p>
      ) : null}
      <Loading of={rounds}>
        {({ rows: all }) => {
          const rows = all.filter((row) => isShown(row, list.show));
          return all.length === 0 ? (
            <NoRounds search={search} />
          ) : view === 'board' ? (
            <RoundBoard rows={rows} />
          ) : (
            <RoundTable
              rows={rows}
              views={{
                table: 'rounds',
                filters: { search: list.search },
                onFilters: (kept) => setList({ ...list, search: kept['search'] ?? '' }),
              }}
            />
          );
        }}
      </Loading>
    </>
  );
}

function NoRounds({ search }: { readonly search: string }) {
  const { t } = useTranslation('inspections');
  return search ? (
    <Empty title={t('none_found', { search })}>{t('none_found_help')}</Empty>
  ) : (
    <Empty title={t('empty')}>{t('empty_help')}</Empty>
  );
}

/** Whether a round is among those that the address asks for. */
function isShown(row: RoundRow, show: string): boolean {
  if (show === 'open') return row.step !== 'closed';
  return show === 'late' ? row.deadlineState === 'overdue' : true;
}

function Answer({ rows, total }: { readonly rows: readonly RoundRow[]; readonly total: number }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const counted = (count: number, show: 'all' | 'open' | 'late') => (
    <ExplicitFigure
      value={format.number(count)}
      label={t(`counted.rounds_label.${show}`)}
      origin={{
        sentence: t(`counted.rounds_${show}`, { count: format.number(count) }),
        rule: t(`counted_rule.rounds_${show}`),
        recordsHref: show === 'all' ? '/inspections' : `/inspections?show=${show}`,
      }}
    />
  );
  const late = rows.filter((row) => isShown(row, 'late')).length;
  return (
    <FigureSentence
      tell={(at) => (late > 0 ? t('answer_late', at) : t('answer', at))}
      figures={{
        total: counted(total, 'all'),
        open: counted(rows.filter((row) => isShown(row, 'open')).length, 'open'),
        late: counted(late, 'late'),
      }}
    />
  );
}
