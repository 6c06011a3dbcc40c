// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { formsQuery, printForm } from './desk.api.ts';
import css from './desk.module.css';

/** The forms of the circular that the dossier gives cause for now, as PDF and Word file. */
export function FormPrints({ code }: { readonly code: string }) {
  const { t } = useTranslation('desk');
  const forms = useQuery(formsQuery(code));
  const print = useMutation({ mutationFn: (file: string) => printForm(code, file) });
  return (
    <Section title={t('forms.title')} aside={forms.data?.regime.citation}>
      <Loading of={forms} lines={2}>
        {({ forms: all }) => {
          const ready = all.filter((form) => form.unavailableBecause === null);
          return ready.length === 0 ? (
            <p className="soft">{t('forms.none')}</p>
          ) : (
            <ul className={css['forms']}>
              {ready.map((form) => (
                <li key={form.number}>
                  <span>
                    <span className="digits soft">{t('forms.number', { number: form.number })}</span> {form.title}
                  </span>
                  <span className={css['formActs']}>
                    {(['pdf', 'docx'] as const).map((format) => (
                      <Button
                        key={format}
                        size="compact-sm"
                        variant="default"
                        aria-label={t(`forms.${format}_of`, { title: form.title })}
                        loading={print.isPending && print.variables === `${form.number}.${format}`}
                        onClick={() => print.mutate(`${form.number}.${format}`)}
                      >
                        {t(`forms.${format}`)}
                      </Button>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loading>
      <ProblemNotice error={print.error} />
    </Section>
  );
}
