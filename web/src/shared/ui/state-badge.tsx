// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { IconAlertTriangle, IconCheck, IconCircleCheck, IconClock, IconHelpCircle, IconHourglass, IconPlayerPause } from './icons.ts';
import css from './state-badge.module.css';

export type Tone = 'on_course' | 'soon' | 'late' | 'paused' | 'done' | 'question';

const icons = {
  on_course: IconCircleCheck,
  soon: IconHourglass,
  late: IconAlertTriangle,
  paused: IconPlayerPause,
  done: IconCheck,
  question: IconHelpCircle,
  open: IconClock,
} as const;

type Props = { readonly tone: Tone | 'open'; readonly oneLine?: boolean; readonly children: ReactNode };

/** A state as word, icon and colour together, never as colour alone. */
export function StateBadge({ tone, oneLine = false, children }: Props) {
  const Icon = icons[tone];
  return (
    <span className={css['badge']} data-tone={tone} data-one-line={oneLine || undefined}>
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
