// SPDX-License-Identifier: Apache-2.0
import type { DossierRow } from '../../data/desk.repo.ts';
import type { Countable } from '../../domain/statistics/measures.ts';

/** What the statistics see of a dossier's row. */
export function countableOf(
  row: Pick<DossierRow, 'unitId' | 'procedureId' | 'channel' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'timeliness'>,
): Countable {
  const { unitId, procedureId, channel, receivedAt, dueAt, finishedAt, timeliness } = row;
  return { unitId, procedureId, channel, receivedAt, dueAt, finishedAt, timeliness };
}
