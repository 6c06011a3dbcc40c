// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDossier } from '../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { inTransaction } from '../../../platform/db/db.ts';
import { rebuildTally } from '../data/tally/fold.repo.ts';
import { dossiersModule } from '../module.ts';
import { statisticGroupings } from '../usecases/statistics/read-statistics.ts';
import { StatisticsAnswer } from './statistics.schema.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province' });
const commune = await aUnit(db, { parentId: province.id });
const { id: procedureId } = await aProcedure(db, { unitId: province.id });
await aDossier(db, { unitId: commune.id, procedureId, receivedAt: '2025-11-05T09:00:00+07:00' });
await inTransaction(db, rebuildTally);
const { as } = await aServer({ db, modules: [dossiersModule()] });

test.each(statisticGroupings)('an answer by %s has the shape that is declared, and nothing else', async (by) => {
  const query = new URLSearchParams({ unitId: province.id, from: '2025-10-15', to: '2025-11-14', by });

  const answer = await as(anActor('reader', province.id))('GET', `/api/dossiers/statistics?${query}`);

  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(StatisticsAnswer.parse(answer.json())).toEqual(answer.json());
  expect(answer.json().total).toMatchObject({ receivedDirect: 1, open: 1 });
});

test('a page that begins nowhere is refused with a sentence, and does not begin anew', async () => {
  const officer = as(anActor('unit_officer', province.id));
  const query = { unitId: province.id, from: '2025-10-15', to: '2025-11-14', measure: 'received' };
  const ask = (path: string, more: object) => officer('GET', `/api/dossiers/${path}?${new URLSearchParams({ ...more, after: 'garbage' })}`);

  for (const answer of [await ask('statistics/dossiers', query), await ask('work-list', {})]) {
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'dossiers.page_unknown']);
    expect(answer.json().detail).toContain('Mở lại danh sách từ đầu');
  }
});
