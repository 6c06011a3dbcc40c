// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../test/database.ts';
import { aDossier } from '../../../../test/factories/dossier.ts';
import { anIndicator, entered, measuredBy } from '../../../../test/factories/indicator.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aRecommendation } from '../../../../test/factories/recommendation.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { rebuildTally } from '../../dossiers/data/tally/fold.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { rollUp } from '../domain/roll-up.ts';
import { computeFigures } from './compute-figures.ts';
import { enterFigures } from './enter-figures.ts';
import { figureInUse, figuresInUse } from './figures-in-use.ts';
import { getPeriod } from './get-period.ts';
import { addIndicatorVersion, getIndicator } from './manage-indicators.ts';
import { listFigureRecords, openFigure } from './open-figure.ts';
import { readUnitFigures } from './read-unit-figures.ts';
import { lockTouched, recordFigures, type ToRecord } from './record-figures.ts';

const { db } = await aDatabase();
const own = figuresDb(db);
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const district = await aUnit(db, { level: 'district', parentId: province.id, name: 'Huyện Thử' });
const communes = [
  await aUnit(db, { parentId: district.id }),
  await aUnit(db, { parentId: district.id }),
  await aUnit(db, { parentId: province.id }),
];
const [first, second, third] = communes as [(typeof communes)[0], (typeof communes)[0], (typeof communes)[0]];
const ratio = await anIndicator(db, { unitId: province.id });
const count = await anIndicator(db, { unitId: province.id, ...entered });
const received = await anIndicator(db, { unitId: province.id, ...measuredBy('dossiers.received') });
const documents = await anIndicator(db, { unitId: province.id, ...measuredBy('documents.outgoing') });
const mended = await anIndicator(db, {
  unitId: province.id,
  numerator: { label: 'Đã khắc phục', measure: 'actions.due_accepted' },
  denominator: { label: 'Đến hạn', measure: 'actions.due' },
});
const mixed = await anIndicator(db, {
  unitId: province.id,
  aggregation: 'none',
  numerator: { label: 'Hồ sơ', measure: 'dossiers.received' },
  denominator: { label: 'Dân số', measure: null },
});

beforeAll(async () => {
  const procedure = await aProcedure(db, { unitId: province.id });
  for (const day of ['2022-09-01', '2022-09-14', '2022-09-15'])
    await aDossier(db, { unitId: first.id, procedureId: procedure.id, receivedAt: `${day}T08:00:00+07:00` });
  await inTransaction(db, rebuildTally);
  await sql`insert into calendar.legal_period (code, name, starts_month, starts_date, starts_in_previous_year, ends_month, ends_date, due_month, due_date, citation, valid_from, start_known)
    values ('reform_q3', 'Báo cáo quý III', 6, 15, false, 9, 14, 9, 20, 'Công văn 581/BNV-CCHC', '2021-01-01', false)`.execute(db);
});

type Typed = readonly [unitId: string, indicatorId: string, numerator: string | null, denominator?: string | null, seen?: number];
const enter = (period: string, ...cells: readonly Typed[]) =>
  enterFigures(db, systemActor, everywhere, {
    period,
    cells: cells.map(([unitId, indicatorId, numerator, denominator = null, seen = 0]) => ({
      unitId,
      indicatorId,
      numerator,
      denominator,
      seen,
    })),
  });
const inUse = (unitId: string, indicatorCode: string, period: string) => figureInUse(db, { unitId, indicatorCode, period });

async function publish(unitId: string, indicatorId: string, period: string, numerator: string, denominator: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    const at = await getPeriod(tx, period);
    const [indicator] = await indicatorsOn(figuresDb(tx), at.to, [indicatorId]);
    const value: ToRecord = {
      unitId,
      indicator: indicator!,
      origin: 'official',
      numerator,
      denominator,
      issuer: 'Bộ Nội vụ',
      citation: '1/QĐ-BNV',
    };
    await recordFigures(figuresDb(tx), systemActor, at, await lockTouched(figuresDb(tx), [value], at, 'thử'), [value]);
  });
}

describe('entered figures', () => {
  test('go up the tree as sums of numerators and denominators, never as a mean of percents', async () => {
    await enter('2022', [first.id, ratio.id, '1', '10'], [second.id, ratio.id, '3', '4'], [third.id, ratio.id, '5', '6']);

    expect(await inUse(first.id, ratio.code, '2022')).toMatchObject({ value: '10.00', origin: 'entered', revision: 1, parts: 1 });
    expect(await inUse(district.id, ratio.code, '2022')).toMatchObject({
      numerator: '4',
      denominator: '14',
      value: '28.57',
      origin: 'summed',
      id: null,
      parts: 2,
    });
    expect(await inUse(province.id, ratio.code, '2022')).toMatchObject({ numerator: '9', denominator: '20', value: '45.00', parts: 3 });
  });

  test('that add up to a whole number are one, without zeros behind the point', async () => {
    await enter('2011', [first.id, count.id, '1,5'], [second.id, count.id, '0,5']);

    expect(await inUse(district.id, count.code, '2011')).toMatchObject({ numerator: '2', value: '2' });
  });

  test('what somebody else wrote meanwhile is not lost: the later one is refused and told what stands there', async () => {
    await enter('2021', [first.id, count.id, '7']);
    const late = await enter('2021', [first.id, count.id, '8'], [second.id, count.id, '9']);

    expect(late.refused).toMatchObject([{ code: 'figures.stale_cell', number: 1, numerator: '7', params: { by: 'Hệ thống' } }]);
    expect(late.saved).toHaveLength(1);
    expect(await inUse(first.id, count.code, '2021')).toMatchObject({ numerator: '7' });
    const after = await enter('2021', [first.id, count.id, '8', null, 1]);
    expect(after.saved).toMatchObject([{ number: 2 }]);
    expect((await openFigure(db, everywhere, first.id, count.id, '2021')).revisions.map((one) => [one.number, one.numerator])).toEqual([
      [2, '8'],
      [1, '7'],
    ]);
  });

  test('of which one is refused leave the sums above of its indicator as they are', async () => {
    await enter('2014', [first.id, count.id, '7'], [second.id, count.id, '2']);

    const answer = await enter('2014', [first.id, count.id, '8'], [first.id, ratio.id, '1', '10']);

    expect([answer.saved.length, answer.refused.map(({ code }) => code)]).toEqual([1, ['figures.stale_cell']]);
    expect(await inUse(district.id, count.code, '2014')).toMatchObject({ numerator: '9', parts: 2 });
  });

  test('of two people at once in one cell one is told', async () => {
    const outcomes = await Promise.all([enter('2020', [first.id, count.id, '1']), enter('2020', [first.id, count.id, '2'])]);

    expect(outcomes.map((one) => one.saved.length).sort()).toEqual([0, 1]);
    expect(outcomes.flatMap((one) => one.refused.map((cell) => cell.code))).toEqual(['figures.stale_cell']);
  });

  test('an emptied cell takes the value back and leaves it in the history', async () => {
    await enter('2019', [first.id, count.id, '5'], [second.id, count.id, '6']);
    await enter('2019', [first.id, count.id, null, null, 1]);

    expect(await inUse(first.id, count.code, '2019')).toBeUndefined();
    expect(await inUse(district.id, count.code, '2019')).toMatchObject({ numerator: '6', parts: 1 });
    expect((await openFigure(db, everywhere, first.id, count.id, '2019')).revisions.map((one) => one.withdrawn)).toEqual([true, false]);
    await expect(sql`delete from figures.revision where unit_id = ${first.id}`.execute(db)).rejects.toThrow(/not changed/);
  });

  test.each([
    ['x', null, 'figures.number_unreadable'],
    ['-1', null, 'figures.number_unreadable'],
    ['1', null, 'figures.part_missing'],
  ])('%s over %s is refused as %s', async (numerator, denominator, code) => {
    const { refused, saved } = await enter('2018', [first.id, ratio.id, numerator, denominator]);

    expect([refused[0]?.code, saved]).toEqual([code, []]);
  });

  test('a measured number is not typed over, and a foreign unit is not found', async () => {
    expect((await enter('2018', [first.id, received.id, '4'])).refused).toMatchObject([{ code: 'figures.part_measured' }]);
    const cells = [{ unitId: third.id, indicatorId: count.id, numerator: '1', denominator: null, seen: 0 }];
    await expect(enterFigures(db, systemActor, { roots: [district.id] }, { period: '2018', cells })).rejects.toMatchObject({
      code: 'figures.unit_not_found',
    });
  });
});

describe('computed figures', () => {
  test('count within the cut-off days of the period and open to their records', async () => {
    const units = [province.id, district.id, first.id, second.id];
    await computeFigures(db, systemActor, { unitIds: units, period: '2022-reform_q3' });
    const again = await computeFigures(db, systemActor, { unitIds: units, period: '2022-reform_q3' });

    expect(again).toEqual({ changed: 0 });
    expect(await inUse(province.id, received.code, '2022-reform_q3')).toMatchObject({ numerator: '2', origin: 'computed', revision: 1 });
    const opened = await openFigure(db, everywhere, first.id, received.id, '2022-reform_q3');
    expect(opened.numerator).toMatchObject({ value: '2', countedNow: '2', measure: { code: 'dossiers.received', version: 1 } });
    expect(opened.numerator.recordsPath).toBe(`/dossiers/number?unitId=${first.id}&from=2022-06-15&to=2022-09-14&measure=received`);
    expect(opened.figure.sentence).toMatch(
      /kỳ báo cáo quý III năm 2022 \(15\/6\/2022 – 14\/9\/2022\): 2 hồ sơ, do hệ thống tính từ dữ liệu gốc lúc/,
    );
  });

  test('one part counted and one entered make a figure of the unit alone', async () => {
    await enter('2022-09', [first.id, mixed.id, null, '120']);
    await computeFigures(db, systemActor, { unitIds: [first.id, second.id], period: '2022-09' });

    expect(await inUse(first.id, mixed.code, '2022-09')).toMatchObject({ numerator: '3', denominator: '120', value: '2.50' });
    expect(await inUse(second.id, mixed.code, '2022-09')).toBeUndefined();
    expect(await inUse(district.id, mixed.code, '2022-09')).toBeUndefined();
  });

  test('records of a module without a page for them are listed here', async () => {
    const asked = { unitId: province.id, indicatorId: documents.id, period: '2022', part: 'numerator', offset: 0, limit: 10 } as const;

    expect(await listFigureRecords(db, everywhere, asked, () => everywhere)).toMatchObject({
      title: 'Văn bản đi đã ban hành của UBND Tỉnh Thử, năm 2022',
      rows: [],
      more: false,
    });
  });

  test('recommendations to a unit are a fraction, and each part opens to them', async () => {
    const { id } = await aRecommendation(db, { unitId: first.id, dueOn: '2024-05-31', text: 'Công khai thủ tục' });
    await computeFigures(db, systemActor, { unitIds: [district.id], period: '2024-05' });
    const asked = { unitId: district.id, indicatorId: mended.id, period: '2024-05', offset: 0, limit: 10 } as const;

    expect(await inUse(district.id, mended.code, '2024-05')).toMatchObject({ numerator: '0', denominator: '1', value: '0.00' });
    expect(await listFigureRecords(db, everywhere, { ...asked, part: 'denominator' }, () => everywhere)).toMatchObject({
      rows: [{ id, text: 'Công khai thủ tục', on: '2024-05-31', path: `/actions/${id}` }],
    });
    expect(await listFigureRecords(db, everywhere, { ...asked, part: 'numerator' }, () => everywhere)).toMatchObject({ rows: [] });

    const reading = (reach: typeof everywhere | { roots: string[]; reformFields: null } | undefined) =>
      listFigureRecords(db, everywhere, { ...asked, part: 'denominator' }, (needed) => (needed === 'actions.read' ? reach : everywhere));
    await expect(reading(undefined)).rejects.toMatchObject({ code: 'platform.forbidden' });
    await expect(reading({ roots: [third.id], reformFields: null })).rejects.toMatchObject({ code: 'units.not_found' });
  });
});

describe('official figures', () => {
  test('count instead of the computed one, and both stay with the difference', async () => {
    await computeFigures(db, systemActor, { unitIds: [first.id], period: '2022-Q3' });
    await publish(first.id, received.id, '2022-Q3', '5', null);
    const { figure } = await openFigure(db, everywhere, first.id, received.id, '2022-Q3');

    expect(figure).toMatchObject({
      numerator: '5',
      origin: 'official',
      difference: '2',
      own: { numerator: '3' },
      official: { numerator: '5' },
    });
    expect(figure.sentence).toContain('theo số do Bộ Nội vụ công bố (1/QĐ-BNV); số của đơn vị là 3 hồ sơ, chênh lệch 2 hồ sơ');
  });

  test('whatever is entered and published anywhere, sums are those of a naive walk over the tree', async () => {
    const units = [province, district, ...communes].map((unit) => unit.id);
    const parents = new Map([
      [district.id, province.id],
      [first.id, district.id],
      [second.id, district.id],
      [third.id, province.id],
    ]);
    const value = fc.record({ unit: fc.integer({ min: 0, max: 4 }), numerator: fc.integer({ min: 0, max: 99 }), isOfficial: fc.boolean() });
    let year = 2023;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(value, { maxLength: 7, selector: (one) => `${one.unit} ${one.isOfficial}` }), async (values) => {
        year += 1;
        const period = String(year);
        for (const { unit, numerator, isOfficial } of values) {
          if (isOfficial) await publish(units[unit]!, count.id, period, String(numerator), null);
          else await enter(period, [units[unit]!, count.id, String(numerator)]);
        }
        const naive = rollUp(
          units.map((id) => ({ id, parentId: parents.get(id) ?? null })),
          values.map(({ unit, numerator, isOfficial }) => ({
            unitId: units[unit]!,
            lane: isOfficial ? 'official' : 'own',
            numerator: String(numerator),
            denominator: null,
          })),
        );
        const found = await figuresInUse(db, { indicatorCodes: [count.code], unitIds: units, period });
        expect(Object.fromEntries(found.map((one) => [one.unitId, one.numerator]))).toEqual(
          Object.fromEntries([...naive].map(([id, parts]) => [id, parts.numerator])),
        );
      }),
      { numRuns: 12 },
    );
  });
});

test('a figure keeps the version of its own period, and a later version holds for later ones', async () => {
  const { id, code } = await anIndicator(db, { unitId: province.id, ...entered });
  const [before] = await getIndicator(db, id);
  await addIndicatorVersion(db, systemActor, everywhere, id, {
    validFrom: '2024-01-01',
    content: { ...before!, name: 'Tên mới của chỉ tiêu' },
  });
  await enter('2023', [first.id, id, '1']);
  await enter('2024', [first.id, id, '2']);

  expect([(await inUse(first.id, code, '2023'))?.indicatorNumber, (await inUse(first.id, code, '2024'))?.indicatorNumber]).toEqual([1, 2]);
  const names = async (period: string) =>
    (await readUnitFigures(db, everywhere, first.id, period)).figures.find((one) => one.indicator.code === code)?.indicator.name;
  expect([await names('2023'), await names('2024')]).toEqual(['Tỷ lệ việc đã xong', 'Tên mới của chỉ tiêu']);
  await expect(sql`update figures.indicator_version set name = 'khác' where indicator_id = ${id}`.execute(own)).rejects.toThrow(
    /not changed/,
  );
});
