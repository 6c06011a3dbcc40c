// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import css from './account.module.css';

/** A generated password, shown once. */
export function PasswordOnce({ password }: { readonly password: string }) {
  const { t } = useTranslation('identity');
  return (
    <div className={css['once']} role="status">
      <p className={css['password']}>{password}</p>
      <p className="small">{t('accounts.password_once')}</p>
    </div>
  );
}
