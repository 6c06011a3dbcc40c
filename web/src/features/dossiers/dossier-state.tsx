// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../../shared/ui/state-badge.tsx';

type Told = {
  readonly status: number;
  readonly timeliness: number | null;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
};

/** National status code 1 to 10. */
export type DossierStatus = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10';
type Timeliness = '1' | '2' | '3' | '4';

function toneOf({ status, timeliness, dueAt, finishedAt }: Told): Tone | 'open' {
  if (timeliness === 3) return 'late';
  if (finishedAt) return timeliness === 4 ? 'paused' : 'done';
  if ([5, 6, 8].includes(status)) return 'paused';
  if (dueAt && Date.parse(dueAt) < Date.now()) return 'late';
  return status === 1 ? 'open' : 'on_course';
}

/** The national status in words and colour, with how it stands to its due moment. */
export function DossierState({ of: told }: { readonly of: Told }) {
  const { t } = useTranslation('dossiers');
  const tone = toneOf(told);
  const words = t(`status.${String(told.status) as DossierStatus}`);
  const more = told.timeliness ? t(`timeliness.${String(told.timeliness) as Timeliness}`) : tone === 'late' ? t('overdue_now') : null;
  return <StateBadge tone={tone}>{more ? `${words}, ${more}` : words}</StateBadge>;
}
