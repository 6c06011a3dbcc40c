// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { findOnlineLevelOn, type OnlineLevel } from '../data/online.repo.ts';
import { findByCode, type Procedure } from '../data/procedures.repo.ts';
import { proceduresDb } from '../data/tables.ts';
import { findVersionNumbered, findVersionOn, listPeriods, type VersionPeriod } from '../data/versions.repo.ts';
import type { ProcedureVersion } from '../domain/procedure.ts';
import { writtenProcedureCode } from '../domain/procedure-code.ts';

/** The version of a procedure that governs a dossier received on that day; undefined where none is in force. */
export async function versionOn<T>(db: Db<T>, procedureId: string, day: Day): Promise<ProcedureVersion | undefined> {
  return findVersionOn(proceduresDb(db), procedureId, day);
}

/** The version that a record has kept by its number, whatever is in force today. */
export async function versionNumbered<T>(db: Db<T>, procedureId: string, number: number): Promise<ProcedureVersion | undefined> {
  return findVersionNumbered(proceduresDb(db), procedureId, number);
}

/**
 * The procedure that bears a code, however it was typed: with or without the suffix of the province, in small letters.
 * The catalogue is public; it asks for no scope.
 */
export async function findProcedureByCode<T>(db: Db<T>, code: string): Promise<Procedure | undefined> {
  const written = writtenProcedureCode(code);
  return written === null ? undefined : findByCode(proceduresDb(db), written);
}

/**
 * Every version in force on at least one day of the range, ordered by code and first day: enough to resolve a whole file
 * of dossiers in memory.
 */
export async function versionsInForce<T>(db: Db<T>, range: { readonly from: Day; readonly to: Day }): Promise<VersionPeriod[]> {
  return listPeriods(proceduresDb(db), range);
}

/** The level at which a procedure is offered online on that day; undefined where it is not. */
export async function onlineLevelOn<T>(db: Db<T>, procedureId: string, day: Day): Promise<OnlineLevel | undefined> {
  return findOnlineLevelOn(proceduresDb(db), procedureId, day);
}
