// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { type Draft, type DraftHead, findDraft, listHeads, listOpenDrafts, lockKept } from '../../data/drafts.repo.ts';
import { listAllSectors, listRegimes } from '../../data/sectors.repo.ts';
import { type ProceduresDb, proceduresDb } from '../../data/tables.ts';
import { unitLookup } from '../../data/units.repo.ts';
import { type CatalogueChange, diffCatalogue } from '../../domain/diff-catalogue.ts';
import { regimeOn } from '../../domain/plan-online.ts';
import { nationalPartOf } from '../../domain/procedure-code.ts';
import { type CellError, type RawRow, type ReadEntry, readEntries } from '../../domain/read-entries.ts';
import type { Reach } from '../read-procedures.ts';
import { type LoadedEntry, loadEntries } from './load-catalogue.ts';

/** What a stored file holds, as `uploadCatalogue` has written it. */
export type DraftContent = { readonly columns: readonly string[]; readonly ignored: readonly string[]; readonly rows: readonly RawRow[] };

export type ImportReview = {
  readonly draft: DraftHead;
  readonly day: Day;
  readonly columns: readonly string[];
  readonly ignored: readonly string[];
  readonly rowCount: number;
  readonly unchanged: number;
  readonly changes: readonly CatalogueChange[];
  readonly errors: readonly CellError[];
  /** Names this review; saving is refused where the catalogue has moved since. */
  readonly fingerprint: string;
  /** What was saved, for a settled draft. */
  readonly result: ImportResult | null;
};

export type ImportResult = { readonly created: number; readonly changed: number; readonly online: number; readonly ended: number };

export type Reviewed = {
  readonly review: ImportReview;
  readonly read: readonly ReadEntry[];
  /** All entries of the catalogue, by code. */
  readonly present: ReadonlyMap<string, LoadedEntry & { readonly procedureId: string; readonly version: number }>;
};

/**
 * What saving a stored file from a day on would change, field by field, and every cell that cannot be taken over.
 *
 * @throws AppError `procedures.import_not_found` also outside the scope
 */
export async function reviewImport(db: Db, scope: Reach, id: string, day: Day = todayInVietnam()): Promise<ImportReview> {
  const own = proceduresDb(db);
  const draft = await openDraft(own, scope, id);
  return (await reviewDraft(own, draft, day)).review;
}

/** The files that wait for a decision, newest first. */
export async function listImports(db: Db, scope: Reach): Promise<DraftHead[]> {
  return listOpenDrafts(proceduresDb(db), scope);
}

/** @throws AppError `procedures.import_not_found` */
export async function openDraft(own: ProceduresDb, scope: Reach, id: string, options: { readonly lock?: boolean } = {}): Promise<Draft> {
  const draft = await findDraft(own, scope, id, options);
  if (!draft) throw new AppError('not_found', 'procedures.import_not_found');
  return draft;
}

/** The review with what was read and compared; `lock` keeps the compared entries as they are until the commit. */
export async function reviewDraft(own: ProceduresDb, draft: Draft, day: Day, options: { readonly lock?: boolean } = {}): Promise<Reviewed> {
  const content = draft.content as DraftContent;
  if (options.lock) await lockKept(own, draft.unitId);
  const heads = await listHeads(own);
  const loaded = await loadEntries(
    own,
    heads.map((one) => one.id),
    day,
  );
  const present = new Map(
    heads.flatMap(({ id, code, version, unitId, unitName }) => {
      const entry = loaded.get(id);
      const otherKeeper = unitId === draft.unitId ? null : unitName;
      return entry ? [[code, { ...entry, procedureId: id, version, otherKeeper }] as const] : [];
    }),
  );
  const byNational = new Map([...present.keys()].map((code) => [nationalPartOf(code) ?? code, code]));
  const unitOn = await unitLookup(own);
  const { entries, errors, codes } = readEntries(content.rows, {
    sectors: await listAllSectors(own),
    levels: regimeOn(await listRegimes(own), day)?.levels ?? [],
    unitByCode: (code, ofDay) => unitOn(code, ofDay ?? day),
    currentByCode: (code) => present.get(byNational.get(nationalPartOf(code) ?? code) ?? code)?.entry,
  });
  const standing = new Map(
    [...present].map(([code, { entry, latest, procedureId, version, otherKeeper }]) => [
      code,
      { entry, standing: { procedureId, version, latestFrom: latest.validFrom, latestTo: latest.validTo, otherKeeper } },
    ]),
  );
  const diff = diffCatalogue(entries, standing, day, codes);
  const allErrors = [...errors, ...diff.errors].toSorted((a, b) => a.row - b.row);
  const { content: _content, result, sha256, ...head } = draft;
  const review = {
    draft: head,
    day,
    columns: content.columns,
    ignored: content.ignored,
    rowCount: content.rows.length,
    unchanged: diff.unchanged,
    changes: diff.changes,
    errors: allErrors,
    fingerprint: fingerprintOf([sha256, day, diff.changes, allErrors]),
    result: result as ImportResult | null,
  };
  return { review, read: entries, present };
}

function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
