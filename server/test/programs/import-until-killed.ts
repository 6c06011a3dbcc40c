// SPDX-License-Identifier: Apache-2.0
// Works on what an import's state asks for, tells when it has begun, and is killed somewhere on the way.

import { listWorking } from '../../src/modules/dossiers/data/import/imports.repo.ts';
import { importsDb } from '../../src/modules/dossiers/data/import/tables.ts';
import { importWorkDone, resumeImports, takeWorkFailures } from '../../src/modules/dossiers/usecases/import/runner.ts';
import { openDatabase } from '../../src/platform/db/db.ts';
import { createFileStore } from '../../src/platform/files/file-store.ts';

const [url = '', folder = '', id = ''] = process.argv.slice(2);
const { db, close } = openDatabase(url, { max: 4 });
await listWorking(importsDb(db), 0);
process.stdout.write('ready\n');
await resumeImports(db, createFileStore(folder), 0);
await importWorkDone(id);
for (const failure of takeWorkFailures()) process.stdout.write(`failed ${String(failure)}\n`);
await close();
process.stdout.write('done\n');
