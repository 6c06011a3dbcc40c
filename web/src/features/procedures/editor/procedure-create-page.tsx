// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { today } from '../../../shared/format/days.ts';
import { useSession } from '../../../shared/session/session.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { UnitPicker } from '../../units/index.ts';
import { keeperOf } from '../model/keeper.ts';
import { createProcedure, proceduresKey } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { contentOf, emptyContent, isWhole } from './content-draft.ts';
import { ContentFields } from './content-fields.tsx';

export function ProcedureCreatePage() {
  return (
    <OnlyWith permission="procedures.manage">
      <NewProcedure />
    </OnlyWith>
  );
}

function NewProcedure() {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const session = useSession();
  const [code, setCode] = useState('');
  const [unit, setUnit] = useState(() => keeperOf(session));
  const [validFrom, setValidFrom] = useState(today());
  const [draft, setDraft] = useState(emptyContent);
  const create = useMutation({
    mutationFn: () => createProcedure({ code: code.trim(), unitId: unit?.id ?? '', validFrom, content: contentOf(draft) }),
    onSuccess: async (sheet) => {
      forgetUnsaved();
      toastDone(t('form.created', { code: sheet.code }));
      await queries.invalidateQueries({ queryKey: proceduresKey });
      await navigate(`/procedures/${sheet.id}`);
    },
  });
  return (
    <>
      <PageHead title={t('form.create_title')} answer={t('form.create_answer')} back={{ to: '/procedures', label: t('back') }} />
      <Form
        verb={t('form.create')}
        pending={create.isPending}
        error={create.error}
        disabled={!isWhole(draft) || code.trim() === '' || !unit || validFrom === ''}
        asksMore
        wide
        onSubmit={() => create.mutate()}
      >
        <div className={css['pair']}>
          <TextInput
            label={t('code')}
            description={t('form.code_help')}
            required
            maxLength={60}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <UnitPicker label={t('sheet.keeper')} description={t('form.keeper_help')} required value={unit} onChange={setUnit} />
        </div>
        <DayInput label={t('form.valid_from')} required value={validFrom} onChange={setValidFrom} />
        <ContentFields draft={draft} onDraft={setDraft} unitId={unit?.id ?? ''} day={validFrom} />
      </Form>
    </>
  );
}
