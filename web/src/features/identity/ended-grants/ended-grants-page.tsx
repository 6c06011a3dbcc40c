// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { accountsKey } from '../accounts.api.ts';
import { type EndedGrant, endedGrantsQuery, passOn } from './ended-grants.api.ts';
import { HeirChoice } from './heir-choice.tsx';

/** Whose rights stand at units that have ended, and which unit took over? */
export function EndedGrantsPage() {
  return (
    <OnlyWith permission="identity.manage">
      <EndedGrants />
    </OnlyWith>
  );
}

function EndedGrants() {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const ended = useQuery(endedGrantsQuery);
  const [asking, setAsking] = useState(false);
  const rows = ended.data?.rows ?? [];
  const clear = rows.flatMap((row) => {
    const [heir] = row.heirs;
    return heir && row.heirs.length === 1 ? [{ grantId: row.grantId, unitId: heir.id }] : [];
  });
  const pass = useMutation({
    mutationFn: passOn,
    onSuccess: async (answer, items) => {
      setAsking(false);
      toastDone(t('ended.done', { count: items.length }));
      queries.setQueryData(endedGrantsQuery.queryKey, answer);
      await queries.invalidateQueries({ queryKey: accountsKey });
    },
  });
  const columns = useColumns((row, unitId) => pass.mutate([{ grantId: row.grantId, unitId }]), pass.isPending);
  return (
    <>
      <PageHead
        title={t('ended.title')}
        answer={ended.data ? t('ended.answer', { count: rows.length }) : null}
        back={{ to: '/administration/accounts', label: t('accounts.back') }}
        action={clear.length > 1 ? <Button onClick={() => setAsking(true)}>{t('ended.all', { count: clear.length })}</Button> : null}
      />
      <p className="soft" style={{ maxWidth: '80ch', marginBottom: 16 }}>
        {t('ended.help')}
      </p>
      {asking ? null : <ProblemNotice error={pass.error} />}
      <Loading of={ended}>
        {(data) => (
          <DataTable
            caption={t('ended.title')}
            rows={data.rows}
            rowId={(row) => row.grantId}
            columns={columns}
            filter={data.rows.length > 8}
            empty={<Empty title={t('ended.none')}>{t('ended.none_help')}</Empty>}
          />
        )}
      </Loading>
      <Confirm
        opened={asking}
        title={t('ended.all', { count: clear.length })}
        verb={t('ended.pass_verb')}
        pending={pass.isPending}
        error={pass.error}
        onClose={() => setAsking(false)}
        onConfirm={() => pass.mutate(clear)}
      >
        <p>{t('ended.all_text', { count: clear.length, left: rows.length - clear.length })}</p>
      </Confirm>
    </>
  );
}

function useColumns(onPass: (row: EndedGrant, unitId: string) => void, pending: boolean): readonly Column<EndedGrant>[] {
  const { t } = useTranslation(['identity', 'common']);
  return [
    {
      id: 'name',
      header: t('accounts.name'),
      names: true,
      value: (row) => row.account.name,
      cell: (row) => <Link to={`/administration/accounts/${row.account.id}`}>{row.account.name}</Link>,
    },
    {
      id: 'right',
      header: t('accounts.role'),
      value: (row) => t(`common:role.${row.role}`),
      cell: (row) => (
        <>
          {t(`common:role.${row.role}`)}
          {row.reformFields ? <p className="small soft">{row.reformFields.map((field) => t(`common:field.${field}`)).join('; ')}</p> : null}
        </>
      ),
    },
    {
      id: 'unit',
      header: t('ended.unit'),
      value: (row) => row.unit.name,
      cell: (row) => (
        <>
          {row.unit.name}
          <p className="small soft">{t('ended.ended_on', { day: formatDay(row.unit.endedOn) })}</p>
        </>
      ),
    },
    {
      id: 'heir',
      header: t('ended.heir'),
      value: (row) => row.heirs.map((heir) => heir.name).join('; '),
      cell: (row) => <HeirChoice grant={row} pending={pending} onPass={(unitId) => onPass(row, unitId)} />,
    },
  ];
}
