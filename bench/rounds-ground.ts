// SPDX-License-Identifier: Apache-2.0
// A round of every commune of the country: 34 provinces, 100 items of all methods and most rules, self-scores of all, appraisals of half,
// evidence of which some is shared or out of date, figures and dossiers for the items of the system.
import { sql } from 'kysely';
import { reformFields } from '../server/src/kernel/reform-fields.ts';
import type { CriteriaNode } from '../server/src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Rule } from '../server/src/modules/scoring/domain/criteria/rule.ts';
import { scoreOne } from '../server/src/modules/scoring/domain/cycle/score-one.ts';
import { stagesOfMethod } from '../server/src/modules/scoring/domain/cycle/stages.ts';
import { compileSet } from '../server/src/modules/scoring/domain/engine/compile-set.ts';
import type { ItemInput } from '../server/src/modules/scoring/domain/engine/input.ts';
import type { Db } from '../server/src/platform/db/db.ts';
import { aNode, aSet } from '../server/test/factories/criteria-set.ts';
import { anIndicator } from '../server/test/factories/indicator.ts';
import { aPublishedSet } from '../server/test/factories/scoring-round.ts';
import { aUnit } from '../server/test/factories/unit.ts';

export type RoundGround = { readonly rootId: string; readonly roundId: string; readonly sheetIds: readonly string[] };

const provinces = 34;

let state = 7;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
}

const ratio = { numerator: 'đã xong', denominator: 'phải làm', whenZero: 'full', whenAbove: 'cap' } as const;
const cut = (from: string | null, to: string | null, points: string) => ({ from, includesFrom: true, to, includesTo: false, points });
const bands = [cut(null, '70', '0'), cut('70', '90', '0.5'), cut('90', null, '1')];
const answers = ['100', '60', '20', '0'].map((percent, index) => ({ code: 'ABCD'[index] ?? '', percent }));
const options = ['1', '0.5', '0'].map((points, index) => ({ code: String(index), label: points, points }));

function aRatio(): ItemInput {
  const denominator = 1 + random(5_000);
  return { kind: 'ratio', numerator: String(random(denominator + 1)), denominator: String(denominator) };
}
const counts = (): ItemInput => ({ kind: 'answers', counts: { A: String(random(90)), B: String(random(60)), C: '9', D: '1' } });

type Kind = readonly [rule: Rule, method: CriteriaNode['method'], input: () => ItemInput];
const kinds: readonly Kind[] = [
  [{ kind: 'options', options }, 'self', () => ({ kind: 'option', option: String(random(3)) })],
  [{ kind: 'proportional', ratio }, 'self', aRatio],
  [{ kind: 'proportional', ratio }, 'system', aRatio],
  [{ kind: 'threshold_linear', ratio, targetPercent: '80' }, 'self', aRatio],
  [{ kind: 'floor_proportional', ratio, floorPercent: '70' }, 'self', aRatio],
  [{ kind: 'rate_bands', ratio, bands }, 'self', aRatio],
  [{ kind: 'amount_bands', amount: 'hình thức', bands }, 'self', () => ({ kind: 'amount', amount: String(random(120)) })],
  [
    { kind: 'per_case_deduction', unit: 'vụ', perCase: '0.25', most: null },
    'appraisal',
    () => ({ kind: 'cases', cases: String(random(5)) }),
  ],
  [{ kind: 'survey_mean', answers, whenZero: 'zero' }, 'survey', counts],
  [{ kind: 'leader_score', step: '0.25' }, 'self', () => ({ kind: 'points', points: ['0', '0.25', '0.5', '1'][random(4)] ?? '0' })],
];
/** Of the ten items of the system four name a figure and two what the dossiers of the installation are enough for. */
const measures = ['service-index:2.1', 'service-index:3.3', 'figure:R.000', 'figure:R.001', 'figure:R.002', 'figure:R.003'];

function nodes(): readonly CriteriaNode[] {
  return Array.from({ length: 10 }, (_, field) => [
    aNode({ code: `${field + 1}`, maximum: '10', method: null, rule: { kind: 'sum' } }),
    ...kinds.map(([rule, method], place) =>
      aNode({
        code: `${field + 1}.${place + 1}`,
        parentCode: `${field + 1}`,
        kind: 'criterion',
        name: `Tiêu chí đo thứ ${place + 1} của lĩnh vực ${field + 1}, mức độ hoàn thành nhiệm vụ được giao trong năm`,
        rule,
        method,
        appraiserField: reformFields[field % reformFields.length] ?? null,
        measure: method === 'system' ? (measures[field] ?? null) : null,
      }),
    ),
  ]).flat();
}

/** Makes the round where the server does not have it yet. */
export async function openRoundGround(db: Db, units: number): Promise<RoundGround> {
  const { rows } = await sql<{ id: string }>`select id from scoring.round`.execute(db);
  if (rows.length === 0) await make(db, units);
  const round = await sql<{ id: string; root: string }>`select id, organising_unit_id as root from scoring.round`.execute(db);
  const sheets = await sql<{ id: string }>`select id from scoring.round_unit order by id`.execute(db);
  const [{ id: roundId, root: rootId } = { id: '', root: '' }] = round.rows;
  return { rootId, roundId, sheetIds: sheets.rows.map(({ id }) => id) };
}

async function make(db: Db, units: number): Promise<void> {
  const rootId = await makeTree(db, units);
  await makeFigures(db, rootId);
  const set = aSet(nodes());
  const setId = await aPublishedSet(db, set);
  const compiled = compileSet(set);
  // Twenty inputs of each item with the points that the engine gives for them; the database hands them out to the units.
  const pool = compiled.items.flatMap((item, place) =>
    Array.from({ length: 20 }, (_, number) => {
      const input = kinds[place % kinds.length]?.[2]() ?? { kind: 'not_applicable' };
      const method = item.node.method ?? 'self';
      const { points } = scoreOne(item, compiled.conventions.decimals, input);
      return { code: item.node.code, number, method, stage: stagesOfMethod[method][0], input, points };
    }),
  );
  await sql`insert into scoring.round (id, year, title, organising_unit_id, as_of, phase, phase_since, created_by, updated_by)
    values (gen_random_uuid(), 2025, 'Vòng đo', ${rootId}, '2025-07-01', 'appraisal', '2025-12-01', 'đo', 'đo')`.execute(db);
  await sql`insert into scoring.round_group (round_id, code, name, set_id, position)
    select id, 'xa', 'UBND cấp xã', ${setId}, 0 from scoring.round`.execute(db);
  await sql`insert into scoring.round_unit (id, round_id, group_code, unit_id, state, approved_at, approved_by, updated_by)
    select gen_random_uuid(), r.id, 'xa', u.id, 'approved', now(), 'Chủ tịch', 'đo'
    from scoring.round r, units.unit u where u.level = 'commune'`.execute(db);
  await sql`create table if not exists public.drawn as
    select ru.id as sheet, p.code, p.method, p.stage, p.input, p.points, h.hash
    from scoring.round_unit ru
    cross join (select distinct code from jsonb_to_recordset(${JSON.stringify(pool)}::jsonb) as x(code text)) c
    cross join lateral (select abs(hashtext(ru.id::text || c.code)::bigint) as hash) h
    join jsonb_to_recordset(${JSON.stringify(pool)}::jsonb) as p(code text, number int, method text, stage text, input jsonb, points numeric)
      on p.code = c.code and p.number = h.hash % 20`.execute(db);
  const scored = sql`insert into scoring.score (round_unit_id, item_code, stage, sequence, input, outcome, points, note, in_sight_of, actor_id, actor_name)`;
  // One self-score in twenty was given anew.
  await sql`${scored} select sheet, code, stage, turn, input, 'scored', points,
      case when hash % 3 = 0 then 'Giải trình: đơn vị đã hoàn thành nhiệm vụ theo kế hoạch, có báo cáo kèm theo.' end, 0, 'đo', 'Cán bộ xã'
    from public.drawn, generate_series(1, 2) turn
    where stage in ('self', 'survey') and (turn = 1 or (stage = 'self' and hash % 19 = 0))
    order by sheet, code`.execute(db);
  await sql`${scored} select sheet, code, 'appraised_1', 1, input, 'scored', points, null,
      case method when 'self' then 1 + (hash % 19 = 0)::int else 0 end, 'đo', 'Người thẩm định ' || hash % 7
    from public.drawn where method in ('self', 'appraisal') and hash % 2 = 0 order by sheet, code`.execute(db);
  await makeEvidence(db);
  await sql`insert into scoring.objection (id, round_unit_id, item_code, text, actor_id, actor_name)
    select gen_random_uuid(), sheet, code, 'Đề nghị chấm lại.', 'đo', 'Cán bộ xã' from public.drawn
    where method = 'self' and hash % 211 = 0`.execute(db);
  await sql`drop table public.drawn`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

/** Every second self-scored item has a file; of four items it is one of the province, of one it is the same everywhere; some are old. */
async function makeEvidence(db: Db): Promise<void> {
  await sql`insert into scoring.evidence (id, round_unit_id, item_code, file_id, sha256, name, place, dated_on, expires_on, actor_id, actor_name)
    select gen_random_uuid(), d.sheet, d.code, gen_random_uuid(),
      encode(sha256(convert_to(case when d.code in ('1.2', '2.2', '3.2', '4.2') then s.parent_id::text || d.code when d.code = '5.2' then 'all'
        else d.sheet::text || d.code end, 'UTF8')), 'hex'),
      'Báo cáo kết quả thực hiện nhiệm vụ ' || d.code || '.pdf', 'trang ' || d.hash % 40,
      case when d.hash % 53 = 0 then '2024-11-30'::date else '2025-06-30'::date end, case when d.hash % 59 = 0 then '2025-10-31'::date end, 'đo', 'Cán bộ xã'
    from public.drawn d join scoring.round_unit ru on ru.id = d.sheet join units.membership s on s.unit_id = ru.unit_id
    where d.method = 'self' and (d.hash % 2 = 1 or d.code in ('1.2', '2.2', '3.2', '4.2', '5.2'))
    order by d.sheet, d.code`.execute(db);
  await sql`insert into scoring.evidence_withdrawal (evidence_id, reason, actor_id, actor_name)
    select id, 'Nhầm tệp', 'đo', 'Cán bộ xã' from scoring.evidence where abs(hashtext(id::text)) % 101 = 0`.execute(db);
}

async function makeTree(db: Db, units: number): Promise<string> {
  const root = await aUnit(db, { level: 'province', name: 'Cả nước', code: 'R0000' });
  for (let number = 1; number <= provinces; number += 1)
    await aUnit(db, { level: 'district', name: `Tỉnh Đo ${number}`, code: `R${String(number).padStart(4, '0')}`, parentId: root.id });
  await sql`insert into units.unit (id, code, level, name, authority_name, document_symbol, valid_from)
    select gen_random_uuid(), 'X' || lpad(n::text, 5, '0'), 'commune', 'Xã Đo ' || n, 'UBND xã Đo ' || n, 'UBND', '2010-01-01'
    from generate_series(1, ${units}::int) n`.execute(db);
  await sql`insert into units.membership (unit_id, parent_id, valid_from)
    select c.id, p.id, '2010-01-01' from units.unit c
    join units.unit p on p.code = 'R' || lpad((1 + substr(c.code, 2)::int % ${provinces}::int)::text, 4, '0') where c.level = 'commune'`.execute(
    db,
  );
  const above = sql`from units.unit c join units.membership m on m.unit_id = c.id
    cross join lateral (values (c.id), (m.parent_id), (${root.id}::uuid)) a (id) where c.level = 'commune'`;
  await sql`insert into units.lineage (ancestor_id, descendant_id) select a.id, c.id ${above}`.execute(db);
  await sql`insert into units.lineage_span (ancestor_id, descendant_id, valid_from, valid_to)
    select a.id, c.id, '-infinity', 'infinity' ${above}`.execute(db);
  return root.id;
}

async function makeFigures(db: Db, rootId: string): Promise<void> {
  for (let number = 0; number < 4; number += 1)
    await anIndicator(db, { unitId: rootId, code: `R.00${number}`, name: `Chỉ tiêu đo ${number}` });
  await sql`insert into figures.cell (unit_id, indicator_id, period, period_to, own_number, own_origin, own_numerator, own_denominator,
      numerator, denominator, origin, parts, changed_by)
    select u.id, i.id, '2025', '2025-12-31', 1, 'entered', h.top, 5000, h.top, 5000, 'entered', 1, 'đo'
    from units.unit u cross join figures.indicator i cross join lateral (select abs(hashtext(u.code || i.code)) % 5000 as top) h
    where u.level = 'commune'`.execute(db);
  await sql`insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, generated, applicant_name,
      received_at, due_at, finished_at, timeliness, state_at)
    select 'R-' || u.code || '-' || n, u.id, ${rootId}::uuid, 1, 1 + n % 3, 10, 3, true, 'Người đo',
      '2025-03-01'::timestamptz + n * interval '1 day', '2025-03-10'::timestamptz + n * interval '1 day',
      '2025-03-08'::timestamptz + n * interval '1 day', case when n % 7 = 0 then 3 else 1 end, '2025-04-01'
    from units.unit u cross join generate_series(1, 20) n where u.level = 'commune' order by u.id, n`.execute(db);
}
