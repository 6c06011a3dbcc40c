// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { figuresKey } from '../figures.api.ts';
import { createRule, type RuleBody } from './rules.api.ts';
import { readTerms } from './terms.ts';

type Typed = {
  readonly code: string;
  readonly sentence: string;
  readonly left: string;
  readonly operator: RuleBody['rule']['operator'];
  readonly right: string;
  readonly importance: RuleBody['rule']['importance'];
  readonly legalBasis: string;
  readonly validFrom: string;
};

const operators = ['<=', '<', '=', '<>', '>=', '>'] as const;

/** A new rule: left side, comparison, right side, how serious, by which law. */
export function RuleForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({
    ...{ code: '', sentence: '', left: '', operator: '<=', right: '', importance: 'error', legalBasis: '' },
    validFrom: today(),
  });
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const [left, right] = [readTerms(typed.left), readTerms(typed.right)];
  const save = useMutation({
    mutationFn: () => {
      const { code, sentence, operator, importance, legalBasis, validFrom } = typed;
      const rule = { code: code.trim(), sentence, left: left ?? [], operator, right: right ?? [], importance };
      return createRule({ rule: { ...rule, legalBasis: legalBasis.trim() || null }, validFrom });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: figuresKey });
      onDone();
    },
  });
  const lacks = !left || !right || typed.code.trim() === '' || typed.sentence.trim() === '' || typed.validFrom === '';
  return (
    <Form
      verb={t('rules.save')}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      disabled={lacks}
      asksMore
      secondary={
        <Button variant="default" onClick={onDone}>
          {t('manage.cancel')}
        </Button>
      }
    >
      <TextInput
        required
        label={t('column.code')}
        value={typed.code}
        onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        required
        label={t('rules.sentence')}
        description={t('rules.sentence_help')}
        value={typed.sentence}
        onChange={(event) => set({ sentence: event.currentTarget.value })}
      />
      <Sides typed={typed} onChange={set} />
      <NativeSelect
        label={t('rules.importance')}
        value={typed.importance}
        data={(['error', 'warning'] as const).map((value) => ({ value, label: t(`rules.importances.${value}`) }))}
        onChange={(event) => set({ importance: event.currentTarget.value as Typed['importance'] })}
      />
      <TextInput label={t('law')} value={typed.legalBasis} onChange={(event) => set({ legalBasis: event.currentTarget.value })} />
      <DayInput required label={t('manage.valid_from')} value={typed.validFrom} onChange={(validFrom) => set({ validFrom })} />
    </Form>
  );
}

function Sides({ typed, onChange }: { readonly typed: Typed; readonly onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation('figures');
  const wrong = (text: string) => (text.trim() !== '' && readTerms(text) === null ? t('rules.side_wrong') : null);
  return (
    <>
      <TextInput
        required
        label={t('rules.left')}
        description={t('rules.side_help')}
        error={wrong(typed.left)}
        value={typed.left}
        onChange={(event) => onChange({ left: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.operator')}
        value={typed.operator}
        data={operators.map((value) => ({ value, label: t(`rules.operators.${value}`) }))}
        onChange={(event) => onChange({ operator: event.currentTarget.value as Typed['operator'] })}
      />
      <TextInput
        required
        label={t('rules.right')}
        description={t('rules.side_help')}
        error={wrong(typed.right)}
        value={typed.right}
        onChange={(event) => onChange({ right: event.currentTarget.value })}
      />
    </>
  );
}
