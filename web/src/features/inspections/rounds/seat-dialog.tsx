// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { SearchField } from '../../../shared/ui/form/search-field.tsx';
import { useSearchText } from '../../../shared/ui/form/use-search-text.ts';
import { inspectionsKey, seatAccount, seatCandidatesQuery } from '../model/inspections.api.ts';
import type { RoundSheet, TeamMember } from '../model/types.ts';

type Props = { readonly round: RoundSheet; readonly seat: TeamMember; readonly onClose: () => void };

/** Whose account is this seat? Only people with a fitting role within the organiser's units are offered. */
export function SeatDialog({ round, seat, onClose }: Props) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [account, setAccount] = useState(seat.accountId ? { id: seat.accountId, name: seat.accountName ?? '–' } : null);
  const text = useSearchText(account?.name);
  const found = useQuery({
    ...seatCandidatesQuery(round.id, seat.role, text.search),
    placeholderData: keepPreviousData,
    enabled: text.isReached,
  });
  const candidates = found.data?.rows ?? [];
  const save = useMutation({
    mutationFn: (id: string | null) => seatAccount(round.id, { version: round.version, seatId: seat.id, accountId: id }),
    onSuccess: async (_, id) => {
      toastDone(t(id ? 'seat.given' : 'seat.freed', { position: seat.position }));
      onClose();
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  const place = (id: string): string => {
    const one = candidates.find((candidate) => candidate.id === id);
    return one ? [one.position, one.unitName].filter(Boolean).join(', ') : '';
  };
  return (
    <Dialog onClose={onClose} title={t('seat.title', { role: t(`round.role_names.${seat.role}`), position: seat.position })} centered>
      <div className="stack">
        <p className="soft">{t('seat.help')}</p>
        <SearchField
          label={t('seat.account')}
          placeholder={t('seat.placeholder')}
          value={account}
          onChange={setAccount}
          text={text}
          found={candidates}
          status={found.status}
          none={t('seat.none')}
          failed={t('seat.failed')}
          data-autofocus
          renderOption={({ id, name }) => (
            <span>
              {name} <span className="small soft">{place(id)}</span>
            </span>
          )}
        />
        <ProblemNotice error={save.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {seat.accountId ? (
            <Button variant="default" loading={save.isPending && save.variables === null} onClick={() => save.mutate(null)}>
              {t('seat.free')}
            </Button>
          ) : null}
          <Button
            loading={save.isPending && save.variables !== null}
            disabled={account === null || account.id === seat.accountId}
            onClick={() => save.mutate(account?.id ?? null)}
          >
            {t('seat.give')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
