// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import { tableWorkbook } from '#platform/files/table-workbook';
import { beginExport, type Export, failExport, finishExport, isKept, noteProgress, tryLockExport } from '../../data/exports.repo.ts';
import { listVersions } from '../../data/indicators.repo.ts';
import { namedUnitsBelow, unitCells } from '../../data/pivot.repo.ts';
import { type FiguresDb, figuresDb } from '../../data/tables.ts';
import { valuesOf, versionFor } from '../../domain/cross-table.ts';
import type { IndicatorVersion } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import { periodsOfYears } from '../pivot/periods-of-years.ts';
import { byIndicator, keptIndicators } from '../pivot/read-cross-table.ts';

const mostBytes = 4 * 1_024 ** 3;
const progressMs = 500;
/** Periods of a unit that are read at once: some thousand cells. */
const periodsAtOnce = 48;

/**
 * Writes an export as the figures stand at its beginning, all in one view of the database, and keeps the file. Whoever holds the export
 * is alone with it; what a killed program left is begun anew, at most twice.
 *
 * @throws what broke the export for another reason than a refusal; it is marked as failed then
 */
export async function writeExport(db: Db, files: FileStore, id: string): Promise<void> {
  const outside = figuresDb(db);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        if (!(await tryLockExport(figuresDb(tx), id))) return;
        const asked = await beginExport(outside, id);
        if (asked) await keep(db, files, asked, await tableOf(figuresDb(tx), outside, asked));
      });
  } catch (error) {
    await failExport(outside, id, error instanceof AppError ? error.code : 'figures.export_broke');
    if (!(error instanceof AppError)) throw error;
  }
}

async function keep(db: Db, files: FileStore, asked: Export, content: AsyncIterable<Buffer>): Promise<void> {
  const store = files.expiring();
  const stored = await store.put(Readable.from(content), mostBytes);
  const done = await inTransaction(db, async (tx) => {
    if (!(await finishExport(figuresDb(tx), asked.id, { ...stored, rows: asked.rowsTotal }))) return false;
    const data = { sha256: stored.sha256, sizeBytes: stored.sizeBytes, rows: asked.rowsTotal };
    await recordAudit(tx, systemActor, { action: 'figures.exported', subject: ['figures_export', asked.id], unitId: asked.unitId, data });
    return true;
  });
  if (!done && !(await isKept(figuresDb(db), stored.sha256))) await store.discard(stored.sha256);
}

type Ground = {
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly periods: readonly Period[];
  readonly indicators: readonly IndicatorVersion[];
  readonly versions: ReadonlyMap<string, readonly IndicatorVersion[]>;
};

async function tableOf(own: FiguresDb, outside: FiguresDb, { id, question }: Export): Promise<AsyncIterable<Buffer>> {
  const periods = await periodsOfYears(own, question.periodKind, question.fromYear, question.toYear);
  const last = periods.at(-1);
  if (!last) throw new AppError('invalid', 'figures.period_unknown', { period: `${question.fromYear}–${question.toYear}` });
  const versions = byIndicator(await listVersions(own));
  const units = await namedUnitsBelow(own, question.unitId, last.to);
  const indicators = keptIndicators(versions, periods);
  return tableWorkbook({
    sheetName: 'Số liệu',
    title: `Số liệu của ${units[0]?.name ?? ''} và các đơn vị trực thuộc, ${periods[0]?.name} – ${last.name}`,
    header: ['Mã đơn vị', 'Đơn vị', 'Kỳ', ...indicators.map((one) => `${one.code} ${one.name} (${one.unitOfMeasure})`)],
    textColumns: 3,
    rows: counted(rowsOf(own, { units, periods, indicators, versions }), (count) => tell(outside, id, count)),
    footer: 'Số dòng',
  });
}

async function* rowsOf(own: FiguresDb, { units, periods, indicators, versions }: Ground): AsyncGenerator<(string | null)[]> {
  const indicatorIds = indicators.map((one) => one.indicatorId);
  const counting = periods.map((period) => indicators.map((one) => versionFor(versions.get(one.indicatorId) ?? [], period)));
  const empty = indicators.map(() => null);
  for (const unit of units)
    for (let from = 0; from < periods.length; from += periodsAtOnce) {
      const some = periods.slice(from, from + periodsAtOnce);
      const keys = some.map((period) => period.key);
      const cells = new Map((await unitCells(own, unit.id, keys, indicatorIds)).map((row) => [row.place, row.cells]));
      for (const [place, period] of some.entries()) {
        const text = cells.get(place);
        const values = text === undefined ? empty : valuesOf(text, indicators.length, (column) => counting[from + place]?.[column]);
        yield [unit.code, unit.name, period.name, ...values];
      }
    }
}

async function* counted<T>(rows: AsyncIterable<T>, told: (count: number) => Promise<void>): AsyncGenerator<T> {
  let [count, toldAt] = [0, Date.now()];
  for await (const row of rows) {
    yield row;
    count += 1;
    if (Date.now() - toldAt < progressMs) continue;
    await told(count);
    toldAt = Date.now();
  }
}

/** @throws AppError `figures.export_settled` where the export was cancelled meanwhile */
async function tell(outside: FiguresDb, id: string, count: number): Promise<void> {
  if (!(await noteProgress(outside, id, count))) throw new AppError('conflict', 'figures.export_settled');
}
