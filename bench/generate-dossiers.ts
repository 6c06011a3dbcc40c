// SPDX-License-Identifier: Apache-2.0
// A province of generated dossiers, the same for the same seed: 150 units, 2.000 procedures, 24 months.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { sql } from 'kysely';
import { newId } from '../server/src/kernel/ids.ts';
import { seedHolidays } from '../server/src/modules/calendar/index.ts';
import { seedClockRules } from '../server/src/modules/dossiers/usecases/clock/seed-clock-rules.ts';
import type { Db } from '../server/src/platform/db/db.ts';
import { aUnit } from '../server/test/factories/unit.ts';

export type Ground = { readonly provinceId: string; readonly unitCodes: readonly string[]; readonly procedureCodes: readonly string[] };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Papers that every generated procedure asks for. */
export const paperCodes = ['TK', 'GT', 'CC'] as const;
const papers = paperCodes.map((code, index) => ({
  code,
  name: ['Tờ khai', 'Giấy tờ tùy thân', 'Giấy chứng nhận đã cấp'][index],
  originals: 1,
  copies: 0,
  form: null,
  formFileId: null,
  condition: null,
}));

/**
 * Writes the units, procedures, calendar and rules that the dossiers stand on: a province and communes, `units` in all, every fourteen
 * of them below a district as long as there are `districts`.
 */
export async function prepareGround(db: Db, units = 150, procedures = 2_000, districts = 0): Promise<Ground> {
  await seedHolidays(db);
  await seedClockRules(db);
  const province = await aUnit(db, { level: 'province', name: 'Tỉnh Đo Tốc Độ', code: 'DTD' });
  const unitCodes: string[] = [];
  const above = [];
  for (let index = 1; index <= districts; index += 1)
    above.push(
      await aUnit(db, { level: 'district', parentId: province.id, name: `Huyện Đo ${index}`, code: `H${String(index).padStart(3, '0')}` }),
    );
  for (let index = 1; index < units; index += 1) {
    const unit = await aUnit(db, {
      parentId: (above[Math.floor((index - 1) / 14)] ?? province).id,
      name: `Xã Đo ${index}`,
      code: `D${String(index).padStart(3, '0')}`,
    });
    unitCodes.push(unit.code);
  }
  const procedureCodes = Array.from({ length: procedures }, (_, index) => `1.${String(100_000 + index)}`);
  const sector = newId();
  await sql`insert into procedures.sector (id, code, name, created_by) values (${sector}, 'DO', 'Đo tốc độ', 'đo')`.execute(db);
  await sql`
    with made as (
      insert into procedures.procedure (id, code, unit_id, created_by, updated_by)
      select gen_random_uuid(), code, ${province.id}::uuid, 'đo', 'đo' from unnest(${sql.val(procedureCodes)}::text[]) as code
      returning id, code
    )
    insert into procedures.version (procedure_id, number, name, sector_id, level, limit_amount, limit_unit, papers, valid_from, recorded_by)
    select id, 1, 'Thủ tục ' || code, ${sector}::uuid, 'commune', 3 + abs(hashtext(code)) % 28, 'working_days', ${JSON.stringify(papers)}::jsonb, '2019-01-01', 'đo' from made`.execute(
    db,
  );
  return { provinceId: province.id, unitCodes, procedureCodes };
}

const family = ['Nguyễn', 'Trần', 'Lò', 'Quàng', 'Cà', 'Vàng', 'Giàng', 'Sùng', 'Phạm', 'Hoàng', 'Đỗ', 'Bùi'];
const middle = ['Văn', 'Thị', 'Đình', 'Ngọc', 'Minh', 'Thúy', 'Xuân', 'Quốc'];
const given = ['Ánh', 'Bình', 'Chiến', 'Dũng', 'Hương', 'Lan', 'Mỹ', 'Nghĩa', 'Phương', 'Quỳnh', 'Thắng', 'Tuyết', 'Vượng', 'Yến'];
const subjects = [
  'Cấp bản sao trích lục hộ tịch',
  'Đăng ký khai sinh',
  'Cấp giấy chứng nhận quyền sử dụng đất',
  'Chứng thực bản sao',
  'Đăng ký hộ kinh doanh',
];
const channels = ['Trực tiếp', 'Trực tuyến', 'Bưu chính công ích'];

export const dossierHeader =
  'Mã hồ sơ,Đơn vị tiếp nhận,Mã TTHC,Trạng thái,Hình thức nộp,Người nộp,Trích yếu,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Ngày trả,Ngày cập nhật';

const monthsMs = 24 * 30.4 * 86_400_000;
const firstMs = Date.UTC(2021, 9, 1);

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `14/09/2022 15:30`, from milliseconds that already stand for Việt Nam's hours. */
function written(ms: number): string {
  const at = new Date(ms);
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** A unit handles 120 of the procedures, some of them much more often: about 430.000 groups of unit, procedure and month in all. */
function procedureOf({ procedureCodes }: Ground, place: number, chance: number): string {
  return procedureCodes[(place * 37 + Math.floor(chance * chance * 120)) % procedureCodes.length] ?? '';
}

/** Cells of one generated dossier: 95 of 100 are finished, one in twenty of these late. */
export function dossierCells(index: number, ground: Ground, random: () => number): string[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const place = Math.floor(random() * ground.unitCodes.length);
  const unit = ground.unitCodes[place] ?? '';
  const received = firstMs + Math.floor((random() * monthsMs) / 86_400_000) * 86_400_000 + (450 + Math.floor(random() * 540)) * 60_000;
  const due = Math.floor(received / 86_400_000 + 3 + random() * 30) * 86_400_000 + 1_020 * 60_000;
  const isDone = random() < 0.95;
  const finished = random() < 0.05 ? due + (1 + random() * 9) * 86_400_000 : received + (due - received) * random();
  const returned = finished + random() * 2 * 86_400_000;
  const isReturned = isDone && random() < 0.9;
  const day = new Date(received).toISOString();
  const code = `H99.${unit}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${String(index).padStart(7, '0')}`;
  return [
    code,
    unit,
    procedureOf(ground, place, random()),
    isReturned ? 'Đã trả kết quả' : isDone ? 'Đã xử lý xong' : random() < 0.2 ? 'Yêu cầu bổ sung giấy tờ' : 'Đang xử lý',
    pick(channels),
    `${pick(family)} ${pick(middle)} ${pick(given)}`,
    pick(subjects),
    written(received),
    written(due),
    isDone ? written(finished) : '',
    isReturned ? written(returned) : '',
    written(isReturned ? returned : isDone ? finished : received),
  ];
}

/** Writes a file of generated dossiers, about 190 bytes a row. */
export async function writeDossiersCsv(path: string, rows: number, ground: Ground, seed = 766): Promise<void> {
  const random = randomFrom(seed);
  const out = createWriteStream(path);
  let piece = `${dossierHeader}\n`;
  for (let index = 1; index <= rows; index += 1) {
    piece += `${dossierCells(index, ground, random).join(',')}\n`;
    if (index % 2_000 !== 0 && index !== rows) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
}
