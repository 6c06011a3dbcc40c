// SPDX-License-Identifier: Apache-2.0
// Reading a workbook of 200.000 rows and 12 columns, each reader in a process of its own; exceljs in the same run for comparison.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { readWorkbook } from '../server/src/modules/dossiers/formats/xlsx/read-workbook.ts';
import { createZipWriter } from '../server/src/platform/files/zip-writer.ts';
import { dossierCells, dossierHeader, randomFrom } from './generate-dossiers.ts';

const rows = 200_000;
const repeats = Number(process.env['XLSX_REPEATS'] ?? 5);

const escaped = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The day number of `14/09/2022 15:30`. */
function serialOf(written: string): string {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(written)?.map(Number) ?? [];
  return String(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) / 86_400_000 + 25_569);
}

/** As Excel writes it: shared texts, dates as styled day numbers. */
async function makeWorkbook(path: string): Promise<void> {
  const ground = {
    provinceId: '',
    unitCodes: Array.from({ length: 150 }, (_, index) => `D${index}`),
    procedureCodes: Array.from({ length: 2_000 }, (_, index) => `1.${100_000 + index}`),
  };
  const random = randomFrom(766);
  const strings = new Map<string, number>();
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const cell = (text: string, column: number, row: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (text === '') return '';
    if (column >= 7 && row > 1) return `<c r="${place}" s="1"><v>${serialOf(text)}</v></c>`;
    const number = strings.get(text) ?? strings.size;
    strings.set(text, number);
    return `<c r="${place}" t="s"><v>${number}</v></c>`;
  };
  const line = (cells: readonly string[], row: number): string =>
    `<row r="${row}" spans="1:12">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`;
  const zip = createZipWriter();
  await zip.add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  );
  await zip.add(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  await zip.add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  await zip.add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  await zip.add(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  await zip.add(
    'xl/worksheets/sheet1.xml',
    (async function* () {
      yield `<worksheet xmlns="${main}"><sheetData>${line(dossierHeader.split(','), 1)}`;
      for (let row = 2; row <= rows + 1; row += 1) yield line(dossierCells(row, ground, random), row);
      yield '</sheetData></worksheet>';
    })(),
  );
  await zip.add(
    'xl/sharedStrings.xml',
    `<sst xmlns="${main}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  );
  writeFileSync(path, zip.finish());
}

async function own(path: string): Promise<number> {
  let count = 0;
  await readWorkbook(path, () => {
    count += 1;
  });
  return count;
}

async function withExceljs(path: string): Promise<number> {
  let count = 0;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of reader) for await (const _row of sheet) count += 1;
  return count;
}

async function child(how: string, path: string): Promise<void> {
  const began = performance.now();
  const count = await (how === 'own' ? own : withExceljs)(path);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ count, ms, cpuMs: (user + system) / 1_000, peakMb: process.resourceUsage().maxRSS / 1_024 }));
}

function measured(how: string, path: string): { ms: number; peakMb: number; cpuMs: number } {
  const run = spawnSync(process.execPath, ['--conditions=development', '--import', 'tsx', fileURLToPath(import.meta.url), how, path], {
    encoding: 'utf8',
  });
  const answer = JSON.parse(run.stdout) as { count: number; ms: number; peakMb: number; cpuMs: number };
  if (answer.count !== rows + 1) throw new Error(`${how} read ${answer.count} rows`);
  return answer;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (process.argv[2]) await child(process.argv[2], process.argv[3] ?? '');
else {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-xlsx-bench-'));
  try {
    const path = join(folder, 'ho-so.xlsx');
    await makeWorkbook(path);
    console.log(`${rows} rows × 12, ${(statSync(path).size / 1_000_000).toFixed(1)} MB`);
    for (const how of ['own', 'exceljs']) {
      const runs = Array.from({ length: repeats }, () => measured(how, path));
      const ms = median(runs.map((run) => run.ms));
      console.log(
        `${how.padEnd(8)} ${ms.toFixed(0)} ms, ${Math.round(rows / (ms / 1_000))} rows a second, peak ${Math.max(...runs.map((run) => run.peakMb)).toFixed(0)} MB, whole process ${median(runs.map((run) => run.cpuMs)).toFixed(0)} ms of processor time (median of ${repeats})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
