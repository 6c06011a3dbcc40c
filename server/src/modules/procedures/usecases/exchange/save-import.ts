// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { addDays, type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { safeFileName } from '#platform/files/file-name';
import { listOnlineRows } from '../../data/details.repo.ts';
import { insertDraft, settleDraft } from '../../data/drafts.repo.ts';
import { unitWithin } from '../../data/procedures.repo.ts';
import { listRegimes } from '../../data/sectors.repo.ts';
import { type ProceduresDb, proceduresDb } from '../../data/tables.ts';
import { insertOnlineServices, insertProcedures, insertVersions, type NewOnlineService } from '../../data/write.repo.ts';
import type { CatalogueEntry } from '../../domain/catalogue-entry.ts';
import type { CatalogueChange } from '../../domain/diff-catalogue.ts';
import { planOnline } from '../../domain/plan-online.ts';
import { requireLateReason } from '../../domain/plan-version.ts';
import { coversDay } from '../../domain/procedure.ts';
import { applyOnline } from '../change-online-level.ts';
import { applyEnd } from '../end-procedure.ts';
import { addVersion } from '../publish-version.ts';
import type { Reach } from '../read-procedures.ts';
import { readTable } from './read-table.ts';
import { type ImportResult, openDraft, type Reviewed, reviewDraft } from './review-import.ts';

/**
 * Reads a catalogue file and keeps it as a draft; the catalogue itself does not change before `confirmImport`.
 *
 * @throws AppError `procedures.unit_not_found` outside the scope, and what `readTable` refuses
 */
export async function uploadCatalogue(
  db: Db,
  actor: Actor,
  scope: Reach,
  input: { readonly unitId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: string }> {
  const { unitId, bytes } = input;
  const content = await readTable(bytes);
  return inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    if (!(await unitWithin(own, scope, unitId))) throw new AppError('not_found', 'procedures.unit_not_found');
    const file = { fileName: safeFileName(input.name), sha256: createHash('sha256').update(bytes).digest('hex') };
    const id = await insertDraft(own, { ...file, unitId, content, createdBy: actor.id, createdByName: actor.name });
    await recordAudit(tx, actor, {
      action: 'procedures.import_uploaded',
      subject: ['procedure_import', id],
      unitId,
      data: { ...file, rows: content.rows.length },
    });
    return { id };
  });
}

export type ConfirmImportInput = {
  /** First day of what the file says. */
  readonly day: Day;
  /** The review that the person has seen. */
  readonly fingerprint: string;
  /** What becomes of procedures that the file lacks. */
  readonly missing: 'keep' | 'end';
  readonly lateReason: string | null;
};

/**
 * Saves a reviewed file as new versions from a day on, all of it or nothing. Where the catalogue has moved since the
 * review, nothing is saved and the difference must be looked at again.
 *
 * @throws AppError `procedures.import_not_found`, `procedures.import_settled`, `procedures.import_has_errors`,
 * `procedures.import_overtaken`, `procedures.import_changes_nothing`, `procedures.late_reason_missing`
 */
export async function confirmImport(db: Db, actor: Actor, scope: Reach, id: string, input: ConfirmImportInput): Promise<ImportResult> {
  return inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const draft = await openDraft(own, scope, id, { lock: true });
    if (draft.state !== 'open') throw new AppError('conflict', 'procedures.import_settled', { by: draft.settledBy ?? '' });
    const reviewed = await reviewDraft(own, draft, input.day, { lock: true });
    const { review } = reviewed;
    if (review.fingerprint !== input.fingerprint) throw new AppError('conflict', 'procedures.import_overtaken');
    if (review.errors.length > 0) throw new AppError('invalid', 'procedures.import_has_errors', { count: review.errors.length });
    const changes = review.changes.filter((change) => change.kind !== 'missing' || input.missing === 'end');
    if (changes.length === 0) throw new AppError('invalid', 'procedures.import_changes_nothing');
    if (changes.some((change) => change.kind !== 'new')) requireLateReason({ ...input, validFrom: input.day, today: todayInVietnam() });

    const result = await applyChanges(own, actor, draft.unitId, reviewed, changes, input);
    await settleDraft(own, id, { state: 'saved', by: actor.name, result });
    await publish(tx, { name: 'procedures.catalogue_imported', payload: { importId: id, day: input.day, ...result } });
    await recordAudit(tx, actor, {
      action: 'procedures.import_saved',
      subject: ['procedure_import', id],
      unitId: draft.unitId,
      data: {
        ...result,
        day: input.day,
        sha256: draft.sha256,
        lateReason: input.lateReason,
        changes: changes.map(({ kind, code, fields }) => ({ kind, code, columns: fields.map((field) => field.column) })),
      },
    });
    return result;
  });
}

/**
 * A file that is not wanted; its draft stays readable.
 *
 * @throws AppError `procedures.import_not_found`, `procedures.import_settled`
 */
export async function discardImport(db: Db, actor: Actor, scope: Reach, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const draft = await openDraft(own, scope, id, { lock: true });
    if (draft.state !== 'open') throw new AppError('conflict', 'procedures.import_settled', { by: draft.settledBy ?? '' });
    await settleDraft(own, id, { state: 'discarded', by: actor.name, result: null });
    await recordAudit(tx, actor, {
      action: 'procedures.import_discarded',
      subject: ['procedure_import', id],
      unitId: draft.unitId,
      data: { fileName: draft.fileName },
    });
  });
}

async function applyChanges(
  own: ProceduresDb,
  actor: Actor,
  unitId: string,
  { read, present }: Reviewed,
  changes: readonly CatalogueChange[],
  { day, lateReason }: ConfirmImportInput,
): Promise<ImportResult> {
  const entries = new Map(read.map(({ entry }) => [entry.code, entry]));
  const added = changes.flatMap((change) => (change.kind === 'new' ? (entries.get(change.code) ?? []) : []));
  await addEntries(own, actor, unitId, added, day);
  for (const change of changes) {
    const loaded = present.get(change.code);
    if (!loaded || change.kind === 'new') continue;
    const procedure = { id: loaded.procedureId, code: change.code, unitId, mark: loaded.entry.mark, note: null, version: loaded.version };
    const opened = { procedure, versions: loaded.versions };
    const entry = entries.get(change.code);
    if (change.kind === 'missing') await applyEnd(own, actor, opened, { lastDay: addDays(day, -1), lateReason });
    if (entry && change.touchesVersion) await addVersion(own, actor, opened, { validFrom: day, lateReason, content: entry });
    if (entry && change.touchesOnline) await setOnline(own, actor, { ...procedure, mark: entry.mark }, entry, day);
  }
  return {
    created: added.length,
    changed: changes.filter((change) => change.kind !== 'new' && change.touchesVersion).length,
    online: changes.filter((change) => change.touchesOnline).length,
    ended: changes.filter((change) => change.kind === 'missing').length,
  };
}

/** New procedures with their first version and online level; a first day that the file states may lie before or after the day of saving. */
async function addEntries(own: ProceduresDb, actor: Actor, unitId: string, added: readonly CatalogueEntry[], day: Day): Promise<void> {
  const ids = await insertProcedures(
    own,
    actor.name,
    added.map(({ code, mark }) => ({ code, unitId, mark, note: null })),
  );
  const first = { number: 1, lateReason: null, replacedUntil: null };
  const placed = added.map((entry) => ({ ...entry, procedureId: ids.get(entry.code) ?? '', validFrom: entry.validFrom ?? day }));
  await insertVersions(
    own,
    actor.name,
    placed.map((entry) => ({ ...entry, ...first })),
  );
  const regimes = await listRegimes(own);
  const services = placed.flatMap(({ procedureId, online, validFrom, mark }): NewOnlineService[] => {
    if (online === null) return [];
    const { level, justification } = online;
    const { add } = planOnline([], regimes, { validFrom: validFrom > day ? validFrom : day, level, justification });
    return add ? [{ ...add, procedureId, justification, address: null, mark }] : [];
  });
  await insertOnlineServices(own, actor.name, services);
}

/** The online level of an entry from a day on; the address of the service, which files do not carry, stays. */
async function setOnline(
  own: ProceduresDb,
  actor: Actor,
  procedure: Parameters<typeof applyOnline>[2],
  entry: CatalogueEntry,
  day: Day,
): Promise<void> {
  const rows = (await listOnlineRows(own, [procedure.id])).get(procedure.id) ?? [];
  const address = rows.find((row) => coversDay(row, day))?.address ?? null;
  const { level = null, justification = null } = entry.online ?? {};
  await applyOnline(own, actor, procedure, { validFrom: day, level, justification, address });
}
