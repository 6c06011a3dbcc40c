// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import { endedGrantsQuery } from './ended-grants.api.ts';

/** Says on the page of accounts that rights wait at units that have ended. */
export function EndedGrantsNotice() {
  const { t } = useTranslation('identity');
  const ended = useQuery(endedGrantsQuery);
  const count = ended.data?.rows.length ?? 0;
  if (count === 0) return null;
  return (
    <p style={{ marginBottom: 14 }} className="no-print">
      <StateBadge tone="soon">{t('ended.notice', { count })}</StateBadge>{' '}
      <Link to="/administration/accounts/ended-grants">{t('ended.open')}</Link>
    </p>
  );
}
