// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { violatedConstraint } from '#platform/db/db';

/** The refusal that a broken constraint of this schema stands for; any other error as it is. */
export function translated(error: unknown, facts: { readonly code?: string } = {}): unknown {
  switch (violatedConstraint(error)) {
    case 'unit_code_in_force':
      return new AppError('conflict', 'units.code_taken', { code: facts.code ?? '', holder: 'đơn vị khác', from: 'trước' });
    case 'membership_within_validity':
      return new AppError('invalid', 'units.outside_parent');
    case 'unit_ends_after_start':
      return new AppError('invalid', 'units.dates_reversed');
    default:
      return error;
  }
}
