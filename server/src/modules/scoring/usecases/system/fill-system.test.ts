// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import { anIndicator } from '../../../../../test/factories/indicator.ts';
import { aPublishedSet } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor } from '../../../../../test/server.ts';
import { newId } from '../../../../kernel/ids.ts';
import { enterFigures, figureInUse } from '../../../figures/index.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { insertRows, insertSource, savePortalUnits } from '../../data/service-index/write.repo.ts';
import { indexGroups } from '../../domain/service-index/rules.ts';
import { createRound } from '../cycle/create-round.ts';
import { moveRound } from '../cycle/move-round.ts';
import { readRound } from '../cycle/read-rounds.ts';
import { readSheet } from '../cycle/read-sheet.ts';
import { fillSystem } from './fill-system.ts';

const { db } = await aDatabase();
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const organiser = anActor('par_officer', province.id);
const unit = await aUnit(db, { level: 'commune', parentId: province.id });

test('a figure that is printed as 80,00 but is 79,996 does not reach the band from 80 on; when it is taken back, that is told', async () => {
  const { id: indicatorId, code } = await anIndicator(db, { unitId: province.id });
  const cell = { unitId: unit.id, indicatorId, numerator: '19999', denominator: '25000', seen: 0 };
  expect((await enterFigures(db, systemActor, everywhere, { period: '2026', cells: [cell] })).refused).toEqual([]);
  expect((await figureInUse(db, { indicatorCode: code, unitId: unit.id, period: '2026' }))?.value).toBe('80.00');
  const bands = [
    { from: null, includesFrom: false, to: '80', includesTo: false, points: '1' },
    { from: '80', includesFrom: true, to: null, includesTo: false, points: '2' },
  ];
  const rule = { kind: 'amount_bands', amount: 'Tỷ lệ việc đã xong', bands } as const;
  const set = aSet([itemOf('1', '2', rule, { method: 'system', measure: `figure:${code}`, appraiserField: 'procedures' })]);
  const setId = await aPublishedSet(db, set);

  const { id } = await createRound(db, organiser, everywhere, {
    ...{ year: 2026, title: 'Chấm điểm năm 2026', organisingUnitId: province.id, asOf: '2026-01-31', mark: null, dates: [] },
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [unit.id] }],
  });
  await moveRound(db, systemActor, everywhere, id, { to: 'self_scoring', version: 1, reason: null, decisionDocumentId: null });

  const [group] = (await readRound(db, systemActor, everywhere, id)).groups;
  const { items } = await readSheet(db, systemActor, everywhere, group?.units[0]?.id ?? '', 'vi');
  expect(items[0]?.counting).toMatchObject({ stage: 'system', input: { kind: 'amount', amount: '79.996' }, points: '1' });

  await enterFigures(db, systemActor, everywhere, { period: '2026', cells: [{ ...cell, numerator: null, denominator: null, seen: 1 }] });
  const sheetId = group?.units[0]?.id ?? '';
  expect(await fillSystem(db, systemActor, everywhere, id)).toEqual({
    ...{ filled: 0, unchanged: 0, withoutFigure: 1, judgedOtherwise: [] },
    figureGone: [{ sheetId, unitName: expect.any(String), itemCode: '1', points: '1' }],
  });
  // Whoever opens the phase anew is told how many such points there are.
  await sql`update scoring.round set phase = 'preparing' where id = ${id}`.execute(db);
  const again = { to: 'self_scoring', version: 2, reason: null, decisionDocumentId: null } as const;
  expect(await moveRound(db, systemActor, everywhere, id, again)).toEqual({ publicationId: null, apartFromFigures: 1 });
});

/** Totals of some groups of the service index for the unit in a year, as one answer of the portal. */
async function indexTotals(year: number, groups: readonly string[], points: string): Promise<void> {
  const own = serviceIndexDb(db);
  await savePortalUnits(own, [
    { key: 'p-1', code: 'H99.01', name: 'UBND xã', level: null, is_province: false, province_key: 'p-0', unit_id: unit.id },
  ]);
  const id = newId();
  await insertSource(own, {
    ...{ id, unit_id: province.id, kind: 'file', name: 'tong-hop.json', sha256: id.replaceAll('-', '').repeat(2), size_bytes: 1 },
    ...{ portal_run_id: null, portal_position: null, period_type: 'year', period_from: `${year}-01-01`, period_to: `${year}-12-31` },
    ...{ procedure: null, as_of: `${year}-12-31`, note: null, rows: groups.length, created_by: 'x', created_by_name: 'Người thử' },
  });
  await insertRows(
    own,
    groups.map((group, position) => ({
      ...{
        source_id: id,
        position,
        place: `data[${position}]`,
        unit_key: 'p-1',
        group_code: group,
        metric_code: 'TOTAL_SCORE',
        counts: {},
      },
      ...{ metric_scores: null, official_ratio: null, official_score: points, official_maximum: null, data_quality: null },
      ...{ computed_ratio: null, computed_score: null, rules_number: 1 },
    })),
  );
}

test('the total of the service index fills its item once all six groups are known, and opens to its source', async () => {
  const ratio = { numerator: 'Điểm 766', denominator: 'Điểm tối đa', whenZero: 'full', whenAbove: 'refuse' } as const;
  const item = itemOf(
    '1',
    '2',
    { kind: 'proportional', ratio },
    { method: 'system', measure: 'service-index:total', appraiserField: 'procedures' },
  );
  const setId = await aPublishedSet(db, aSet([item], { year: 2025 }));
  const { id } = await createRound(db, organiser, everywhere, {
    ...{ year: 2025, title: 'Chấm điểm năm 2025', organisingUnitId: province.id, asOf: '2025-01-31', mark: null, dates: [] },
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [unit.id] }],
  });
  await indexTotals(2025, indexGroups.slice(1), '10');
  await moveRound(db, systemActor, everywhere, id, { to: 'self_scoring', version: 1, reason: null, decisionDocumentId: null });
  expect(await fillSystem(db, systemActor, everywhere, id)).toMatchObject({ filled: 0, withoutFigure: 1 });

  await indexTotals(2025, indexGroups.slice(0, 1), '12.5');
  expect(await fillSystem(db, systemActor, everywhere, id)).toMatchObject({ filled: 1, withoutFigure: 0 });

  const [group] = (await readRound(db, systemActor, everywhere, id)).groups;
  const { items } = await readSheet(db, systemActor, everywhere, group?.units[0]?.id ?? '', 'vi');
  expect(items[0]?.counting).toMatchObject({
    ...{ stage: 'system', input: { kind: 'ratio', numerator: '62.50', denominator: '100.00' }, points: '1.25' },
    ...{ origin: { kind: 'service_index', unitKey: 'p-1', metric: 'total', period: '2025' } },
    source: 'Chỉ số phục vụ 766, tổng điểm năm 2025: tong-hop.json, tính đến 31/12/2025',
  });
});
