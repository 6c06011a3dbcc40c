// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsaved } from '../../session/unsaved.ts';
import { ProblemNotice } from '../feedback/problem-notice.tsx';
import css from './form.module.css';
import { useOnce } from './use-once.ts';

type Props = {
  readonly children: ReactNode;
  /** The verb of the form's act. */
  readonly verb: string;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly onSubmit: () => void;
  readonly secondary?: ReactNode;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** What is missing while the act is closed: the fields marked with a star, or what the words say. */
  readonly asksMore?: boolean | string;
};

/** A form in one column: labels above, errors beside their field, one act at the end. What is typed in it is not left unasked. */
export function Form({ children, verb, pending, error, onSubmit, secondary, wide = false, disabled = false, asksMore = false }: Props) {
  const { t } = useTranslation();
  const [touched, setTouched] = useState(false);
  const [wasPending, setWasPending] = useState(pending);
  if (wasPending !== pending) {
    setWasPending(pending);
    if (!pending && !error) setTouched(false);
  }
  const once = useOnce(pending);
  useUnsaved(touched && !pending);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    once(onSubmit);
  };
  return (
    <form className={css['form']} data-wide={wide || undefined} onSubmit={submit} onInput={() => setTouched(true)} noValidate={false}>
      {children}
      <ProblemNotice error={error} />
      <div className={css['actions']}>
        <Button type="submit" loading={pending} disabled={disabled}>
          {verb}
        </Button>
        {secondary}
        {disabled && asksMore ? (
          <span className={css['more']}>{typeof asksMore === 'string' ? asksMore : t('form.fill_required')}</span>
        ) : null}
      </div>
    </form>
  );
}
