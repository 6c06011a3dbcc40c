// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../../shared/format/days.ts';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import type { FieldChange, UnitSheet } from '../units.api.ts';
import css from '../units.module.css';

const labels = {
  code: 'code',
  name: 'name',
  authorityName: 'authority',
  documentSymbol: 'symbol',
  agencyCode: 'agency',
  validFrom: 'create.from',
  decision: 'create.decision',
  mark: 'correct.mark',
  note: 'note',
} as const;

/** Each field with what stood there and what stands there now. */
export function FieldChanges({ of: changes }: { readonly of: readonly FieldChange[] }) {
  const { t } = useTranslation('units');
  const shown = ({ field }: FieldChange, value: string | null) => {
    if (value === null) return <span className="soft">{t('correct.empty')}</span>;
    return field === 'validFrom' ? formatDay(value) : value;
  };
  return (
    <ul className={css['successions']}>
      {changes.map((change) => (
        <li key={change.field}>
          {t(labels[change.field])}: {change.from === null ? shown(change, null) : <del>{shown(change, change.from)}</del>} →{' '}
          <strong>{shown(change, change.to)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** How a unit's data were mended, latest first; nothing where they never were. */
export function CorrectionList({ of: corrections }: { readonly of: UnitSheet['corrections'] }) {
  const { t } = useTranslation('units');
  if (corrections.length === 0) return null;
  return (
    <Section title={t('correct.history')}>
      <ol className={css['successions']}>
        {corrections.map((one) => (
          <li key={one.version}>
            <p className="soft">
              {formatInstant(one.correctedAt)}, {one.correctedBy}: {one.reason}
            </p>
            <FieldChanges of={one.changes} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
