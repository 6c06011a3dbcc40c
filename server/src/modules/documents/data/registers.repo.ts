// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Direction } from '../domain/document.ts';
import type { DocumentsDb } from './tables.ts';

export type RegisterRow = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly direction: Direction;
  readonly year: number;
  readonly typeCode: string | null;
  readonly typeName: string | null;
  readonly name: string;
  readonly firstNumber: number;
  readonly nextNumber: number;
  readonly lastDatedOn: string | null;
  readonly closedAt: string | null;
  readonly closings: readonly Closing[];
};

/** One closing or reopening of a register. */
export type Closing = {
  readonly action: 'closed' | 'reopened';
  readonly reason: string | null;
  readonly at: string;
  readonly actorName: string;
};

export type RegisterScope = {
  readonly unitId: string;
  readonly direction: Direction;
  readonly year: number;
  readonly typeCode: string | null;
};

function registers(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>) {
  return db
    .selectFrom('documents.register as r')
    .innerJoin('units.unit as u', 'u.id', 'r.unit_id')
    .leftJoin('documents.type as t', 't.code', 'r.type_code')
    .select([
      'r.id',
      'r.unit_id as unitId',
      'u.authority_name as unitName',
      'r.direction',
      'r.year',
      'r.type_code as typeCode',
      't.name as typeName',
      'r.name',
      'r.first_number as firstNumber',
      'r.next_number as nextNumber',
      'r.last_dated_on as lastDatedOn',
      'r.closed_at as closedAt',
      sql<
        Closing[]
      >`coalesce((select json_agg(json_build_object('action', c.action, 'reason', c.reason, 'at', c.at, 'actorName', c.actor_name)
        order by c.at) from documents.register_closing c where c.register_id = r.id), '[]')`.as('closings'),
    ])
    .where(withinScope('r.unit_id', scope));
}

export async function listRegisters(
  db: DocumentsDb,
  scope: Pick<UnitScope, 'roots'>,
  filter: { unitId?: string | undefined; direction?: Direction | undefined; year?: number | undefined },
): Promise<RegisterRow[]> {
  let query = registers(db, scope);
  if (filter.unitId) query = query.where('r.unit_id', '=', filter.unitId);
  if (filter.direction) query = query.where('r.direction', '=', filter.direction);
  if (filter.year) query = query.where('r.year', '=', filter.year);
  return query
    .orderBy('r.year', 'desc')
    .orderBy(sql`u.authority_name collate "vi-x-icu"`)
    .orderBy('r.direction', 'desc')
    .orderBy('t.position', (by) => by.asc().nullsFirst())
    .orderBy('r.id')
    .execute();
}

export async function findRegister(db: DocumentsDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<RegisterRow | undefined> {
  return registers(db, scope).where('r.id', '=', id).executeTakeFirst();
}

export async function insertRegister(
  db: DocumentsDb,
  register: RegisterScope & { name: string; firstNumber: number; createdBy: string },
): Promise<string> {
  const id = newId();
  try {
    await db.insertInto('documents.register').values(newRow(id, register)).execute();
  } catch (error) {
    if (violatedConstraint(error) === 'register_scope_key')
      throw new AppError('conflict', 'documents.register_there', { year: register.year });
    throw error;
  }
  return id;
}

function newRow(id: string, register: RegisterScope & { name: string; firstNumber: number; createdBy: string }) {
  return {
    id,
    unit_id: register.unitId,
    direction: register.direction,
    year: register.year,
    type_code: register.typeCode,
    name: register.name,
    first_number: register.firstNumber,
    next_number: register.firstNumber,
    created_by: register.createdBy,
    closed_at: null,
  };
}

export type LockedSequence = {
  readonly id: string;
  readonly name: string;
  readonly nextNumber: number;
  readonly lastDatedOn: string | null;
  readonly closedAt: string | null;
};

/**
 * Locks the register that numbers this document until the end of the transaction: the one of its type, else the
 * common one, which is opened with the first document of the year. Whoever comes next waits for the lock, so that a
 * number is given once, and a rolled back transaction leaves the number to the next.
 *
 * @throws AppError `documents.register_closed`
 */
export async function lockSequence(db: DocumentsDb, wanted: RegisterScope & { name: string; createdBy: string }): Promise<LockedSequence> {
  const found = await lockExisting(db, wanted);
  if (found) return requireOpen(found);
  await db
    .insertInto('documents.register')
    .values(newRow(newId(), { ...wanted, typeCode: null, firstNumber: 1 }))
    .onConflict((conflict) => conflict.constraint('register_scope_key').doNothing())
    .execute();
  const opened = await lockExisting(db, wanted);
  if (!opened) throw new Error('the register that was opened cannot be read');
  return requireOpen(opened);
}

/** @throws AppError `documents.register_closed` */
export function requireOpen(register: LockedSequence): LockedSequence {
  if (register.closedAt !== null) throw new AppError('conflict', 'documents.register_closed', { name: register.name });
  return register;
}

async function lockExisting(db: DocumentsDb, wanted: RegisterScope): Promise<LockedSequence | undefined> {
  return db
    .selectFrom('documents.register')
    .select(['id', 'name', 'next_number as nextNumber', 'last_dated_on as lastDatedOn', 'closed_at as closedAt'])
    .where('unit_id', '=', wanted.unitId)
    .where('direction', '=', wanted.direction)
    .where('year', '=', wanted.year)
    .where((eb) => eb.or([eb('type_code', 'is', null), eb('type_code', '=', wanted.typeCode)]))
    .orderBy('type_code', (by) => by.asc().nullsLast())
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Locks the common register of that unit and year, if there is one, so that no document is numbered in it meanwhile. */
export async function lockCommonRegister(db: DocumentsDb, wanted: RegisterScope): Promise<LockedSequence | undefined> {
  return lockExisting(db, { ...wanted, typeCode: null });
}

/** Locks one register against numbering until the end of the transaction. */
export async function lockRegister(db: DocumentsDb, id: string): Promise<void> {
  await db.selectFrom('documents.register').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Closes or reopens a locked register, with its row of history. */
export async function setClosed(
  db: DocumentsDb,
  registerId: string,
  actor: { readonly id: string; readonly name: string },
  change: { readonly action: Closing['action']; readonly reason: string | null },
): Promise<void> {
  await db
    .updateTable('documents.register')
    .set({ closed_at: change.action === 'closed' ? sql<string>`now()` : null })
    .where('id', '=', registerId)
    .execute();
  await db
    .insertInto('documents.register_closing')
    .values({ id: newId(), register_id: registerId, ...change, actor_id: actor.id, actor_name: actor.name })
    .execute();
}

export async function advanceSequence(db: DocumentsDb, id: string, taken: { number: number; datedOn: string }): Promise<void> {
  await db
    .updateTable('documents.register')
    .set({ next_number: taken.number + 1, last_dated_on: sql<string>`greatest(last_dated_on, ${taken.datedOn}::date)` })
    .where('id', '=', id)
    .execute();
}

/** Numbers from `from` on that recorded documents of the same issuer and year already bear with this symbol. */
export async function numbersInUse(
  db: DocumentsDb,
  about: { unitId: string; symbol: string; year: number; from: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('documents.document')
    .select('number')
    .where('issuer_key', '=', about.unitId)
    .where('symbol', '=', about.symbol)
    .where('year', '=', about.year)
    .where('direction', '=', 'outgoing')
    .where('number', '>=', about.from)
    .orderBy('number')
    .execute();
  return rows.flatMap((row) => (row.number === null ? [] : [row.number]));
}

/** Whether the common register of that year has numbered documents of a type. */
export async function isTypeNumberedInCommon(db: DocumentsDb, scope: RegisterScope): Promise<boolean> {
  const row = await db
    .selectFrom('documents.document as d')
    .innerJoin('documents.register as r', 'r.id', 'd.register_id')
    .select('d.id')
    .where('r.unit_id', '=', scope.unitId)
    .where('r.direction', '=', scope.direction)
    .where('r.year', '=', scope.year)
    .where('r.type_code', 'is', null)
    .where('d.type_code', '=', scope.typeCode)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
