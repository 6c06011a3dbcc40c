// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { recordDocument } from '../../../documents/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { findRound } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { scoringModule } from '../../module.ts';
import { freezeResult } from '../../usecases/cycle/publish-result.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const [commune, agency] = [
  await aUnit(db, { parentId: district.id, name: 'Xã Một' }),
  await aUnit(db, { parentId: district.id, level: 'department', name: 'Phòng Hai' }),
];
const organiser = as(anActor('par_officer', district.id));
const sets = new Map([
  [2025, await aPublishedSet(db, aSet(nodesOfEveryMethod(), { year: 2025 }))],
  [2026, await aPublishedSet(db, aSet(nodesOfEveryMethod()))],
  [2027, await aPublishedSet(db, aSet(nodesOfEveryMethod(), { year: 2027 }))],
]);

async function aRound(year: number, units: readonly { readonly id: string }[]): Promise<string> {
  const made = await organiser('POST', '/api/scoring/rounds', {
    year,
    title: `Chấm điểm năm ${year}`,
    organisingUnitId: district.id,
    asOf: `${year}-01-31`,
    groups: units.map(({ id }, index) => ({ code: `n${index}`, name: 'Nhóm', setId: sets.get(year), unitIds: [id] })),
    dates: [],
  });
  return made.json().id;
}

test('a unit finds its place and its points of last year also where its organiser held two rounds then', async () => {
  const decision = await recordDocument(db, systemActor, {
    unitId: district.id,
    code: '7/QĐ-UBND',
    issuedOn: '2026-01-05',
    subject: 'Kết quả',
    source: 'illustrative',
    sourceNote: 'thử',
  });
  for (const unit of [commune, agency]) {
    const round = await findRound(cycleDb(db), { roots: null }, await aRound(2025, [unit]));
    if (round)
      await freezeResult(db, systemActor, round, { id: decision.id, code: '7/QĐ-UBND', issuedOn: '2026-01-05', subject: 'Kết quả' });
  }
  const now = await aRound(2026, [commune, agency]);

  const { groups } = (await organiser('GET', `/api/scoring/rounds/${now}/ranking`)).json();
  const rows: { unitName: string; sheetId: string; before: object }[] = groups.flatMap((group: { rows: object[] }) => group.rows);

  expect(rows.map(({ before }) => before)).toMatchObject([
    { year: 2025, rank: 1, of: 1 },
    { year: 2025, rank: 1, of: 1 },
  ]);
  for (const { sheetId } of rows) {
    const { items } = (await organiser('GET', `/api/scoring/round-units/${sheetId}`)).json();
    expect(items.filter(({ lastYear }: { lastYear: { year: number } | null }) => lastYear?.year === 2025).length).toBeGreaterThan(0);
  }
});

test('a year without a score or without a published result has no points, and no zero', async () => {
  const next = await aRound(2027, [commune]);
  const itemsOf = async (roundId: string) => {
    const { groups } = (await organiser('GET', `/api/scoring/rounds/${roundId}`)).json();
    return (await organiser('GET', `/api/scoring/round-units/${groups[0].units[0].id}`)).json().items;
  };
  const rows: { id: string; year: number }[] = (await organiser('GET', '/api/scoring/rounds')).json();
  const ofYear = (year: number): string => rows.find((row) => row.year === year)?.id ?? '';

  const before = (items: { lastYear: object }[]) => new Set(items.map(({ lastYear }) => JSON.stringify({ ...lastYear, sheetId: '' })));
  const nothing = { sheetId: '', points: null, remark: null, score: null };
  expect([...before(await itemsOf(ofYear(2026)))].map((text) => JSON.parse(text))).toEqual([{ ...nothing, year: 2025, isPublished: true }]);
  expect([...before(await itemsOf(next))].map((text) => JSON.parse(text))).toEqual([{ ...nothing, year: 2026, isPublished: false }]);
});
