// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import { anIndicator } from '../../../../../test/factories/indicator.ts';
import { aPublishedSet } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor } from '../../../../../test/server.ts';
import { enterFigures, figureInUse } from '../../../figures/index.ts';
import { createRound } from '../cycle/create-round.ts';
import { moveRound } from '../cycle/move-round.ts';
import { readRound } from '../cycle/read-rounds.ts';
import { readSheet } from '../cycle/read-sheet.ts';

const { db } = await aDatabase();
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const organiser = anActor('par_officer', province.id);
const unit = await aUnit(db, { level: 'commune', parentId: province.id });

test('a figure that its indicator prints as 80,00 but that is 79,996 does not reach the band from 80 on', async () => {
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
});
