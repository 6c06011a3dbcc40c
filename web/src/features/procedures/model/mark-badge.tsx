// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Mark } from './procedures.api.ts';
import css from './procedures.module.css';

/** Says of what kind an entry is that is no published one. */
export function MarkBadge({ mark }: { readonly mark: Mark | null }) {
  const { t } = useTranslation('procedures');
  return mark ? (
    <StateBadge tone="question" oneLine>
      {t(`mark.${mark}`)}
    </StateBadge>
  ) : null;
}

/** The same as a sentence, at the head of a page. */
export function MarkNote({ mark }: { readonly mark: Mark | null }) {
  const { t } = useTranslation('procedures');
  return mark ? <p className={css['note']}>{t(`mark.${mark}_note`)}</p> : null;
}
