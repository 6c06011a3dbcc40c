// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../test/database.ts';
import { anIndicator, entered } from '../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { insertRules } from '../data/rules.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { approveFigures, readApproval } from './approve-figures.ts';
import { enterFigures } from './enter-figures.ts';
import { figureInUse } from './figures-in-use.ts';
import { addIndicatorVersion, getIndicator } from './manage-indicators.ts';
import { openFigure } from './open-figure.ts';
import { publishFigure } from './publish-figure.ts';

const { db } = await aDatabase();
const everywhere = { roots: null, reformFields: null };
const district = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: district.id, name: 'Xã Một' });
const silent = await aUnit(db, { parentId: district.id, name: 'Xã Im' });
const ratio = await anIndicator(db, { unitId: district.id, code: 'A.TL' });
const count = await anIndicator(db, { unitId: district.id, code: 'A.DEM', ...entered });
const period = '2022';

const enter = async (indicatorId: string, numerator: string | null, denominator: string | null, seen: number) =>
  enterFigures(db, systemActor, everywhere, { period, cells: [{ unitId: commune.id, indicatorId, numerator, denominator, seen }] });
const approve = async (unitId: string, fingerprint?: string) =>
  approveFigures(db, systemActor, everywhere, unitId, {
    period,
    fingerprint: fingerprint ?? (await readApproval(db, everywhere, unitId, period)).fingerprint,
  });

test('rules keep a wrong number out, tell of a doubtful one, and the cell keeps what it had', async () => {
  const side = (part: 'numerator' | 'denominator') => [{ indicator: ratio.code, part }];
  await insertRules(
    figuresDb(db),
    [
      {
        code: 'R1',
        sentence: 'Việc xong không nhiều hơn việc giao',
        left: side('numerator'),
        operator: '<=',
        right: side('denominator'),
        importance: 'error',
        legalBasis: null,
      },
      {
        code: 'R2',
        sentence: 'Việc giao thường không quá 100',
        left: side('denominator'),
        operator: '<=',
        right: [{ number: '100' }],
        importance: 'warning',
        legalBasis: null,
      },
    ],
    { validFrom: '2020-01-01', mark: null, by: 'thử' },
  );
  await enter(ratio.id, '3', '4', 0);
  const wrong = await enter(ratio.id, '5', '4', 1);
  const doubtful = await enter(ratio.id, '5', '400', 1);

  expect(wrong).toMatchObject({
    saved: [],
    refused: [{ code: 'figures.rule_broken', params: { left: '5', right: '4' }, number: 1, numerator: '3' }],
  });
  expect(doubtful).toMatchObject({ saved: [{ number: 2 }], warnings: [{ sentence: 'Việc giao thường không quá 100', left: '400' }] });
});

test('of two people who enter the two sides of a rule at the same moment one is refused', async () => {
  const [most, done] = [
    await anIndicator(db, { unitId: district.id, code: 'B.GIAO', ...entered }),
    await anIndicator(db, { unitId: district.id, code: 'B.XONG', ...entered }),
  ];
  const side = (indicator: string) => [{ indicator, part: 'numerator' as const }];
  const rule = {
    code: 'R5',
    sentence: 'Việc xong không nhiều hơn việc giao',
    operator: '<=',
    importance: 'error',
    legalBasis: null,
  } as const;
  await insertRules(figuresDb(db), [{ ...rule, left: side(done.code), right: side(most.code) }], {
    ...{ validFrom: '2010-01-01', mark: null, by: 'thử' },
  });
  for (const year of ['2011', '2012', '2013', '2014', '2015']) {
    const put = (indicatorId: string, numerator: string) =>
      enterFigures(db, systemActor, everywhere, {
        period: year,
        cells: [{ unitId: commune.id, indicatorId, numerator, denominator: null, seen: 0 }],
      });

    const answers = await Promise.all([put(done.id, '9'), put(most.id, '4')]);

    expect(answers.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(['figures.rule_broken']);
    expect(answers.flatMap(({ saved }) => saved)).toHaveLength(1);
  }
});

test('a value that was right only beside a refused one is refused with it', async () => {
  const [whole, part] = [
    await anIndicator(db, { unitId: district.id, code: 'A.TONG', ...entered }),
    await anIndicator(db, { unitId: district.id, code: 'A.PHAN', ...entered }),
  ];
  const most = (code: string, right: { indicator: string; part: 'numerator' } | { number: string }, left: string) => ({
    code,
    sentence: `${left} không quá mức`,
    left: [{ indicator: left, part: 'numerator' as const }],
    operator: '<=' as const,
    right: [right],
    importance: 'error' as const,
    legalBasis: null,
  });
  await insertRules(
    figuresDb(db),
    [most('R3', { number: '10' }, whole.code), most('R4', { indicator: whole.code, part: 'numerator' }, part.code)],
    { validFrom: '2020-01-01', mark: null, by: 'thử' },
  );
  const both = (of: string, own: string, seen: number) =>
    enterFigures(db, systemActor, everywhere, {
      period: '2021',
      cells: [
        { unitId: silent.id, indicatorId: whole.id, numerator: of, denominator: null, seen },
        { unitId: silent.id, indicatorId: part.id, numerator: own, denominator: null, seen },
      ],
    });
  await both('5', '4', 0);
  const outcome = await both('20', '15', 1);

  expect(outcome.saved).toEqual([]);
  expect(outcome.refused.map(({ indicatorId, params }) => [indicatorId, params['left'], params['right']])).toEqual([
    [whole.id, '20', '10'],
    [part.id, '15', '5'],
  ]);
  expect(await figureInUse(db, { indicatorCode: part.code, unitId: silent.id, period: '2021' })).toMatchObject({ numerator: '4' });
});

test('approval goes up the tree, pins what was seen, and shows later edits as differences', async () => {
  const before = await readApproval(db, everywhere, district.id, period);
  expect(before.below).toEqual([{ unitId: commune.id, unitName: 'UBND Xã Một', state: 'missing' }]);
  await expect(approve(district.id)).rejects.toMatchObject({
    code: 'figures.below_not_approved',
    params: { count: 1, names: 'UBND Xã Một' },
  });
  await expect(approve(silent.id)).rejects.toMatchObject({ code: 'figures.nothing_to_approve' });

  expect(await approve(commune.id)).toMatchObject({ number: 1 });
  await expect(approve(commune.id)).rejects.toMatchObject({ code: 'figures.already_approved' });
  expect(await approve(district.id)).toMatchObject({ number: 1 });
  const { snapshot } = (await figureInUse(db, { indicatorCode: ratio.code, unitId: district.id, period })) ?? {};
  expect(snapshot?.number).toBe(1);

  const seen = (await readApproval(db, everywhere, commune.id, period)).fingerprint;
  await enter(ratio.id, '6', '400', 2);
  await enter(count.id, '9', null, 0);
  const after = await readApproval(db, everywhere, commune.id, period);
  expect(after.changes.map(({ code, before: was, now }) => [code, was?.numerator ?? null, now?.numerator])).toEqual([
    [ratio.code, '5', '6'],
    [count.code, null, '9'],
  ]);
  await expect(approve(commune.id, seen)).rejects.toMatchObject({ code: 'figures.approval_overtaken' });
  expect((await readApproval(db, everywhere, district.id, period)).below[0]?.state).toBe('changed');
  await expect(approve(district.id)).rejects.toMatchObject({ code: 'figures.below_not_approved' });
  expect([await approve(commune.id), await approve(district.id)].map((one) => one.number)).toEqual([2, 2]);
});

test('an approval pins the version that gives its numbers their meaning', async () => {
  const pinned = await sql<{ code: string; number: number }>`
    select i.code, c.indicator_number as number from figures.snapshot_cell c join figures.indicator i on i.id = c.indicator_id
    join figures.snapshot s on s.id = c.snapshot_id where s.unit_id = ${commune.id} and s.number = 2 order by i.code`.execute(db);

  expect(pinned.rows).toEqual([
    { code: count.code, number: 1 },
    { code: ratio.code, number: 1 },
  ]);
});

test('a version of an indicator does not reach back into a period that was approved', async () => {
  const [version] = await getIndicator(db, ratio.id);
  if (!version) throw new Error('no version');
  const from = (validFrom: string) =>
    addIndicatorVersion(db, systemActor, everywhere, ratio.id, { validFrom, content: { ...version, decimals: 1 } });

  await expect(from('2022-12-31')).rejects.toMatchObject({ code: 'figures.version_before_approved', params: { day: '31/12/2022' } });
  expect(await from('2023-01-01')).toEqual({ number: version.number + 1 });
});

test('a published value is recorded with its source and can be taken back', async () => {
  const input = { period, unitId: commune.id, indicatorId: count.id, issuer: 'Bộ Nội vụ', citation: '1/QĐ-BNV', denominator: null };
  await publishFigure(db, systemActor, everywhere, { ...input, numerator: '12' });
  expect(await openFigure(db, everywhere, commune.id, count.id, period)).toMatchObject({
    figure: { numerator: '12', difference: '3', own: { numerator: '9' } },
  });

  await publishFigure(db, systemActor, everywhere, { ...input, numerator: null });
  expect((await openFigure(db, everywhere, commune.id, count.id, period)).figure).toMatchObject({
    numerator: '9',
    origin: 'entered',
    official: null,
  });
  await expect(publishFigure(db, systemActor, everywhere, { ...input, numerator: null })).rejects.toMatchObject({
    code: 'figures.nothing_to_withdraw',
  });
});

test('nothing is published for a kind of period that the indicator is not kept for', async () => {
  const yearly = await anIndicator(db, { unitId: district.id, ...entered, periodKinds: ['year'] });
  const input = { unitId: commune.id, indicatorId: yearly.id, issuer: 'Bộ Nội vụ', citation: '1/QĐ-BNV', denominator: null };

  await expect(publishFigure(db, systemActor, everywhere, { ...input, period: '2022-Q1', numerator: '1' })).rejects.toMatchObject({
    code: 'figures.period_kind_not_used',
  });
  expect(await publishFigure(db, systemActor, everywhere, { ...input, period: '2022', numerator: '1' })).toMatchObject({ number: 1 });
});

test('a right for some reform fields writes no figure and no indicator of another one', async () => {
  const only = (field: 'steering' | 'procedures') => ({ roots: null, reformFields: [field] });
  const [mine, others] = [only('steering'), only('procedures')];
  const [indicator] = await getIndicator(db, count.id);
  const published = {
    period: '2018',
    unitId: silent.id,
    indicatorId: count.id,
    numerator: '7',
    denominator: null,
    issuer: 'Bộ',
    citation: '1',
  };
  const cells = [{ unitId: silent.id, indicatorId: count.id, numerator: '7', denominator: null, seen: 0 }];

  await expect(publishFigure(db, systemActor, others, published)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'figures.not_your_field',
  });
  expect(await enterFigures(db, systemActor, others, { period: '2018', cells })).toMatchObject({
    saved: [],
    refused: [{ code: 'figures.not_your_field' }],
  });
  await expect(
    addIndicatorVersion(db, systemActor, others, count.id, { validFrom: '2099-01-01', content: indicator! }),
  ).rejects.toMatchObject({ code: 'figures.not_your_field' });
  expect((await enterFigures(db, systemActor, mine, { period: '2018', cells })).saved).toHaveLength(1);
  expect(await publishFigure(db, systemActor, mine, published)).toMatchObject({ number: 1 });
});
