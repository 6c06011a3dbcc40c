// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createZipWriter } from '#platform/files/zip-writer';
import { aDatabase } from '../../../../../test/database.ts';
import { aFileStore, anAppliedFile, aReadFile } from '../../../../../test/factories/import.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { AppError } from '../../../../kernel/app-error.ts';
import { loadCatalogue } from '../../data/import/catalogue.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { importErrors } from '../../domain/import/errors.ts';
import { type Fault, faultSentence } from '../../domain/import/faults.ts';
import { checkFile } from './check-file.ts';
import type { CheckedPiece } from './reading.ts';

const files = Number(process.env['FUZZ_FILES'] ?? 5_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const { db } = await aDatabase();
const store = aFileStore();
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Mường Thử' });
const procedure = await aProcedure(db, { unitId: province.id });
const catalogue = await loadCatalogue(importsDb(db), province.id);
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'tep');

let state = seed;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const below = (count: number): number => Math.floor(random() * count);
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
const chance = (share: number): boolean => random() < share;

const headers = [
  'Mã hồ sơ',
  'Đơn vị',
  'Mã TTHC',
  'Trạng thái',
  'Hình thức',
  'Người nộp',
  'Ngày tiếp nhận',
  'Hạn trả',
  'Ngày có kết quả',
  'Email',
];
const nasty = [
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd|',
  '-2+3',
  '\t=1',
  '"',
  '""',
  '","',
  'a\nb',
  '\0',
  'a\0b',
  '\ud800',
  '\ufffd',
  '#N/A',
  'x'.repeat(2_000),
  '€'.repeat(301),
  '31/02/2022',
  '14/13/2022',
  '99999',
  '1e309',
  'NaN',
  '-1',
  '10000000000000000000',
  '0000-00-00',
  '2022-09-14T25:61:00',
  ' ',
  '',
  '{"a":1}',
  '<script>',
  '&#0;',
  "';drop table dossiers.dossier;--",
  '\u202egnp.exe',
  'À\u0301\u0302\u0303',
];
const good = (index: number): string[] => [
  `H18.01-220914-${String(index).padStart(5, '0')}`,
  commune.code,
  procedure.code,
  pick(['Đang xử lý', '2', 'Tiếp nhận']),
  pick(['1', 'Trực tuyến', '']),
  'Lò Văn Ánh',
  pick(['14/09/2022 15:30', '2022-09-14', '44818.645', '14-9-2022']),
  pick(['', '30/09/2022']),
  '',
  pick(['', 'a@b.vn']),
];

function rows(): string[][] {
  return Array.from({ length: below(8) }, (_, index) => {
    const cells = good(index);
    while (chance(0.5)) cells[below(cells.length)] = pick(nasty);
    if (chance(0.05)) cells.length = below(cells.length + 1);
    if (chance(0.05)) cells.push(pick(nasty), pick(nasty));
    return cells;
  });
}

const quoted = (cell: string): string => (/[",;\t\n\r]/.test(cell) && chance(0.9) ? `"${cell.replaceAll('"', '""')}"` : cell);

function aCsv(): Buffer {
  const delimiter = pick([',', ';', '\t']);
  const table = chance(0.95) ? [headers, ...rows()] : rows();
  const text = table.map((cells) => cells.map(quoted).join(delimiter)).join(pick(['\n', '\r\n', '\r']));
  return iconv.encode(text, pick(['utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'latin1']), { addBOM: chance(0.5) });
}

function aJson(): Buffer {
  const objects = rows().map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? null])));
  const text = chance(0.5) ? objects.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(objects);
  return Buffer.from(text);
}

const escaped = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function aWorkbook(): Promise<Buffer> {
  const zip = createZipWriter();
  const p = pick(['', 'x:']);
  const cell = (text: string): string =>
    chance(0.5)
      ? `<${p}c t="inlineStr"><${p}is><${p}t>${escaped(text)}</${p}t></${p}is></${p}c>`
      : `<${p}c${chance(0.2) ? ' s="1"' : ''}><${p}v>${escaped(text)}</${p}v></${p}c>`;
  const line = (cells: readonly string[]): string => `<${p}row>${cells.map(cell).join('')}</${p}row>`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  if (chance(0.97)) await zip.add('xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>');
  if (chance(0.97))
    await zip.add(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/a.xml"/></Relationships>`,
    );
  if (chance(0.97))
    await zip.add(
      'xl/worksheets/a.xml',
      `<${p}worksheet><${p}sheetData>${[headers, ...rows()].map(line).join('')}</${p}sheetData></${p}worksheet>`,
    );
  return zip.finish();
}

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  switch (below(6)) {
    case 0:
      return copy.subarray(0, below(copy.length + 1));
    case 1:
      for (let times = below(10); times > 0 && copy.length > 0; times -= 1) copy[below(copy.length)] = below(256);
      return copy;
    case 2:
      return Buffer.concat([copy, Buffer.from(pick(nasty)), copy.subarray(below(copy.length + 1))]);
    case 3:
      return Buffer.concat([Buffer.from([below(256), below(256)]), copy]);
    default:
      return copy;
  }
}

async function aFile(): Promise<Buffer> {
  const kind = below(20);
  if (kind < 12) return damaged(aCsv());
  if (kind < 16) return damaged(aJson());
  if (kind < 19) return damaged(await aWorkbook());
  return Buffer.from(Array.from({ length: below(300) }, () => below(256)));
}

type Seen = { readonly faults: Fault[]; last: CheckedPiece | undefined; readonly rows: Buffer[] };

async function check(bytes: Buffer): Promise<Seen> {
  writeFileSync(path, bytes);
  const seen: Seen = { faults: [], last: undefined, rows: [] };
  await checkFile(
    { path, catalogue, chosen: {}, nowMs: Date.UTC(2026, 0, 1) },
    {
      shape: async () => undefined,
      take: async (piece) => {
        seen.faults.push(...piece.faults);
        seen.rows.push(Buffer.from(piece.rows));
        seen.last = piece;
        return true;
      },
    },
  );
  return seen;
}

/** Number of rows in binary COPY format, walked through field by field. */
function encodedRows(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length; count += 1) {
    expect(bytes.readInt16BE(at)).toBe(21);
    at += 2;
    for (let field = 0; field < 21; field += 1) at += 4 + Math.max(0, bytes.readInt32BE(at));
    expect(at).toBeLessThanOrEqual(bytes.length);
  }
  return count;
}

test(`${files} generated files (seed ${seed}): no crash, every fault has a place and a sentence, every row is good or faulty`, {
  timeout: 120_000,
}, async () => {
  const outcomes = { read: 0, refused: 0, faults: 0, good: 0 };
  const kept: Buffer[] = [];
  for (let index = 0; index < files; index += 1) {
    const bytes = await aFile();
    try {
      const { faults, last, rows: encoded } = await check(bytes);
      outcomes.read += 1;
      outcomes.faults += faults.length;
      outcomes.good += last?.rowsGood ?? 0;
      if (last) expect(last.rowsGood + last.rowsBad).toBe(last.rowsRead);
      expect(encodedRows(Buffer.concat(encoded))).toBe(last?.rowsGood ?? 0);
      expect(new Set(faults.map(({ line }) => line)).size).toBe(last?.rowsBad ?? 0);
      for (const fault of faults) {
        expect(fault.line).toBeGreaterThan(0);
        expect(faultSentence(fault, 'vi').length).toBeGreaterThan(15);
        expect(`${fault.value}${fault.columnName}`).not.toContain('\0');
      }
      if (index % 250 === 0) kept.push(bytes);
    } catch (error) {
      if (!(error instanceof AppError) || !(error.code in importErrors)) {
        writeFileSync(join(tmpdir(), 'tuongminh-fuzz-failure'), bytes);
        throw new Error(`file ${index} of seed ${seed}`, { cause: error });
      }
      outcomes.refused += 1;
    }
  }
  console.info(
    `${files} files: ${outcomes.read} read with ${outcomes.good} good rows and ${outcomes.faults} faults, ${outcomes.refused} refused`,
  );
  expect(outcomes.read).toBeGreaterThan(files / 2);

  // Some of them through the database, all the way: what is good is written, and nothing else.
  for (const bytes of kept) {
    if (bytes.length === 0) continue;
    const view = await aReadFile(db, store, bytes, { unitId: province.id }).catch(() => undefined);
    if (view?.state === 'checked') expect(view.rowsGood + view.rowsBad).toBe(view.rowsRead);
  }
  const { rows: found } = await sql<{ count: number }>`select count(*)::int as count from dossiers.dossier`.execute(db);
  expect(found).toEqual([{ count: 0 }]);
});

test('a workbook that unpacks to gigabytes is refused before it is unpacked', async () => {
  const zip = createZipWriter();
  await zip.add('xl/workbook.xml', '<workbook/>');
  await zip.add(
    'xl/worksheets/a.xml',
    (async function* () {
      const piece = Buffer.alloc(1_048_576, 0x20);
      for (let index = 0; index < 200; index += 1) yield piece;
    })(),
  );

  await expect(check(zip.finish())).rejects.toThrow('dossiers.import_unpacks_too_large');
});

test('a part that is longer than its directory says is refused while it is unpacked', async () => {
  const zip = createZipWriter();
  await zip.add('xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>');
  await zip.add(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="s" Type="/worksheet" Target="worksheets/a.xml"/></Relationships>',
  );
  await zip.add('xl/worksheets/a.xml', `<worksheet>${' '.repeat(5_000_000)}</worksheet>`);
  const bytes = zip.finish();
  const lie = Buffer.alloc(4);
  lie.writeUInt32LE(5_000_023);
  for (let at = bytes.indexOf(lie); at !== -1; at = bytes.indexOf(lie, at + 1)) bytes.writeUInt32LE(500, at);

  await expect(check(bytes)).rejects.toThrow('dossiers.import_damaged');
});

test('ten thousand faults are kept, the others are counted', async () => {
  const text = `${headers.join(';')}\n${Array.from({ length: 12_000 }, () =>
    good(1)
      .map((cell, index) => (index === 1 ? 'Không có' : cell))
      .join(';'),
  ).join('\n')}`;

  const { faults, last } = await check(Buffer.from(text));

  expect([faults.length, last?.faultsFound, last?.rowsBad]).toEqual([10_000, 12_000, 12_000]);
});

test.each([
  ['TCVN3', 'M· hå s¬;§¬n vÞ;M· TTHC;Tr¹ng th¸i;Ng­êi nép\n1;Êp;2;§ang;NguyÔn V¨n', 'utf-8'],
  ['TCVN3', 'M· hå s¬;§¬n vÞ;M· TTHC;Tr¹ng th¸i;Ng­êi nép\n1;Êp;2;§ang;NguyÔn V¨n', 'latin1'],
  ['VNI', 'Maõ hoà sô;Ñôn vò;Maõ TTHC;Traïng thaùi;Ngöôøi noäp\n1;AÁp;2;Ñang;Nguyeãn Vaên', 'utf-8'],
])('text typed for the font %s is named', async (font, text, encoding) => {
  await expect(check(iconv.encode(text, encoding))).rejects.toThrow(font);
});

test('Windows-1258, UTF-16 and JSON give the same dossiers as UTF-8', async () => {
  const line = (code: string): string => [code, 'xa muong thu', procedure.code, '4', '2', 'Lo Van Anh', '14/09/2022', '', '', ''].join(';');
  const text = (code: string): string => `${headers.join(';')}\n${line(code)}`;
  const apart = (written: string): string =>
    written
      .normalize('NFD')
      .replace(/([aeou])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])/gi, '$1$3$2')
      .replace(/[aeou][\u0302\u0306\u031b]/gi, (letter) => letter.normalize('NFC'));
  const sent = [
    iconv.encode(apart(text('H18-A-0001')), 'windows-1258'),
    iconv.encode(text('H18-A-0002'), 'utf-16le', { addBOM: true }),
    Buffer.from(JSON.stringify([Object.fromEntries(headers.map((header, index) => [header, line('H18-A-0003').split(';')[index]]))])),
  ];

  for (const bytes of sent)
    expect(await anAppliedFile(db, store, bytes, { unitId: province.id })).toMatchObject({ inserted: 1, rowsBad: 0 });
  const { rows: found } =
    await sql`select distinct unit_id, status, channel, received_at from dossiers.dossier where code like 'H18-A-%'`.execute(db);
  expect(found).toEqual([{ unit_id: commune.id, status: 4, channel: 2, received_at: '2022-09-14T00:00:00+07:00' }]);
});
