// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type Draft, type DraftHead, findDraft, listOpenDrafts } from '../../data/import-drafts.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import type { Edit, EditedPart, SheetFault } from '../../domain/exchange/compare-sheet.ts';
import type { SheetForm } from '../../domain/exchange/sheet-form.ts';
import type { EntryWarning } from '../apply-rules.ts';
import { type EnterResult, enterFigures, type RefusedCell } from '../enter-figures.ts';
import { readGrid } from '../read-grid.ts';

/** One cell that the file changes: as exported, as it stands now, and as the file says. */
export type ImportChange = EditedPart & {
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
  readonly periodName: string;
  readonly indicatorId: string;
  readonly code: string;
  readonly name: string;
  readonly label: string;
  readonly now: string | null;
};

export type ImportReview = {
  readonly draft: DraftHead;
  readonly changes: readonly ImportChange[];
  readonly unchanged: number;
  readonly moved: number;
  readonly faults: readonly SheetFault[];
  readonly warnings: readonly EntryWarning[];
};

/** Files that wait for a decision within a scope, newest first. */
export function listImports(db: Db, scope: UnitScope): Promise<DraftHead[]> {
  return listOpenDrafts(figuresDb(db), scope);
}

/**
 * What saving a received file would change at this moment, cell by cell, and what keeps it from being saved. The cells are
 * recorded for trial and taken back, so that exactly the refusals of saving are told.
 *
 * @throws AppError `figures.import_not_found` also outside the scope, `figures.import_settled`
 */
export async function reviewImport(db: Db, actor: Actor, scope: UnitScope, id: string): Promise<ImportReview> {
  const draft = await openDraft(db, scope, id);
  const { content, sha256: _sha, ...head } = draft;
  const grid = await readGrid(db, scope, { unitId: draft.unitId, period: draft.period, across: content.across });
  const { refused, warnings } = await onTrial(db, (tx) => recordEdits(tx, actor, scope, draft));
  return {
    draft: head,
    changes: content.edits.flatMap((edit) => changesOf(edit, grid)),
    unchanged: content.unchanged,
    moved: content.moved,
    faults: [...content.faults, ...refused.map((cell) => faultOf(cell, content.edits))],
    warnings,
  };
}

/** @throws AppError `figures.import_not_found` also outside the scope, `figures.import_settled` */
export async function openDraft(db: Db, scope: UnitScope, id: string, options: { readonly lock?: boolean } = {}): Promise<Draft> {
  const draft = await findDraft(figuresDb(db), scope, id, options);
  if (!draft) throw new AppError('not_found', 'figures.import_not_found');
  if (draft.state !== 'open') throw new AppError('conflict', 'figures.import_settled', { by: draft.settledBy ?? '' });
  return draft;
}

/** What was refused, with the period that it belongs to. */
export type RefusedEdit = RefusedCell & { readonly period: string };
export type EditsRecorded = {
  readonly saved: EnterResult['saved'];
  readonly refused: readonly RefusedEdit[];
  readonly warnings: readonly EntryWarning[];
};

/** Records the cells of a draft as imported from its file, period by period. */
export async function recordEdits(db: Db, actor: Actor, scope: UnitScope, { content, fileName }: Draft): Promise<EditsRecorded> {
  const results: (EnterResult & { readonly period: string })[] = [];
  for (const period of [...new Set(content.edits.map((edit) => edit.period))].sort()) {
    const edits = content.edits.filter((edit) => edit.period === period);
    const lines = new Map(edits.map((edit) => [`${edit.unitId} ${edit.indicatorId}`, edit.line]));
    const cells = edits.map(({ unitId, indicatorId, seen, numerator, denominator }) => ({
      ...{ unitId, indicatorId, seen, numerator: typed(numerator), denominator: typed(denominator) },
      evidenceFileId: content.fileId,
    }));
    const file = {
      name: fileName,
      rowOf: (cell: { unitId: string; indicatorId: string }) => lines.get(`${cell.unitId} ${cell.indicatorId}`) ?? 1,
    };
    results.push({ ...(await enterFigures(db, actor, scope, { period, cells, file })), period });
  }
  return {
    saved: results.flatMap((one) => one.saved),
    refused: results.flatMap(({ period, refused }) => refused.map((cell) => ({ ...cell, period }))),
    warnings: results.flatMap((one) => one.warnings),
  };
}

/** A decimal text as people type it, so that `1.234` is not read as a thousand. */
const typed = (text: string | null): string | null => text?.replace('.', ',') ?? null;

class TakenBack extends Error {}

/** Does something in a transaction and takes all of it back. */
async function onTrial<R>(db: Db, work: (tx: Db) => Promise<R>): Promise<R> {
  let done: { readonly result: R } | undefined;
  await inTransaction(db, async (tx) => {
    done = { result: await work(tx) };
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (!done) throw new Error('the trial ended without a result');
  return done.result;
}

function changesOf(edit: Edit, { rows, columns }: SheetForm): ImportChange[] {
  const row = rows.find((one) => one.unitId === edit.unitId && one.period === edit.period);
  return edit.parts.map((part) => {
    const column = columns.find((one) => one.indicatorId === edit.indicatorId && one.part === part.part);
    return {
      ...part,
      unitId: edit.unitId,
      unitName: row?.name ?? '',
      period: edit.period,
      periodName: row?.periodName ?? edit.period,
      indicatorId: edit.indicatorId,
      code: edit.code,
      name: column?.name ?? '',
      label: column?.label ?? '',
      now: row?.cells[edit.indicatorId]?.[part.part] ?? null,
    };
  });
}

function faultOf(refused: RefusedEdit, edits: readonly Edit[]): SheetFault {
  const edit = edits.find(
    (one) => one.unitId === refused.unitId && one.indicatorId === refused.indicatorId && one.period === refused.period,
  );
  const values = edit?.parts.map(({ after }) => (after === null ? '' : vietnameseNumber(after))) ?? [];
  const place = { cell: edit?.parts.map(({ cell }) => cell).join(', ') ?? '', value: values.join(' ÷ ') };
  if (refused.code !== 'figures.stale_cell') return { ...place, code: refused.code, params: refused.params };
  const now = [refused.numerator, refused.denominator].flatMap((part) => (part === null ? [] : [vietnameseNumber(part)])).join(' ÷ ');
  return { ...place, code: 'figures.import_stale_cell', params: { by: String(refused.params['by'] ?? ''), now: now || 'trống' } };
}
