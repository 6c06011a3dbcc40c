// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem.ts';
import { IconInbox, IconLock } from '../icons.ts';
import { ProblemNotice } from './problem-notice.tsx';
import css from './states.module.css';

/** What will be here and how to begin. */
export function Empty({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <IconInbox size={22} stroke={1.4} aria-hidden="true" />
      <div>
        <p className={css['title']}>{title}</p>
        {children ? <div className={css['text']}>{children}</div> : null}
        {action ? <div className={css['action']}>{action}</div> : null}
      </div>
    </div>
  );
}

export function Forbidden({ children, page = false }: { readonly children?: ReactNode; readonly page?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={css['forbidden']} role="note">
      <IconLock size={22} stroke={1.4} aria-hidden="true" />
      <div>
        {page ? (
          <h1 className={css['title']}>{t('state.forbidden_title')}</h1>
        ) : (
          <p className={css['title']}>{t('state.forbidden_title')}</p>
        )}
        <p className={css['text']}>{children ?? t('state.forbidden_text')}</p>
      </div>
    </div>
  );
}

/** A failed load: forbidden, or the server's sentence with a way to try again. */
export function Failed({
  error,
  onRetry,
  page = false,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly page?: boolean;
}) {
  const problem = asProblem(error);
  if (problem.status === 403) return <Forbidden page={page}>{problem.detail || undefined}</Forbidden>;
  return <ProblemNotice error={problem} onRetry={onRetry} loading page={page} />;
}

/** The shape of what is coming; shown only after 200 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 6, label }: { readonly lines?: number; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={css['skeleton']} role="status">
      <span className={css['hidden']}>{label ?? t('state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className={css['bone']} style={{ width: `${[96, 88, 92, 70, 84, 62][line % 6]}%` }} />
      ))}
    </div>
  );
}

type Loaded<T> = { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean; readonly refetch: () => unknown };

/** Shows a query in its state: the shape while it loads, the refusal when it failed, the content when it is there. */
export function Loading<T>({
  of: query,
  lines,
  page = false,
  children,
}: {
  readonly of: Loaded<T>;
  /** The query is the whole page: a refusal takes the place of its heading. */
  readonly page?: boolean;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} page={page} />;
  return <Skeleton lines={lines ?? 6} />;
}
