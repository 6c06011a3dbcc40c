// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { rebuildTally } from '../../data/tally/fold.repo.ts';
import { amount, pageOfRows, type RowPage, rowOrders, searched } from '../../domain/statistics/page-of-rows.ts';
import { readStatistics } from './read-statistics.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province' });
const now = new Date('2026-03-20T10:00:00+07:00');
const everywhere = { roots: null, reformFields: null };
const names = [
  'Đăng ký khai sinh',
  'đăng ký khai tử',
  'Chứng thực bản sao',
  'Ấp dụng chính sách',
  'Cấp bản sao trích lục',
  'Cấp bản sao trích lục',
];
const question = { unitId: province.id, from: '2026-01-01', to: '2026-02-28', by: 'procedure' } as const;

for (const [place, name] of names.entries()) {
  const { id } = await aProcedure(db, { unitId: province.id, name, sectorCode: place < 2 ? 'HT' : 'CT' });
  for (let index = 0; index < (place * 7) % 4; index += 1) {
    const isDone = (index + place) % 2 === 0;
    await aDossier(db, {
      unitId: province.id,
      procedureId: id,
      channel: 1 + (index % 3),
      receivedAt: `2026-01-${10 + index}T08:00:00+07:00`,
      dueAt: `2026-01-${12 + place}T08:00:00+07:00`,
      ...(isDone ? { finishedAt: `2026-01-${11 + 2 * index}T08:00:00+07:00`, timeliness: 1 + ((index + place) % 3) } : {}),
    });
  }
}
// Of one that nobody asked for there is no row.
await aProcedure(db, { unitId: province.id, name: 'Chưa có hồ sơ' });
await inTransaction(db, rebuildTally);

const whole = await readStatistics(db, everywhere, question, now);

test('procedures without an order stand as they came into the catalogue, each with its counts', () => {
  expect(whole.rows.map(({ label }) => label)).toEqual(names.filter((_, place) => (place * 7) % 4 > 0));
  expect(whole.count).toBe(whole.rows.length);
  expect(whole.total.receivedDirect).toBe(whole.rows.reduce((sum, { counts }) => sum + counts.receivedDirect, 0));
});

test('whatever page of procedures is asked for, the database answers as ordering and searching all rows would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(undefined, ...rowOrders),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.constantFrom(undefined, '', ' ', 'ban SAO', 'đăng ký', 'khai tu', 'không có', '%', "' or 1=1"),
      fc.nat(5),
      fc.integer({ min: 1, max: 5 }),
      async (sort, order, search, offset, limit) => {
        const page = { sort, order, search, offset, limit };
        const { rows, count, total } = await readStatistics(db, everywhere, question, now, page);
        expect({ rows, count }).toEqual(naivePage(page));
        expect(total).toEqual(whole.total);
      },
    ),
    { numRuns: 200 },
  );
});

/** Equal ones stay in the order of the catalogue, where other lists have them by name. */
function naivePage({ sort, order, search, offset, limit }: RowPage) {
  const found = searched(whole.rows, search);
  if (sort === 'label') return pageOfRows(found, { sort, order, offset, limit });
  const sign = order === 'desc' ? -1 : 1;
  if (sort) found.sort((a, b) => sign * (amount(a.counts, sort) - amount(b.counts, sort)));
  return { rows: found.slice(offset, offset + limit), count: found.length };
}

test('where nothing is counted there is no row and every total is 0', async () => {
  const { rows, count, total } = await readStatistics(db, everywhere, { ...question, from: '2019-01-01', to: '2019-02-28' }, now);

  expect({ rows, count }).toEqual({ rows: [], count: 0 });
  expect(Object.values(total).every((one) => one === 0)).toBe(true);
});

test('sectors are the sums of their procedures, and are paged too', async () => {
  const bySector = { ...question, by: 'sector' } as const;
  const { rows, total } = await readStatistics(db, everywhere, bySector, now);
  const first = await readStatistics(db, everywhere, bySector, now, { sort: '3', order: 'desc', offset: 0, limit: 1 });

  expect(rows.map(({ code }) => code).toSorted()).toEqual(['CT', 'HT']);
  expect(total).toEqual(whole.total);
  expect(first).toMatchObject({ count: 2, rows: [{ code: 'CT' }] });
  const registered = whole.rows.filter(({ label }) => label.toLowerCase().startsWith('đăng ký'));
  expect(rows.find(({ code }) => code === 'HT')?.counts.open).toBe(registered.reduce((sum, { counts }) => sum + counts.open, 0));
});

test('a procedure that the catalogue does not know keeps its dossiers, in rows without a name', async () => {
  const from = { from: '2024-05-01', to: '2024-05-31' };
  const dossier = { unitId: province.id, channel: 1, receivedAt: '2024-05-06T08:00:00+07:00', dueAt: null };
  const procedureIds = [newId(), newId(), whole.rows[0]?.key ?? ''];
  for (const procedureId of procedureIds) await aDossier(db, { ...dossier, procedureId });
  await inTransaction(db, rebuildTally);
  const read = (by: 'procedure' | 'sector', page?: RowPage) => readStatistics(db, everywhere, { ...question, ...from, by }, now, page);

  for (const page of [undefined, { sort: '3' as const }, { sort: 'label' as const }, { sort: 'label' as const, order: 'desc' as const }]) {
    const { rows, count, total } = await read('procedure', page && { order: 'asc', offset: 0, limit: 50, ...page });
    expect([rows.map(({ key }) => key).toSorted(), count, total.receivedDirect]).toEqual([procedureIds.toSorted(), 3, 3]);
    expect(rows.filter(({ label }) => label === '')).toHaveLength(2);
  }
  const { rows, total } = await read('sector');
  expect(rows.map(({ key, counts }) => [key !== '', counts.receivedDirect]).toSorted()).toEqual([
    [false, 2],
    [true, 1],
  ]);
  expect(total.receivedDirect).toBe(3);
});
