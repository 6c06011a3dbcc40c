// SPDX-License-Identifier: Apache-2.0
// What the audit chain and the gap-free register cost, as ratios to bare inserts on the same server in the same run.
import { sql } from 'kysely';
import { newId } from '../server/src/kernel/ids.ts';
import { issueNewDocument, seedDocumentTypes } from '../server/src/modules/documents/index.ts';
import { recordAudit, verifyAudit } from '../server/src/platform/audit/audit.ts';
import { systemActor } from '../server/src/platform/auth/actor.ts';
import { inTransaction } from '../server/src/platform/db/db.ts';
import { aUnit } from '../server/test/factories/unit.ts';
import { inParallel, milliseconds, withDatabase } from './measure.ts';

const rows = 1_000;
const repeats = 5;
const everywhere = { roots: null, reformFields: null };

await withDatabase(12, async ({ db }) => {
  await sql`create table bench_row (id uuid primary key, note text not null)`.execute(db);
  await seedDocumentTypes(db);
  const unit = await aUnit(db);
  const insert = (handle: typeof db) => sql`insert into bench_row values (${newId()}, 'ghi')`.execute(handle);

  for (const width of [1, 10]) {
    const bare = await milliseconds(repeats, () => inParallel(rows, width, () => inTransaction(db, (tx) => insert(tx))));
    const audited = await milliseconds(repeats, () =>
      inParallel(rows, width, () =>
        inTransaction(db, async (tx) => {
          await insert(tx);
          await recordAudit(tx, systemActor, { action: 'bench.noted', subject: ['row', 'x'], unitId: null, data: { note: 'ghi' } });
        }),
      ),
    );
    const issued = await milliseconds(repeats, () =>
      inParallel(rows / 5, width, () =>
        issueNewDocument(db, systemActor, everywhere, { unitId: unit.id, typeCode: 'decision', subject: 'Đo tốc độ' }),
      ),
    );
    console.log(`${width} connection(s), ${rows} rows`);
    console.log(`  bare insert             ${bare.text}`);
    console.log(
      `  with audit entry        ${audited.text} = ${(audited.median / bare.median).toFixed(1)} × bare, ${((rows / audited.median) * 1_000).toFixed(0)} a second`,
    );
    console.log(
      `  numbered document (÷ 5) ${issued.text} = ${((issued.median * 5) / bare.median).toFixed(1)} × bare, ${((rows / 5 / issued.median) * 1_000).toFixed(0)} a second`,
    );
  }

  const { median, text } = await milliseconds(repeats, async () => void (await verifyAudit(db)));
  const { rows: counted } = await sql<{ count: number }>`select count(*)::int as count from audit.entry`.execute(db);
  console.log(
    `audit verify of ${counted[0]?.count} entries: ${text}, ${(((counted[0]?.count ?? 0) / median) * 1_000).toFixed(0)} a second`,
  );
});
