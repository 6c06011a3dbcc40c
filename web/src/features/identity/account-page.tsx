// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/session.ts';
import { PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import css from './account.module.css';
import { PasswordChange } from './password-change.tsx';
import { SecondFactor } from './second-factor.tsx';

/** What is my account and how is it kept safe? */
export function AccountPage() {
  const { t } = useTranslation(['identity', 'common']);
  const session = useSession();
  const { account, positions, grants } = session;
  return (
    <>
      <PageHead
        title={t('account.title')}
        answer={session.mustChangePassword ? t('account.must_change') : t('account.answer', { name: account.name, email: account.email })}
      />
      <Section title={t('account.password')}>
        <PasswordChange />
      </Section>
      {session.mustChangePassword ? null : (
        <>
          <Section title={t('account.factor')}>
            <SecondFactor enabled={session.twoFactorEnabled} />
          </Section>
          <Section title={t('account.positions')}>
            {positions.length === 0 ? <p className="soft">{t('account.no_positions')}</p> : null}
            <ul className={css['lines']}>
              {positions.map((position) => (
                <li key={position.id}>
                  {position.title}, {position.unitName}
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('account.rights')}>
            <ul className={css['lines']}>
              {grants.map((grant) => (
                <li key={grant.id}>
                  {t('account.right_line', {
                    role: t(`common:role.${grant.role}`),
                    unit: grant.unitName,
                    fields: grant.reformFields
                      ? grant.reformFields.map((field) => t(`common:field.${field}`)).join('; ')
                      : t('account.all_fields'),
                  })}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </>
  );
}
