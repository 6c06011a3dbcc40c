// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../shared/session/session.ts';
import { Form } from '../../shared/ui/form/form.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import { figuresKey, type OpenedFigure, publishFigure } from './figures.api.ts';

type Typed = { readonly numerator: string; readonly denominator: string; readonly issuer: string; readonly citation: string };

/** Records what another authority has published of this figure, or takes it back; the unit's own value stays beside it. */
export function PublishPart({ answer }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!can('figures.publish')) return null;
  return isOpen ? (
    <Section title={t('publish.title')}>
      <PublishForm answer={answer} onDone={() => setOpen(false)} />
    </Section>
  ) : (
    <p className="no-print">
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('publish.title')}
      </Button>
    </p>
  );
}

function PublishForm({ answer, onDone }: { readonly answer: OpenedFigure; readonly onDone: () => void }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const { figure, unit, period } = answer;
  const published = figure.official;
  const [typed, setTyped] = useState<Typed>({
    numerator: (published?.numerator ?? '').replace('.', ','),
    denominator: (published?.denominator ?? '').replace('.', ','),
    issuer: published?.revision?.issuer ?? '',
    citation: published?.revision?.citation ?? '',
  });
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const save = useMutation({
    mutationFn: (numbers: { numerator: string | null; denominator: string | null }) =>
      publishFigure({
        ...{ period: period.key, unitId: unit.id, indicatorId: figure.indicator.indicatorId },
        ...{ issuer: typed.issuer, citation: typed.citation, ...numbers },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: figuresKey });
      onDone();
    },
  });
  const isGrounded = typed.issuer.trim() !== '' && typed.citation.trim() !== '';
  return (
    <Form
      verb={t('publish.save')}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ numerator: typed.numerator || null, denominator: typed.denominator || null })}
      disabled={!isGrounded || typed.numerator.trim() === ''}
      asksMore
      secondary={
        <>
          {published ? (
            <Button
              variant="default"
              disabled={!isGrounded || save.isPending}
              onClick={() => save.mutate({ numerator: null, denominator: null })}
            >
              {t('publish.withdraw')}
            </Button>
          ) : null}
          <Button variant="default" onClick={onDone}>
            {t('manage.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('publish.help')}</p>
      <TextInput
        required
        inputMode="decimal"
        label={figure.indicator.numerator.label}
        value={typed.numerator}
        onChange={(event) => set({ numerator: event.currentTarget.value })}
      />
      {figure.indicator.denominator ? (
        <TextInput
          required
          inputMode="decimal"
          label={figure.indicator.denominator.label}
          value={typed.denominator}
          onChange={(event) => set({ denominator: event.currentTarget.value })}
        />
      ) : null}
      <SourceFields typed={typed} onChange={set} />
    </Form>
  );
}

function SourceFields({ typed, onChange }: { readonly typed: Typed; readonly onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation('figures');
  return (
    <>
      <TextInput
        required
        label={t('publish.issuer')}
        value={typed.issuer}
        onChange={(event) => onChange({ issuer: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('publish.citation')}
        value={typed.citation}
        onChange={(event) => onChange({ citation: event.currentTarget.value })}
      />
    </>
  );
}
