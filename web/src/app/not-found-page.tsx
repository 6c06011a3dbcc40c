// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '../shared/ui/layout/page-head.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('state.not_found_title')} answer={t('state.not_found_text')} />
      <Link to="/work">{t('state.go_work')}</Link>
    </>
  );
}
