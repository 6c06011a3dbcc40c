// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { listOnlineRows, listVersionDetails, type OnlineRow, reachableDocuments, type VersionDetail } from '../data/details.repo.ts';
import { listProcedureRows, type ProcedureFilter, type ProcedureListRow, type ProcedurePage } from '../data/list.repo.ts';
import { findProcedure, type ProcedureHead, unitWithin } from '../data/procedures.repo.ts';
import { listAllSectors, listRegimes, type Sector } from '../data/sectors.repo.ts';
import { proceduresDb } from '../data/tables.ts';
import { diffEntries, type FieldChange, writeEntry } from '../domain/catalogue-entry.ts';
import type { OnlineRegime } from '../domain/plan-online.ts';
import { coversDay, isWithdrawn } from '../domain/procedure.ts';

export type Reach = Pick<UnitScope, 'roots'>;

export type ListProceduresInput = Partial<ProcedureFilter> & Partial<ProcedurePage>;

/** A page of the catalogue as of a day, the search without diacritics over code and name; public, so without a scope. */
export async function listProcedures(
  db: Db,
  input: ListProceduresInput = {},
): Promise<{ asOf: Day; rows: ProcedureListRow[]; total: number; onlineTotal: number }> {
  const { sort = 'code', order = 'asc', offset = 0, limit = 50, day = todayInVietnam(), ...filter } = input;
  return { asOf: day, ...(await listProcedureRows(proceduresDb(db), { day, ...filter }, { sort, order, offset, limit })) };
}

export type SheetBasis = {
  readonly citation: string;
  readonly documentId: string | null;
  readonly documentCode: string | null;
  readonly reachable: boolean;
};

/** A procedure with all its versions (newest first) and the periods of its online service. */
export type ProcedureSheet = ProcedureHead & {
  readonly asOf: Day;
  /** Version in force on that day. */
  readonly currentNumber: number | null;
  readonly canManage: boolean;
  readonly versions: readonly (Omit<VersionDetail, 'bases'> & { readonly isWithdrawn: boolean; readonly bases: readonly SheetBasis[] })[];
  readonly online: readonly OnlineRow[];
};

/**
 * One procedure as of a day. `readable` bounds which documents of its legal basis can be opened, `manageable` says whether
 * the reader may change the entry.
 *
 * @throws AppError `procedures.procedure_not_found`
 */
export async function getProcedure(
  db: Db,
  readable: Reach,
  manageable: Reach | undefined,
  id: string,
  asOf: Day = todayInVietnam(),
): Promise<ProcedureSheet> {
  const own = proceduresDb(db);
  const head = await findProcedure(own, id);
  if (!head) throw new AppError('not_found', 'procedures.procedure_not_found');
  const versions = (await listVersionDetails(own, [id])).get(id) ?? [];
  const documentIds = versions.flatMap((version) => version.bases.flatMap((basis) => basis.documentId ?? []));
  const documents = await reachableDocuments(own, readable, [...new Set(documentIds)]);
  return {
    ...head,
    asOf,
    currentNumber: versions.find((version) => coversDay(version, asOf))?.number ?? null,
    canManage: manageable !== undefined && (await unitWithin(own, manageable, head.unitId)),
    versions: versions.toReversed().map(({ bases, ...version }) => ({
      ...version,
      isWithdrawn: isWithdrawn(version),
      bases: bases.map((basis) => ({
        ...basis,
        documentCode: basis.documentId === null ? null : (documents.get(basis.documentId) ?? null),
        reachable: basis.documentId !== null && documents.has(basis.documentId),
      })),
    })),
    online: (await listOnlineRows(own, [id])).get(id) ?? [],
  };
}

/**
 * Field by field what one version says otherwise than another.
 *
 * @throws AppError `procedures.procedure_not_found`, `procedures.version_not_found`
 */
export async function compareVersions(db: Db, id: string, from: number, to: number): Promise<FieldChange[]> {
  const versions = (await listVersionDetails(proceduresDb(db), [id])).get(id);
  if (!versions) throw new AppError('not_found', 'procedures.procedure_not_found');
  const written = (number: number) => {
    const version = versions.find((one) => one.number === number);
    if (!version) throw new AppError('not_found', 'procedures.version_not_found', { number });
    return writeEntry({ ...version, online: null });
  };
  return diffEntries(written(from), written(to));
}

/** The sectors in Vietnamese order. */
export async function listSectors(db: Db): Promise<Sector[]> {
  return listAllSectors(proceduresDb(db));
}

/** The regimes of online service with their levels, oldest first. */
export async function listOnlineRegimes(db: Db): Promise<OnlineRegime[]> {
  return listRegimes(proceduresDb(db));
}
