// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';

export const passwordMinimum = 10;

/**
 * Refuses passwords that are short or repeat the sign-in address (NIST SP 800-63B, 5.1.1.2: length before composition).
 *
 * @throws AppError `identity.password_weak`
 */
export function checkPassword(password: string, email: string): void {
  const same = password.toLowerCase() === email.toLowerCase() || password.toLowerCase() === email.split('@')[0]?.toLowerCase();
  if (password.length < passwordMinimum || password.length > 128 || same) {
    throw new AppError('invalid', 'identity.password_weak', { minimum: passwordMinimum });
  }
}
