// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { today } from '../../../shared/format/days.ts';
import { useSession } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { figuresKey } from '../figures.api.ts';
import { contentOf, emptyDraft } from './indicator-draft.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import { createIndicator } from './indicators.api.ts';

/** A new indicator with its first version. */
export function IndicatorCreatePage() {
  return (
    <OnlyWith permission="figures.manage">
      <Create />
    </OnlyWith>
  );
}

function Create() {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const navigate = useNavigate();
  const grant = useSession().grants.find((one) => one.role === 'par_officer' || one.role === 'administrator');
  const [code, setCode] = useState('');
  const [validFrom, setValidFrom] = useState(`${today().slice(0, 4)}-01-01`);
  const [draft, setDraft] = useState(emptyDraft);
  const save = useMutation({
    mutationFn: () => createIndicator({ code: code.trim(), unitId: grant?.unitId ?? '', validFrom, content: contentOf(draft) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: figuresKey });
      void navigate(`/figures/indicators/${id}`);
    },
  });
  const lacks = [code, validFrom, draft.name, draft.numerator.label].some((text) => text.trim() === '');
  return (
    <>
      <PageHead
        title={t('manage.create')}
        answer={t('manage.create_answer')}
        back={{ to: '/figures/indicators', label: t('manage.title') }}
      />
      <Form verb={t('manage.create')} pending={save.isPending} error={save.error} onSubmit={() => save.mutate()} disabled={lacks} asksMore>
        <TextInput
          required
          label={t('column.code')}
          description={t('manage.code_help')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <DayInput required label={t('manage.valid_from')} value={validFrom} onChange={setValidFrom} />
        <IndicatorFields draft={draft} onChange={setDraft} />
      </Form>
    </>
  );
}
