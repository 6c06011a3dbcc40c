// SPDX-License-Identifier: Apache-2.0
import { Suspense } from 'react';
import { WorkPage } from '../features/actions/work-page.tsx';
import { useCan } from '../shared/session/session.ts';
import { lazyPart } from '../shared/ui/feedback/lazy-part.tsx';
import { Skeleton } from '../shared/ui/feedback/states.tsx';

const DeskToday = lazyPart(() => import('../features/dossiers/desk/desk-today.tsx').then((file) => file.DeskToday));

/** The first page after signing in: what waits at the desk, for whoever works there, and what waits of inspections. */
export function HomePage() {
  const can = useCan();
  const desk = can('dossiers.handle') ? (
    <Suspense fallback={<Skeleton lines={2} />}>
      <DeskToday />
    </Suspense>
  ) : null;
  return <WorkPage desk={desk} />;
}
