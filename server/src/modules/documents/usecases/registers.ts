// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam } from '#kernel/dates';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import {
  findRegister,
  insertRegister,
  isTypeNumberedInCommon,
  listRegisters as listRows,
  lockCommonRegister,
  type RegisterRow,
  requireOpen,
} from '../data/registers.repo.ts';
import { documentsDb } from '../data/tables.ts';
import type { Direction } from '../domain/document.ts';
import { kept, requireType } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type RegisterInput = {
  readonly unitId: string;
  readonly direction: Direction;
  readonly year: number;
  /** Type with a sequence of its own; null for the common sequence of all other types. */
  readonly typeCode?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** First number to give, where a register on paper was begun in that year. */
  readonly firstNumber?: number | undefined;
};

/** Registers of the units in a scope, newest year first. */
export async function listRegisters(
  db: Db,
  scope: Reach,
  filter: { unitId?: string | undefined; direction?: Direction | undefined; year?: number | undefined } = {},
): Promise<RegisterRow[]> {
  return listRows(documentsDb(db), scope, filter);
}

/** @throws AppError `documents.register_not_found` also where it belongs to a unit outside the scope */
export async function getRegister(db: Db, scope: Reach, id: string): Promise<RegisterRow> {
  const register = await findRegister(documentsDb(db), scope, id);
  if (!register) throw new AppError('not_found', 'documents.register_not_found');
  return register;
}

/**
 * Opens a register. How administrative documents are numbered, all types together or some apart, is for the head of
 * the agency to say (Decree 30/2020/NĐ-CP, art. 15.1c); a type is not taken out of the common sequence during the year.
 *
 * @throws AppError `units.not_found`, `documents.type_unknown`, `documents.register_there`,
 * `documents.register_scope_in_use`, `documents.register_incoming_is_one`, `documents.register_closed`
 */
export async function createRegister(db: Db, actor: Actor, scope: Reach, input: RegisterInput): Promise<RegisterRow> {
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const unit = await getUnit(tx, scope, input.unitId);
    const typeCode = input.typeCode ?? null;
    const wanted = { unitId: unit.id, direction: input.direction, year: input.year, typeCode };
    if (typeCode !== null) {
      if (input.direction === 'incoming') throw new AppError('invalid', 'documents.register_incoming_is_one');
      await requireType(tables, typeCode, todayInVietnam());
      const common = await lockCommonRegister(tables, wanted);
      if (common) requireOpen(common);
      if (await isTypeNumberedInCommon(tables, wanted))
        throw new AppError('conflict', 'documents.register_scope_in_use', { year: input.year });
    }
    const usualName = `Sổ đăng ký văn bản ${input.direction === 'outgoing' ? 'đi' : 'đến'} năm ${input.year}`;
    const id = await insertRegister(tables, {
      ...wanted,
      name: kept(input.name) ?? usualName,
      firstNumber: input.firstNumber ?? 1,
      createdBy: actor.id,
    });
    await recordAudit(tx, actor, {
      action: 'documents.register_opened',
      subject: ['register', id],
      unitId: unit.id,
      data: { ...wanted, firstNumber: input.firstNumber ?? 1 },
    });
    return getRegister(tx, scope, id);
  });
}
