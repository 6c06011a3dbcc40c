// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import { listOnlineRows, listVersionDetails, type VersionDetail } from '../../data/details.repo.ts';
import type { ProceduresDb } from '../../data/tables.ts';
import type { CatalogueEntry } from '../../domain/catalogue-entry.ts';
import { latestOf } from '../../domain/plan-version.ts';
import { coversDay } from '../../domain/procedure.ts';

export type LoadedEntry = {
  readonly entry: CatalogueEntry;
  readonly versions: readonly VersionDetail[];
  /** The version that began last. */
  readonly latest: VersionDetail;
};

/** Entries of the catalogue by the id of the procedure: the version of the day or else the last one, and the online level of the day. */
export async function loadEntries(own: ProceduresDb, ids: readonly string[], day: Day): Promise<Map<string, LoadedEntry>> {
  const details = await listVersionDetails(own, ids);
  const online = await listOnlineRows(own, ids);
  const loaded = new Map<string, LoadedEntry>();
  for (const id of ids) {
    const versions = details.get(id) ?? [];
    const latest = latestOf(versions);
    if (!latest) continue;
    const offer = online.get(id)?.find((row) => coversDay(row, day));
    const { competentUnits, bases, ...content } = versions.find((one) => coversDay(one, day)) ?? latest;
    const entry: CatalogueEntry = {
      ...content,
      competentUnits,
      bases,
      online: offer ? { level: offer.level, levelName: offer.levelName, justification: offer.justification } : null,
    };
    loaded.set(id, { entry, versions, latest });
  }
  return loaded;
}
