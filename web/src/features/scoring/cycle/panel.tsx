// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef } from 'react';
import css from './cycle.module.css';

type Props = {
  readonly label: string;
  /** What is open in the panel; empty where nothing is. */
  readonly shown: string;
  readonly children: ReactNode;
};

/** The panel beside a table. Where the screen is too narrow for both it stands above, and comes into sight when something is opened. */
export function Panel({ label, shown, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const before = useRef('');
  useEffect(() => {
    if (shown !== '' && shown !== before.current && window.matchMedia('(max-width: 1100px)').matches)
      place.current?.scrollIntoView({ block: 'start' });
    before.current = shown;
  }, [shown]);
  return (
    <aside ref={place} className={`${css['panel']} no-print`} aria-label={label}>
      {children}
    </aside>
  );
}
