// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { IconPlus, IconSearch } from '../../../shared/ui/icons.ts';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import css from '../inspections.module.css';
import { roundsQuery } from '../model/inspections.api.ts';
import type { RoundRow } from '../model/types.ts';
import { RoundBoard } from './round-board.tsx';
import { RoundTable } from './round-table.tsx';

const limit = 200;

/** Which inspections are under way, and which are late? */
export function RoundsPage() {
  const { t } = useTranslation('inspections');
  const can = useCan();
  const [address, setAddress] = useSearchParams();
  const view = address.get('view') === 'board' ? 'board' : 'list';
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const rounds = useQuery({ ...roundsQuery({ search, limit }), placeholderData: keepPreviousData });
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
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('view')}
          value={view}
          onChange={(next) => setAddress(next === 'board' ? { view: 'board' } : {}, { replace: true })}
          data={[
            { value: 'list', label: t('list') },
            { value: 'board', label: t('board') },
          ]}
        />
      </div>
      <Loading of={rounds}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('empty')}>{t('empty_help')}</Empty>
          ) : view === 'board' ? (
            <RoundBoard rows={rows} />
          ) : (
            <RoundTable rows={rows} />
          )
        }
      </Loading>
    </>
  );
}

function Answer({ rows, total }: { readonly rows: readonly RoundRow[]; readonly total: number }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const late = rows.filter((row) => row.deadlineState === 'overdue').length;
  const numbers = {
    total: format.number(total),
    open: format.number(rows.filter((row) => row.step !== 'closed').length),
    late: format.number(late),
  };
  return <>{late > 0 ? t('answer_late', numbers) : t('answer', numbers)}</>;
}
