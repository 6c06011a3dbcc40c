// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/app-error';
import { todayInVietnam } from '#kernel/dates';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import {
  cancelImport,
  decideImport,
  getDossierImport,
  type ImportView,
  importErrors,
  importWorkDone,
  listImportFaults,
  receiveImport,
  takeWorkFailures,
  usualHeader,
} from '#modules/dossiers';
import { findUnitByCode } from '#modules/units';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { createFileStore, type FileStore } from '#platform/files/file-store';
import { platformErrors } from '#platform/http/errors';
import { fill } from '#platform/http/problem';
import { type Io, withDatabase } from './with-database.ts';

export type ImportOptions = {
  readonly goodRows?: true;
  readonly dryRun?: true;
  readonly mapping?: string;
  readonly unit?: string;
  readonly generated?: true;
};

const everywhere = { roots: null, reformFields: null };
const faultsShown = 20;
const every = 500;

/** `tuongminh import dossiers FILE`: 0 written (or nothing to write), 1 rows with faults kept it back, 2 the file cannot be read. */
export async function importDossiers(file: string, options: ImportOptions, io: Io): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    io.err(`${file}: Không tìm thấy tệp. Hãy kiểm tra đường dẫn.\n`);
    return 2;
  }
  return withDatabase(async ({ database, config }) => {
    try {
      return await run(database.db, createFileStore(join(config.dataDir, 'files')), file, options, io);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      io.err(`${file}: ${sentenceOf(error.code, error.params)}\n`);
      return 2;
    }
  });
}

async function run(db: Db, files: FileStore, file: string, options: ImportOptions, io: Io): Promise<number> {
  const unitId = options.unit === undefined ? undefined : (await findUnitByCode(db, options.unit, todayInVietnam()))?.id;
  if (options.unit !== undefined && unitId === undefined) throw new AppError('not_found', 'platform.not_found');
  const { id } = await receiveImport(db, files, systemActor, everywhere, {
    fileName: basename(file),
    content: createReadStream(file),
    unitId,
    mapping: options.mapping,
    generated: options.generated === true,
  });
  const read = await follow(db, id, io);
  if (read.state !== 'checked') return tellStopped(read, file, io);
  await tellFaults(db, read, io);
  if (options.dryRun) {
    await cancelImport(db, systemActor, everywhere, id);
    io.out(`Chạy thử: ${count(read.rowsGood)} dòng đúng, ${count(read.rowsBad)} dòng có lỗi; chưa ghi gì.\n`);
    return read.rowsBad > 0 ? 1 : 0;
  }
  if (read.rowsGood === 0 || (read.rowsBad > 0 && !options.goodRows)) {
    await cancelImport(db, systemActor, everywhere, id);
    io.err(`Chưa ghi gì: ${count(read.rowsBad)} dòng có lỗi. Sửa tệp rồi nạp lại, hoặc thêm --good-rows để chỉ ghi các dòng đúng.\n`);
    return 1;
  }
  await decideImport(db, files, systemActor, everywhere, { id, mode: read.rowsBad > 0 ? 'good' : 'all' });
  const written = await follow(db, id, io);
  if (written.state !== 'applied') return tellStopped(written, file, io);
  io.out(
    `Đã ghi: ${count(written.inserted)} hồ sơ mới, ${count(written.updated)} cập nhật, ${count(written.unchanged)} không đổi, ` +
      `${count(written.older)} cũ hơn dữ liệu đã có, ${count(written.rowsBad)} dòng lỗi bỏ lại (${written.workSeconds} giây).\n`,
  );
  return written.rowsBad > 0 ? 1 : 0;
}

/** Waits for the work on an import and shows on one line how far it is. */
async function follow(db: Db, id: string, io: Io): Promise<ImportView> {
  for (;;) {
    await Promise.race([importWorkDone(id), pause(every)]);
    for (const failure of takeWorkFailures()) throw failure;
    const view = await getDossierImport(db, everywhere, id);
    io.err(`\r${progressOf(view)}`);
    if (view.isWorking) continue;
    io.err('\n');
    return view;
  }
}

function progressOf(view: ImportView): string {
  const left = view.secondsLeft === null ? '' : `, còn khoảng ${view.secondsLeft} giây`;
  const share = `${Math.floor(view.shareRead * 100)} %`;
  const what = view.state === 'applying' || view.state === 'applied' ? 'Ghi' : 'Đọc';
  return `${what}: ${count(view.rowsRead)} dòng (${share}), ${count(view.rowsPerSecond)} dòng/giây${left}   `;
}

async function tellFaults(db: Db, view: ImportView, io: Io): Promise<void> {
  if (view.faults === 0) return;
  const { rows } = await listImportFaults(db, everywhere, view.id, { offset: 0, limit: faultsShown }, 'vi');
  for (const fault of rows) {
    const place = fault.columnName === null ? '' : `, cột ${fault.columnName}`;
    const value = fault.value ? ` «${fault.value.slice(0, 80)}»` : '';
    io.err(`${view.fileName}: dòng ${fault.line}${place}${value}: ${fault.sentence}\n`);
  }
  if (view.faults > rows.length) io.err(`… và ${count(view.faults - rows.length)} lỗi khác.\n`);
}

function tellStopped(view: ImportView, file: string, io: Io): number {
  const missing = view.shape?.missing ?? [];
  if (view.state === 'uploaded' && missing.length > 0)
    io.err(`${file}: Thiếu cột ${missing.map(usualHeader).join(', ')}. Đặt lại tên cột hoặc dùng --mapping.\n`);
  else io.err(`${file}: ${view.failure ? sentenceOf(view.failure.code, view.failure.params) : 'Việc nạp đã bị hủy.'}\n`);
  return 2;
}

function sentenceOf(code: string, params: AppError['params']): string {
  const sentence = { ...platformErrors, ...importErrors }[code];
  return sentence ? fill(sentence.vi, params) : code;
}

function count(value: number | null): string {
  return vietnameseNumber(value ?? 0);
}
