// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type ReformField, reformFieldNames } from '#kernel/reform-fields';
import type { IndicatorContent } from './indicator.ts';

/**
 * A right that was given for some reform fields (null is all) writes the indicators of these fields alone.
 *
 * @throws AppError `figures.not_your_field`
 */
export function requireField(
  { name, reformField }: Pick<IndicatorContent, 'name' | 'reformField'>,
  fields: readonly ReformField[] | null | undefined,
): void {
  if (fields && !fields.includes(reformField))
    throw new AppError('forbidden', 'figures.not_your_field', { name, field: reformFieldNames[reformField] });
}
