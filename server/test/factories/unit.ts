// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { UnitLevel } from '../../src/modules/units/index.ts';
import type { Db } from '../../src/platform/db/db.ts';

type Row = Record<string, unknown>;
type Tables = {
  'units.unit': Row;
  'units.membership': Row;
  'units.lineage': { ancestor_id: string; descendant_id: string };
  'units.lineage_span': Row;
};

const always = { valid_from: '-infinity', valid_to: 'infinity' };

export type UnitAsked = {
  readonly code?: string;
  readonly level?: UnitLevel;
  readonly name?: string;
  readonly authorityName?: string;
  readonly documentSymbol?: string;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly parentId?: string;
};

export type UnitGiven = { readonly id: string; readonly code: string; readonly name: string };

let made = 0;

/**
 * A unit in the tree, from 2010-01-01 on where nothing else is asked, below `parentId` for its whole life.
 *
 * @example
 * const province = await aUnit(db, { level: 'province' });
 * const commune = await aUnit(db, { parentId: province.id });
 */
export async function aUnit(db: Db, asked: UnitAsked = {}): Promise<UnitGiven> {
  made += 1;
  const tables = db as unknown as Kysely<Tables>;
  const id = newId();
  const name = asked.name ?? `Xã Thử ${made}`;
  const code = asked.code ?? `T${String(made).padStart(4, '0')}`;
  const [from, to] = [asked.validFrom ?? '2010-01-01', asked.validTo ?? null];
  const { level = 'commune', authorityName = `UBND ${name}`, documentSymbol = 'UBND' } = asked;
  const named = { name, authority_name: authorityName, document_symbol: documentSymbol };
  await tables
    .insertInto('units.unit')
    .values({ id, code, level, ...named, valid_from: from, valid_to: to })
    .execute();
  await tables.insertInto('units.lineage').values({ ancestor_id: id, descendant_id: id }).execute();
  await tables
    .insertInto('units.lineage_span')
    .values({ ancestor_id: id, descendant_id: id, ...always })
    .execute();
  if (asked.parentId !== undefined) {
    await tables
      .insertInto('units.membership')
      .values({ unit_id: id, parent_id: asked.parentId, valid_from: from, valid_to: to })
      .execute();
    await tables
      .insertInto('units.lineage')
      .columns(['ancestor_id', 'descendant_id'])
      .expression((eb) =>
        eb
          .selectFrom('units.lineage')
          .select((row) => ['ancestor_id', row.val(id).as('descendant_id')])
          .where('descendant_id', '=', asked.parentId ?? ''),
      )
      .execute();
    const above = await tables.selectFrom('units.lineage_span').select('ancestor_id').where('descendant_id', '=', asked.parentId).execute();
    for (const { ancestor_id } of above) {
      await tables
        .insertInto('units.lineage_span')
        .values({ ancestor_id, descendant_id: id, ...always })
        .execute();
    }
  }
  return { id, code, name };
}
