// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';

/**
 * Refuses a save that was based on an older version than the stored one.
 *
 * @throws AppError `platform.stale` naming who was quicker
 */
export async function requireSaved(saved: boolean, current: () => Promise<{ readonly updatedBy: string } | undefined>): Promise<void> {
  if (saved) return;
  throw new AppError('conflict', 'platform.stale', { by: (await current())?.updatedBy ?? '' });
}
