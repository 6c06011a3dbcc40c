// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { isDay } from '#kernel/dates';

/** Where a page of dossiers ended: the moment by which it is ordered, null where it has none, and the code. */
export type PageCursor = { readonly moment: string | null; readonly code: string };

const written = /^(?:none|(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}\S*) ([^\s]{1,100})$/;

/** The cursor as it stands in addresses. */
export function cursorText({ moment, code }: PageCursor): string {
  return `${moment ?? 'none'} ${code}`;
}

/**
 * Reads where a page begins; null for the first one. What is no cursor is refused: a list that began anew would be read twice.
 *
 * @throws AppError `dossiers.page_unknown`
 */
export function readCursor(after: string | undefined): PageCursor | null {
  if (!after) return null;
  const [, day, code = ''] = written.exec(after) ?? [];
  const moment = after.slice(0, after.indexOf(' '));
  if (code === '') throw new AppError('invalid', 'dossiers.page_unknown');
  if (moment === 'none') return { moment: null, code };
  if (!day || !isDay(day) || Number.isNaN(Date.parse(moment))) throw new AppError('invalid', 'dossiers.page_unknown');
  return { moment, code };
}
