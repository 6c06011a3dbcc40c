// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { inspectionsKey, seatAccount, seatCandidatesQuery } from '../model/inspections.api.ts';
import type { RoundSheet, TeamMember } from '../model/types.ts';

type Props = { readonly round: RoundSheet; readonly seat: TeamMember; readonly onClose: () => void };

/** Whose account is this seat? Only people with a fitting role within the organiser's units are offered. */
export function SeatDialog({ round, seat, onClose }: Props) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [accountId, setAccountId] = useState(seat.accountId);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === seat.accountName ? '' : typed.trim(), 200);
  const found = useQuery({ ...seatCandidatesQuery(round.id, seat.role, search), placeholderData: keepPreviousData });
  const candidates = found.data?.rows ?? [];
  const options = candidates.map((one) => ({ value: one.id, label: one.name }));
  if (seat.accountId && !candidates.some((one) => one.id === seat.accountId))
    options.unshift({ value: seat.accountId, label: seat.accountName ?? '–' });
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
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('seat.title', { role: t(`round.role_names.${seat.role}`), position: seat.position })}</strong>}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      centered
    >
      <div className="stack">
        <p className="soft">{t('seat.help')}</p>
        <Select
          label={t('seat.account')}
          data={options}
          value={accountId}
          onChange={setAccountId}
          searchable
          onSearchChange={setTyped}
          filter={({ options: all }) => all}
          nothingFoundMessage={t(found.isError ? 'seat.failed' : 'seat.none')}
          placeholder={t('seat.placeholder')}
          maxDropdownHeight={260}
          data-autofocus
          renderOption={({ option }) => (
            <span>
              {option.label} <span className="small soft">{place(option.value)}</span>
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
            disabled={accountId === null || accountId === seat.accountId}
            onClick={() => save.mutate(accountId)}
          >
            {t('seat.give')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
