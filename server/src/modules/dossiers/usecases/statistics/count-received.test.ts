// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { newId } from '../../../../kernel/ids.ts';
import { countReceived, countReceivedOf } from './count-received.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };

test('many units are counted at once as each is by itself, those above with those below', async () => {
  const district = await aUnit(db, { level: 'district' });
  const units = [district];
  for (let made = 0; made < 4; made += 1) units.push(await aUnit(db, { parentId: district.id }));
  const procedureId = newId();
  for (const [place, { id: unitId }] of units.slice(1, 4).entries())
    for (let day = 1; day <= 3 + place; day += 1)
      await aDossier(db, {
        unitId,
        procedureId,
        channel: 1 + (day % 3),
        receivedAt: `2025-0${day}-10T08:00:00+07:00`,
        dueAt: `2025-0${day}-20T08:00:00+07:00`,
        finishedAt: day % 2 === 0 ? `2025-0${day}-1${day}T09:00:00+07:00` : day === 3 ? `2025-0${day}-25T09:00:00+07:00` : null,
      });
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const unknown = newId();
  const now = new Date('2025-06-01T00:00:00Z');

  const counts = await countReceivedOf(db, [...units.map(({ id }) => id), unknown], period, now);

  for (const { id } of units) expect([counts.get(id)]).toEqual(await countReceived(db, everywhere, id, [period], now));
  expect(counts.get(district.id)?.received).toBe(12);
  expect(counts.get(unknown)?.received).toBe(0);
  await expect(countReceivedOf(db, [district.id], { from: '2025-12-31', to: '2025-01-01' })).rejects.toThrow('dossiers.period_reversed');
});
