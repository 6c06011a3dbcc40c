// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { OnlyWith } from '../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { IconPlus, IconSearch } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { StateBadge } from '../../shared/ui/state-badge.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { type Account, accountsQuery } from './accounts.api.ts';
import { EndedGrantsNotice } from './ended-grants/ended-grants-notice.tsx';

/** Who may enter, and with which rights? */
export function AccountsPage() {
  return (
    <OnlyWith permission="identity.manage">
      <Accounts />
    </OnlyWith>
  );
}

function Accounts() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [offset, setOffset] = useState(0);
  const accounts = useQuery({ ...accountsQuery(search, offset), placeholderData: keepPreviousData });
  const columns = useAccountColumns();
  const add = (
    <Button component={Link} to="/administration/accounts/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
      {t('accounts.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('accounts.title')} answer={t('accounts.answer')} action={add} />
      <EndedGrantsNotice />
      <Loading of={accounts}>
        {({ rows, total }) => (
          <DataTable
            caption={t('accounts.caption')}
            columns={columns}
            rows={rows}
            rowId={(account) => account.id}
            onOpen={(account) => void navigate(`/administration/accounts/${account.id}`)}
            initialSort={{ column: 'name' }}
            server={{ offset, total, onOffset: setOffset }}
            views={{ table: 'accounts' }}
            tools={
              <TextInput
                type="search"
                aria-label={t('accounts.search')}
                placeholder={t('accounts.search')}
                leftSection={<IconSearch size={16} aria-hidden="true" />}
                w={280}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setOffset(0);
                }}
              />
            }
            empty={<Empty title={t('accounts.empty')}>{t('accounts.empty_help')}</Empty>}
          />
        )}
      </Loading>
    </>
  );
}

function useAccountColumns(): readonly Column<Account>[] {
  const { t } = useTranslation(['identity', 'common']);
  return [
    {
      id: 'name',
      header: t('accounts.name'),
      value: (account) => account.name,
      names: true,
      cell: (account) => <Link to={`/administration/accounts/${account.id}`}>{account.name}</Link>,
    },
    {
      id: 'positions',
      header: t('accounts.positions'),
      value: (account) => account.positions.map((one) => `${one.title}, ${one.unitName}`).join('; '),
    },
    {
      id: 'roles',
      header: t('accounts.roles'),
      value: (account) => account.grants.map((one) => `${t(`common:role.${one.role}`)} (${one.unitName})`).join('; '),
    },
    { id: 'email', header: t('accounts.email'), value: (account) => account.email, hidden: true },
    { id: 'factor', header: t('accounts.factor'), value: (account) => t(account.twoFactorEnabled ? 'accounts.yes' : 'accounts.no') },
    {
      id: 'state',
      header: t('accounts.state'),
      value: (account) => (account.disabledAt ? 2 : account.mustChangePassword ? 1 : 0),
      cell: (account) =>
        account.disabledAt ? (
          <StateBadge tone="paused" oneLine>
            {t('accounts.disabled')}
          </StateBadge>
        ) : account.mustChangePassword ? (
          <StateBadge tone="soon" oneLine>
            {t('accounts.must_change')}
          </StateBadge>
        ) : (
          <StateBadge tone="on_course" oneLine>
            {t('accounts.active')}
          </StateBadge>
        ),
    },
  ];
}
