// SPDX-License-Identifier: Apache-2.0

import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';

/** The page that stands in for a page that failed; the rest of the house stays usable. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const text = error instanceof Error ? error.message : '';
  return (
    <main style={{ maxWidth: 640, padding: '48px 24px' }} className="stack">
      <h1>{t(missing ? 'state.not_found_title' : 'state.crash_title')}</h1>
      <p>{t(missing ? 'state.not_found_text' : 'state.crash_text')}</p>
      {text && !missing ? <p className="soft small">{text}</p> : null}
      <p className="row">
        {missing ? null : (
          <a href={location.href} onClick={() => location.reload()}>
            {t('state.reload')}
          </a>
        )}
        <Link to="/">{t('state.go_work')}</Link>
      </p>
    </main>
  );
}
