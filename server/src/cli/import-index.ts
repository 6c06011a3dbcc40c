// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#kernel/app-error';
import { isDay, todayInVietnam } from '#kernel/dates';
import { type IndexImport, importIndexAnswer, importPortalRun, serviceIndexErrors } from '#modules/scoring';
import { findUnitByCode } from '#modules/units';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { createFileStore, type FileStore } from '#platform/files/file-store';
import { platformErrors } from '#platform/http/errors';
import { fill } from '#platform/http/problem';
import { type Io, withDatabase } from './with-database.ts';

export type IndexImportOptions = {
  readonly run?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly procedure?: string;
  readonly unit?: string;
};

const everywhere = { roots: null, reformFields: null };

/** `tuongminh service-index import FILE…`: 0 all read, 2 where a file was refused; the others are kept. */
export async function importIndex(names: readonly string[], options: IndexImportOptions, io: Io): Promise<number> {
  if (names.length === 0 && options.run === undefined) {
    io.err('Chưa chọn gì để nạp. Ghi tên tệp, hoặc --run cùng mã lượt lấy số liệu.\n');
    return 2;
  }
  if (options.asOf !== undefined && !isDay(options.asOf)) {
    io.err(`--as-of ${options.asOf}: Không phải một ngày. Viết năm-tháng-ngày, ví dụ 2026-10-05.\n`);
    return 2;
  }
  return withDatabase(async ({ database: { db }, config }) => {
    const files = createFileStore(join(config.dataDir, 'files'));
    const unitId = options.unit === undefined ? undefined : (await findUnitByCode(db, options.unit, todayInVietnam()))?.id;
    if (options.unit !== undefined && unitId === undefined) {
      io.err(`--unit ${options.unit}: Không có đơn vị nào đang hoạt động mang mã này.\n`);
      return 2;
    }
    const { run } = options;
    let worst = 0;
    const read = async (name: string, work: () => Promise<readonly IndexImport[]>): Promise<void> => {
      worst = Math.max(worst, await told(io, name, work));
    };
    if (run !== undefined) await read(run, () => importPortalRun(db, files, systemActor, everywhere, run));
    for (const name of names) await read(name, async () => [await importFile(db, files, name, { ...options, unitId })]);
    return worst;
  });
}

async function importFile(
  db: Db,
  files: FileStore,
  name: string,
  { period, procedure, asOf, unitId }: IndexImportOptions & { readonly unitId: string | undefined },
): Promise<IndexImport> {
  const content = await readFile(name).catch(() => undefined);
  if (!content) throw new AppError('not_found', 'platform.file_missing');
  return importIndexAnswer(db, files, systemActor, everywhere, { name: basename(name), content, period, procedure, asOf, unitId });
}

async function told(io: Io, name: string, work: () => Promise<readonly IndexImport[]>): Promise<number> {
  try {
    for (const done of await work()) tell(io, done);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const sentence = { ...platformErrors, ...serviceIndexErrors }[error.code]?.vi;
    io.err(
      `${name}: ${error.code === 'platform.file_missing' ? 'Không đọc được tệp. Hãy kiểm tra đường dẫn.' : sentence ? fill(sentence, error.params) : error.code}\n`,
    );
    return 2;
  }
}

function tell(io: Io, { name, period, rows, units, unitsKnown, compared, differing, known }: IndexImport): void {
  if (known) {
    io.out(`${name}: kỳ ${period}, đã nạp trước đó, không thêm gì.\n`);
    return;
  }
  io.out(
    `${name}: kỳ ${period}, ${rows} dòng của ${units} đơn vị (${unitsKnown} đơn vị nhận ra), tính lại ${compared} điểm, ${differing.length} điểm khác công bố.\n`,
  );
  for (const { place, unit, metric, official, computed } of differing)
    io.out(`  ${place} ${unit}, ${metric}: công bố ${official}, tính lại ${computed}\n`);
}
