// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { createRound, editRound, inspectionsKey, roundQuery } from '../model/inspections.api.ts';
import type { RoundSheet } from '../model/types.ts';
import { bodyOf, draftOf, emptyRound, isComplete, type RoundDraft } from './round-draft.ts';
import { RoundFields } from './round-fields.tsx';

export function RoundCreatePage() {
  const { positions } = useSession();
  const own = positions[0];
  return (
    <OnlyWith permission="inspections.plan">
      <Editor round={null} first={{ ...emptyRound(), organiser: own ? { id: own.unitId, name: own.unitName } : null }} />
    </OnlyWith>
  );
}

export function RoundEditPage() {
  const { id = '' } = useParams();
  const round = useQuery(roundQuery(id));
  return (
    <OnlyWith permission="inspections.plan">
      <Loading page of={round}>
        {(data) => <Editor key={data.version} round={data} first={draftOf(data)} />}
      </Loading>
    </OnlyWith>
  );
}

function Editor({ round, first }: { readonly round: RoundSheet | null; readonly first: RoundDraft }) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(first);
  const save = useMutation({
    mutationFn: async () => {
      if (!round) return (await createRound(bodyOf(draft))).id;
      await editRound(round.id, { ...bodyOf(draft), reportTo: round.reportTo, version: round.version });
      return round.id;
    },
    onSuccess: async (id) => {
      toastDone(t('form_page.saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
      await navigate(`/inspections/${id}`);
    },
  });
  return (
    <>
      <PageHead
        title={t(round ? 'form_page.edit' : 'form_page.new')}
        answer={t('form_page.answer')}
        back={round ? { to: `/inspections/${round.id}`, label: round.title } : { to: '/inspections', label: t('round.back') }}
      />
      <Form
        verb={t(round ? 'form_page.save' : 'form_page.create')}
        pending={save.isPending}
        error={save.error}
        disabled={!isComplete(draft)}
        onSubmit={() => save.mutate()}
        asksMore
        wide
      >
        <RoundFields draft={draft} onDraft={setDraft} round={round} />
      </Form>
    </>
  );
}
