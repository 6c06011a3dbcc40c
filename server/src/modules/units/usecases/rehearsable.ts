// SPDX-License-Identifier: Apache-2.0
import { type Db, inTransaction } from '#platform/db/db';
import { type UnitsDb, unitsDb } from '../data/tables.ts';

class Rehearsed<R> extends Error {
  readonly result: R;
  constructor(result: R) {
    super('rehearsed');
    this.result = result;
  }
}

type Change<R> = {
  readonly work: (db: UnitsDb) => Promise<R>;
  /** What only the real change does: events and the audit entry. */
  readonly tell: (db: UnitsDb, result: R) => Promise<void>;
};

/** Carries a change out; a dry run does all of it and takes it back, so that exactly what would refuse the real one refuses it. */
export async function rehearsable<T, R>(db: Db<T>, dryRun: boolean, { work, tell }: Change<R>): Promise<R> {
  try {
    return await inTransaction(unitsDb(db), async (db: UnitsDb) => {
      const result = await work(db);
      if (dryRun) throw new Rehearsed(result);
      await tell(db, result);
      return result;
    });
  } catch (error) {
    // Only the throw above makes one, and with the result of this very work.
    if (error instanceof Rehearsed) return error.result as R;
    throw error;
  }
}
