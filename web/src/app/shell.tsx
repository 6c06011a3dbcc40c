// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { asProblem } from '../shared/api/problem.ts';
import { sessionQuery, unitOf } from '../shared/session/session.ts';
import { Failed, Skeleton } from '../shared/ui/feedback/states.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { LeftRail } from './left-rail.tsx';
import { MustChangePassword } from './must-change-password.tsx';
import css from './shell.module.css';
import { TopBar } from './top-bar.tsx';

/** The frame of every signed-in page: rail, bar, content. */
export function Shell() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  if (session.error && !session.data) {
    return asProblem(session.error).status === 401 ? null : (
      <main className={css['alone']}>
        <Failed error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  return (
    <div className={css['frame']}>
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      {session.data ? <LeftRail permissions={session.data.permissions} /> : <div className={css['rail']} />}
      <div className={css['body']}>
        {session.data ? <TopBar session={session.data} /> : <div className={css['bar']} />}
        {session.data ? <p className="only-print small">{unitOf(session.data)}</p> : null}
        <main id="content" tabIndex={-1} className={css['content']}>
          {session.data ? (
            <Suspense fallback={<Skeleton lines={8} />}>{session.data.mustChangePassword ? <MustChangePassword /> : <Outlet />}</Suspense>
          ) : (
            <Skeleton lines={8} />
          )}
        </main>
      </div>
      <LeaveGuard />
      <ScrollRestoration />
    </div>
  );
}
