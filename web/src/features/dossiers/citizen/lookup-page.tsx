// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Facts, PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge, type Tone } from '../../../shared/ui/state-badge.tsx';
import { type Lookup, lookUp } from './citizen.api.ts';
import css from './citizen.module.css';

/** Where does my dossier stand, and when is its result due? */
export function LookupPage() {
  const { t } = useTranslation('citizen');
  const [address] = useSearchParams();
  const [code, setCode] = useState(address.get('code') ?? '');
  const [factor, setFactor] = useState('');
  const [left, setLeft] = useState(false);
  const isFactor = /^([A-Za-z\d]{4}|\d{8})$/.test(factor.trim());
  const ask = useMutation({ mutationFn: () => lookUp({ code: code.trim(), factor: factor.trim() }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setLeft(true);
    if (isFactor && code.trim().length >= 6) ask.mutate();
  };
  return (
    <>
      <PageHead title={t('lookup_title')} answer={t('lookup_answer')} />
      <form className={`${css['person']} no-print`} onSubmit={submit}>
        <TextInput
          size="md"
          label={t('code')}
          description={t('code_help')}
          required
          minLength={6}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          size="md"
          label={t('factor')}
          description={t('factor_help')}
          error={left && factor !== '' && !isFactor ? t('factor_wrong') : null}
          required
          inputMode="numeric"
          maxLength={8}
          autoComplete="off"
          value={factor}
          onBlur={() => setLeft(true)}
          onChange={(event) => setFactor(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" size="md" loading={ask.isPending}>
            {t('ask')}
          </Button>
        </div>
      </form>
      <div aria-live="polite" style={{ marginTop: 20 }}>
        <ProblemNotice error={ask.error} />
        {ask.data && !ask.error ? <Found found={ask.data} askedAt={ask.submittedAt} /> : null}
      </div>
      <p className="soft small no-print" style={{ marginTop: 20 }}>
        {t('secrecy')}
      </p>
    </>
  );
}

const tones: Readonly<Record<NonNullable<Lookup['state']>, Tone | 'open'>> = {
  new: 'open',
  in_time: 'on_course',
  due_soon: 'soon',
  overdue: 'late',
  paused: 'paused',
};

function Found({ found, askedAt }: { readonly found: Lookup; readonly askedAt: number }) {
  const { t, i18n } = useTranslation('citizen');
  const format = useFormat();
  const said = (sentence: { readonly vi: string; readonly en: string }): string => (i18n.language === 'en' ? sentence.en : sentence.vi);
  const at = (moment: string | null): string => (moment ? format.instant(moment) : '–');
  const why = found.state === 'new' || found.state === 'paused' ? found.state : 'open';
  return (
    <section className={css['sheet']} aria-label={t('status')}>
      <p className={css['standing']}>
        {said(found.statusName)}
        {found.state ? (
          <StateBadge tone={tones[found.state]}>{t(`states.${found.state}`)}</StateBadge>
        ) : (
          <StateBadge tone="done">{t('finished_state')}</StateBadge>
        )}
      </p>
      <p style={{ margin: '6px 0 16px' }}>{said(found.nextStep)}</p>
      <Facts
        of={[
          [t('code'), found.code],
          [t('procedure'), found.procedureName],
          [t('unit'), found.unitName],
          ...(found.submittedAt ? ([[t('submitted'), at(found.submittedAt)]] as const) : []),
          [t('received'), at(found.receivedAt)],
          ...(found.finishedAt
            ? ([[t('finished'), at(found.finishedAt)]] as const)
            : ([[t('due'), found.dueAt ? format.due(found.dueAt) : t('no_due', { why: t(`why.${why}`) })]] as const)),
        ]}
      />
      <p className="soft small" style={{ marginTop: 14 }}>
        {t('asked_at', { moment: format.instant(new Date(askedAt).toISOString()) })}
      </p>
    </section>
  );
}
