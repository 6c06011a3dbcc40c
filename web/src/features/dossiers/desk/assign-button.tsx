// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useSession } from '../../../shared/session/session.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { type Assignable, assignableQuery, assignDossier, dossiersKey, type WorkRow } from './desk.api.ts';

type Props = { readonly row: Pick<WorkRow, 'code' | 'version' | 'handlerId'> };

/** Gives a dossier to somebody, takes it oneself or lays it back. */
export function AssignButton({ row }: Props) {
  const { t } = useTranslation('desk');
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('assign.verb_of', { code: row.code })} onClick={() => setAsks(true)}>
        {t('assign.verb')}
      </Button>
      {asks ? <AssignDialog row={row} onClose={() => setAsks(false)} /> : null}
    </>
  );
}

function AssignDialog({ row, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const { account } = useSession();
  const [handler, setHandler] = useState(row.handlerId === account.id ? '' : account.id);
  const [note, setNote] = useState('');
  const assign = useMutation({
    mutationFn: () => assignDossier(row.code, { version: row.version, handlerId: handler || null, note: note.trim() || null }),
    onSuccess: async () => {
      toastDone(t('assign.done', { code: row.code }));
      onClose();
      await queries.invalidateQueries({ queryKey: dossiersKey });
    },
  });
  const people = useQuery(assignableQuery(row.code));
  const format = useFormat();
  const named = (person: Assignable): string => {
    const name = person.id === account.id ? t('assign.me', { name: person.name }) : person.name;
    const title = person.position ? `, ${person.position}` : '';
    return t('assign.with_open', { name, title, count: person.open, formatted: format.number(person.open) });
  };
  return (
    <Confirm
      opened
      title={t('assign.title', { code: row.code })}
      verb={t('assign.verb')}
      pending={assign.isPending}
      error={assign.error}
      onConfirm={() => assign.mutate()}
      onClose={onClose}
    >
      <Loading of={people} lines={2}>
        {({ rows }) => (
          <NativeSelect
            label={t('assign.to')}
            description={t('assign.help')}
            value={handler}
            data={[...rows.map((person) => ({ value: person.id, label: named(person) })), { value: '', label: t('work.nobody') }]}
            onChange={(event) => setHandler(event.currentTarget.value)}
          />
        )}
      </Loading>
      <TextInput label={t('assign.note')} value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
    </Confirm>
  );
}
