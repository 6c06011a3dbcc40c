// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem.ts';
import { IconAlertTriangle, IconCircleCheck } from '../icons.ts';
import { useProblemSentence } from './problem-notice.tsx';
import css from './toasts.module.css';

type Toast = { readonly id: number; readonly text: string; readonly error: unknown };

let shown: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(text: string, error: unknown): void {
  const id = nextId++;
  set([...shown.slice(-2), { id, text, error }]);
  // A refusal stays until it is closed: it may hold the only explanation.
  if (!error) setTimeout(() => closeToast(id), 5_000);
}

function closeToast(id: number): void {
  set(shown.filter((toast) => toast.id !== id));
}

/** Says in a corner that something was done. */
export function toastDone(text: string): void {
  put(text, null);
}

/** Says in a corner why something was not done. */
export function toastProblem(error: unknown): void {
  put('', error);
}

export function Toasts() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <section className={`${css['place']} no-print`} aria-live="polite" aria-label={t('product')}>
      {toasts.map((toast) => (
        <div key={toast.id} className={toast.error ? css['problem'] : css['done']} role={toast.error ? 'alert' : 'status'}>
          {toast.error ? <IconAlertTriangle size={18} aria-hidden="true" /> : <IconCircleCheck size={18} aria-hidden="true" />}
          <p>{toast.error ? sentence(asProblem(toast.error)) : toast.text}</p>
          <CloseButton size="sm" aria-label={t('action.close')} onClick={() => closeToast(toast.id)} />
        </div>
      ))}
    </section>
  );
}
