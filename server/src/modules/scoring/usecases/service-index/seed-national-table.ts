// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { findUnitByCode } from '#modules/units';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import { importIndexAnswer } from './import-answer.ts';

const name = 'service-index-provinces-2026-10-05.json';

/** The public table of 34 provinces of 5/10/2026, for the demonstration; read once, however often it is asked for. */
export async function seedNationalTable(db: Db, files: FileStore): Promise<void> {
  const province = await findUnitByCode(db, '11');
  if (!province) return;
  const content = await readFile(new URL(`../../../../../seeds/${name}`, import.meta.url));
  await importIndexAnswer(db, files, systemActor, { roots: null, reformFields: null }, { name, content, unitId: province.id });
}
