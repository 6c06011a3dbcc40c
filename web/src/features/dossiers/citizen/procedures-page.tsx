// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { type OnlineProcedure, onlineProceduresQuery } from './citizen.api.ts';
import css from './citizen.module.css';
import { useTerms } from './use-terms.ts';

/** Which procedures can be handed in online, and what does each ask for? */
export function OnlineProceduresPage() {
  const { t } = useTranslation('citizen');
  const [{ q }, setAsked] = useAddressState({ q: '' });
  const [search] = useDebouncedValue(q.trim(), 250);
  const found = useQuery({ ...onlineProceduresQuery(search), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead title={t('submit_title')} answer={t('submit_answer')} />
      <TextInput
        type="search"
        size="md"
        label={t('search')}
        description={t('search_help')}
        value={q}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setAsked({ q: event.currentTarget.value })}
      />
      <Loading of={found} lines={8}>
        {({ rows, total }) =>
          total === 0 ? (
            <div style={{ marginTop: 16 }}>
              <Empty title={t(search ? 'none' : 'nothing')}>{t(search ? 'none_help' : 'nothing_help')}</Empty>
            </div>
          ) : (
            <Found rows={rows} total={total} />
          )
        }
      </Loading>
    </>
  );
}

function Found({ rows, total }: { readonly rows: readonly OnlineProcedure[]; readonly total: number }) {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  const terms = useTerms();
  const counts = { total: format.number(total), shown: format.number(rows.length) };
  return (
    <>
      <p className="soft small" role="status" style={{ marginTop: 12 }}>
        {t(rows.length < total ? 'found_part' : 'found', counts)}
      </p>
      <ul className={css['found']}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/online/procedures/${row.id}`}>
              <span className={css['name']}>{row.name}</span>
              <span className={css['about']}>
                {row.sectorName} · {t('limit')}: {terms.limit(row)} · {t('fee')}: {terms.fee(row)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rows.some(({ mark }) => mark) ? (
        <p className="soft small" style={{ marginTop: 10 }}>
          {t('illustrative')}
        </p>
      ) : null}
    </>
  );
}
