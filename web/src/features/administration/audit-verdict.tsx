// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { StateBadge } from '../../shared/ui/state-badge.tsx';

export type Verdict = {
  readonly intact: boolean;
  readonly entries: number;
  readonly headHash?: string;
  readonly brokenAt?: number;
  readonly reason?: 'hash' | 'link' | 'gap' | 'head' | 'draft';
};

export function AuditVerdict({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('administration');
  const format = useFormat();
  if (verdict.intact) {
    return (
      <div className="stack" style={{ gap: 4 }}>
        <StateBadge tone="on_course">{t('audit.intact', { count: verdict.entries, formatted: format.number(verdict.entries) })}</StateBadge>
        {verdict.headHash ? (
          <span className="small soft" style={{ overflowWrap: 'anywhere' }}>
            {t('audit.head')}: <code>{verdict.headHash}</code>
          </span>
        ) : null}
      </div>
    );
  }
  return (
    <StateBadge tone="late">
      {t('audit.broken', { at: format.number(verdict.brokenAt ?? 0), reason: t(`audit.reason.${verdict.reason ?? 'hash'}`) })}
    </StateBadge>
  );
}
