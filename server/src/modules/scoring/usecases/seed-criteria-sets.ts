// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectSets } from '../data/sets.repo.ts';
import { scoringDb } from '../data/tables.ts';
import { ContentBody } from './sets/content.schema.ts';
import { startDraft } from './sets/edit-draft.ts';
import { publishSet } from './sets/publish-set.ts';

const seedFile = new URL('../../../../seeds/criteria-sets.json', import.meta.url);
const everywhere = { roots: null };

/** Publishes the templates that the product brings along, where there is no set yet. They say of themselves that nobody decided them. */
export async function seedCriteriaSets(db: Db): Promise<void> {
  const sets = z.array(ContentBody).parse(JSON.parse(await readFile(seedFile, 'utf8')));
  await inTransaction(db, async (tx) => {
    if ((await selectSets(scoringDb(tx))).length > 0) return;
    for (const content of sets) {
      const { id } = await startDraft(tx, systemActor, everywhere, { fromId: null, content });
      await publishSet(tx, systemActor, everywhere, id, { version: 1 });
    }
  });
}
