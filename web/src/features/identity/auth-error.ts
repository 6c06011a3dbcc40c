// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { asProblem, Problem } from '../../shared/api/problem.ts';

const known = [
  'INVALID_EMAIL_OR_PASSWORD',
  'INVALID_PASSWORD',
  'INVALID_EMAIL',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'ACCOUNT_TEMPORARILY_LOCKED',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
] as const;

/** A refusal of the sign-in in the person's own language: the library behind it answers with codes only. */
export function useAuthError(): (error: unknown) => Problem | null {
  const { t } = useTranslation('identity');
  return (error) => {
    if (!error) return null;
    const problem = asProblem(error);
    if (problem.detail || problem.code.startsWith('web.')) return problem;
    const code = known.find((one) => one === problem.code);
    const detail = problem.status === 429 ? t('auth_error.too_many') : t(`auth_error.${code ?? 'other'}`);
    return new Problem({ status: problem.status, code: problem.code, title: '', detail });
  };
}
