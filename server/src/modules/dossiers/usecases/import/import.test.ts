// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aFileStore, anAppliedFile, aReadFile } from '../../../../../test/factories/import.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { systemActor } from '../../../../platform/auth/actor.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { decideImport } from './decide-import.ts';
import { listImportFaults } from './read-imports.ts';

const { db } = await aDatabase();
await seedHolidays(db);
await seedClockRules(db);
const files = aFileStore();
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Điện Biên' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Mường Phăng' });
const other = await aUnit(db, { parentId: province.id, name: 'Xã Thanh Nưa' });
const procedure = await aProcedure(db, { unitId: province.id, limit: { amount: 5, unit: 'working_days' } });

const header =
  'Mã hồ sơ;Đơn vị tiếp nhận;Mã TTHC;Trạng thái;Hình thức nộp;Người nộp;Trích yếu;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả;Ngày cập nhật';

type Cells = Partial<
  Record<
    | 'code'
    | 'unit'
    | 'procedure'
    | 'status'
    | 'channel'
    | 'applicant'
    | 'subject'
    | 'received'
    | 'due'
    | 'finished'
    | 'returned'
    | 'updated',
    string
  >
>;

let made = 0;
function row(cells: Cells = {}): string {
  made += 1;
  const {
    code = `H18.01-220914-${String(made).padStart(4, '0')}`,
    unit = commune.code,
    status = 'Đang xử lý',
    channel = 'Trực tuyến',
  } = cells;
  const {
    applicant = 'Lò Văn Ánh',
    subject = 'Cấp giấy',
    received = '14/09/2022 15:30',
    due = '',
    finished = '',
    returned = '',
    updated = '',
  } = cells;
  return [
    code,
    unit,
    cells.procedure ?? procedure.code,
    status,
    channel,
    applicant,
    subject,
    received,
    due,
    finished,
    returned,
    updated,
  ].join(';');
}

async function dossierOf(code: string) {
  const { rows } = await sql<Record<string, unknown>>`select * from dossiers.dossier where code = ${code}`.execute(db);
  return rows[0];
}

test('rows by codes and by names without diacritics become dossiers with a history, statistics and an audit entry', async () => {
  const file = [
    header,
    row({
      code: 'H18.01-220914-9001',
      status: 'Đã trả kết quả',
      due: '21/09/2022 17:00',
      finished: '20/09/2022 10:00',
      returned: '21/09/2022',
    }),
    row({ code: 'H18.01-220914-9002', unit: 'xa muong phang', channel: 'bưu chính', status: '4', received: '2022-09-14T15:30:00' }),
  ].join('\r\n');

  const view = await anAppliedFile(db, files, file, { unitId: province.id });

  expect(view).toMatchObject({ state: 'applied', inserted: 2, updated: 0, unchanged: 0, rowsBad: 0 });
  expect(await dossierOf('H18.01-220914-9001')).toMatchObject({
    unit_id: commune.id,
    channel: 2,
    status: 10,
    timeliness: 1,
    origin: 3,
    generated: false,
  });
  expect(await dossierOf('H18.01-220914-9002')).toMatchObject({
    unit_id: commune.id,
    channel: 3,
    status: 4,
    timeliness: null,
    received_at: '2022-09-14T15:30:00+07:00',
    due_at: '2022-09-21T23:59:00+07:00',
  });
  const steps = await sql<{ event: number }>`select event from dossiers.step where code like 'H18.01-220914-900%'`.execute(db);
  expect(steps.rows).toEqual([{ event: 20 }, { event: 20 }]);
  expect(await differingCells(db, 5)).toEqual([]);
  const audit = await sql<{ action: string }>`select action from audit.entry order by sequence desc limit 1`.execute(db);
  expect(audit.rows).toEqual([{ action: 'dossiers.import_applied' }]);
});

test('the same file twice changes nothing; a newer state updates and keeps history; an older one never overwrites', async () => {
  const first = row({ code: 'H18.02-220914-0001', updated: '15/09/2022 08:00' });
  await anAppliedFile(db, files, `${header}\n${first}`, { unitId: province.id });

  const again = await anAppliedFile(db, files, `${header}\n${first}`, { unitId: province.id });
  const newer = await anAppliedFile(
    db,
    files,
    `${header}\n${row({ code: 'H18.02-220914-0001', status: '9', due: '19/09/2022', finished: '20/09/2022 09:00', updated: '20/09/2022 09:00' })}`,
    { unitId: province.id },
  );
  const older = await anAppliedFile(
    db,
    files,
    `${header}\n${row({ code: 'H18.02-220914-0001', status: '2', updated: '14/09/2022 16:00' })}`,
    {
      unitId: province.id,
    },
  );

  expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: 1, older: 0 });
  expect(newer).toMatchObject({ inserted: 0, updated: 1, unchanged: 0, older: 0 });
  expect(older).toMatchObject({ inserted: 0, updated: 0, unchanged: 0, older: 1 });
  expect(await dossierOf('H18.02-220914-0001')).toMatchObject({ status: 9, timeliness: 3, version: 2 });
  const { rows } = await sql`select seq, from_status, status from dossiers.step where code = 'H18.02-220914-0001' order by seq`.execute(db);
  expect(rows).toEqual([
    { seq: 1, from_status: null, status: 4 },
    { seq: 2, from_status: 4, status: 9 },
  ]);
  expect(await differingCells(db, 5)).toEqual([]);
});

test('every fault is told with file, row, column, value and reason, and all or nothing means nothing', async () => {
  const file = [
    header,
    row({ code: `H18.03-1${'0'.repeat(70)}` }),
    row({ unit: 'Xã Không Có' }),
    row({ status: 'lạ', received: '31/02/2022' }),
    row({ status: '10', finished: '' }),
    row({ finished: '13/09/2022', status: '9' }),
    row({ code: 'H18.03-220914-0001' }),
    row({ code: 'H18.03-220914-0001' }),
    row({ applicant: '' }),
    '',
  ].join('\n');

  const view = await aReadFile(db, files, file, { unitId: province.id });
  const { rows } = await listImportFaults(db, everywhere, view.id, { offset: 0, limit: 50 }, 'vi');

  expect(view).toMatchObject({ state: 'checked', rowsRead: 8, rowsGood: 1, rowsBad: 7 });
  expect(rows.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, 0, 'code_length'],
    [3, 1, 'unit_unknown'],
    [4, 3, 'status_unknown'],
    [4, 7, 'not_a_moment'],
    [5, 9, 'needed_by_status'],
    [6, 9, 'before'],
    [8, 0, 'code_repeated'],
    [9, 5, 'required'],
  ]);
  expect(rows[1]).toMatchObject({ fileName: 'ho-so.csv', columnName: 'Đơn vị tiếp nhận', value: 'Xã Không Có' });
  expect(rows[6]?.sentence).toBe('Mã hồ sơ này đã có ở dòng 7 của tệp. Giữ lại một dòng.');
  await expect(decideImport(db, files, systemActor, everywhere, { id: view.id, mode: 'all' })).rejects.toThrow(
    'dossiers.import_has_faults',
  );
  expect(await dossierOf('H18.03-220914-0001')).toBeUndefined();
});

test('only dossiers of the unit of the import and below are taken', async () => {
  const view = await aReadFile(db, files, `${header}\n${row({ unit: other.code })}\n${row({})}`, { unitId: commune.id });
  const { rows } = await listImportFaults(db, everywhere, view.id, { offset: 0, limit: 50 }, 'en');

  expect([view.rowsGood, rows.map(({ reason }) => reason)]).toEqual([1, ['unit_outside']]);
});

test('text that begins like a formula is kept as text', async () => {
  await anAppliedFile(db, files, `${header}\n${row({ code: 'H18.04-220914-0001', applicant: `=cmd|' /C calc'!A0` })}`, {
    unitId: province.id,
  });

  expect(await dossierOf('H18.04-220914-0001')).toMatchObject({ applicant_name: `=cmd|' /C calc'!A0` });
});
