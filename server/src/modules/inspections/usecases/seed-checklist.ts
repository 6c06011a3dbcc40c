// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertDraft, insertItems, selectVersions, setPublished } from '../data/checklists.repo.ts';
import { inspectionsDb } from '../data/tables.ts';

const seedFile = new URL('../../../../seeds/inspection-checklist.json', import.meta.url);

const Seed = z.strictObject({
  title: z.string(),
  validFrom: z.iso.date(),
  note: z.string(),
  fields: z.array(z.strictObject({ code: z.string(), reformField: z.enum(reformFields), name: z.string() })),
  items: z.array(
    z.strictObject({
      code: z.string(),
      field: z.string(),
      text: z.string(),
      evidence: z.string(),
      source: z.string(),
      certainty: z.enum(['sourced', 'background']),
    }),
  ),
});

/** Publishes the checklist that the product brings along, where there is none yet. */
export async function seedChecklist(db: Db): Promise<void> {
  const seed = Seed.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    if ((await selectVersions(own)).length > 0) return;
    const id = await insertDraft(own, systemActor.name, seed.title, seed.fields);
    await insertItems(
      own,
      id,
      seed.items.map(({ field, ...item }) => ({ ...item, fieldCode: field })),
    );
    await setPublished(own, id, 1, systemActor.name, seed.validFrom);
    await recordAudit(tx, systemActor, {
      action: 'inspections.checklist_seeded',
      subject: ['checklist', id],
      unitId: null,
      data: { items: seed.items.length, note: seed.note },
    });
  });
}
