// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { addDays } from '../../src/kernel/dates.ts';
import type { Counts } from '../../src/modules/dossiers/domain/statistics/form-06a.ts';
import type { Countable } from '../../src/modules/dossiers/domain/statistics/measures.ts';
import type { Db } from '../../src/platform/db/db.ts';
import { aDossier } from './dossier.ts';
import { aProcedure } from './procedure.ts';
import { aUnit } from './unit.ts';

/** The moment as of which `countedOneByOne` tells what is overdue. */
export const countedNow = new Date('2026-03-20T10:00:00+07:00');

/** Every unit has dossiers of its own; the places of those that count for it. */
export const placesBelow = [[0], [1], [2], [0, 1, 3], [0, 1, 2, 3, 4]];

export type CountedDossier = Countable & { readonly place: number; readonly procedureIndex: number; readonly code: string };

/**
 * A province with a district, three communes, three procedures of two sectors, and 600 dossiers of half a year, the same in every run:
 * some never received, without a due day, late, ended without result, or still open.
 */
export async function countedDossiers(db: Db) {
  const province = await aUnit(db, { level: 'province' });
  const district = await aUnit(db, { level: 'district', parentId: province.id });
  const communes = [
    await aUnit(db, { parentId: district.id }),
    await aUnit(db, { parentId: district.id }),
    await aUnit(db, { parentId: province.id }),
  ] as const;
  const procedures = [
    await aProcedure(db, { unitId: province.id, sectorCode: 'A' }),
    await aProcedure(db, { unitId: province.id, sectorCode: 'A' }),
    await aProcedure(db, { unitId: province.id, sectorCode: 'B' }),
  ] as const;
  const sector = await sql<{ id: string }>`select id from procedures.sector where code = 'A'`.execute(db);
  const places = [...communes, district, province];
  const random = randomness(766);
  const dossiers: CountedDossier[] = [];
  for (let index = 0; index < 600; index += 1) {
    const made = randomDossier(random);
    const ids = { unitId: places[made.place]?.id ?? '', procedureId: procedures[made.procedureIndex]?.id ?? '' };
    dossiers.push({ ...made, ...ids, code: (await aDossier(db, { ...made, ...ids })).code });
  }
  return { province, district, communes, procedures, sectorA: sector.rows[0]?.id ?? '', places, dossiers };
}

/** A small generator with a seed: the same dossiers in every run. */
function randomness(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

/** Half past an hour of a day in Việt Nam. */
export function halfPast(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:30:00+07:00`;
}

function randomDossier(random: (below: number) => number): Omit<CountedDossier, 'unitId' | 'procedureId' | 'code'> {
  const place = random(5);
  const procedureIndex = random(3);
  const day = addDays('2025-09-01', random(200));
  const receivedAt = random(20) === 0 ? null : halfPast(day, random(24));
  const due = addDays(day, random(20) === 0 ? -random(20) : 1 + random(40));
  const finishedDay = addDays(day, 1 + random(70));
  const finishedAt = receivedAt === null || random(4) === 0 || finishedDay > '2026-03-19' ? null : halfPast(finishedDay, random(24));
  const dueAt = random(10) === 0 ? null : halfPast(due, 16);
  const late = finishedAt !== null && dueAt !== null && Date.parse(finishedAt) > Date.parse(dueAt);
  return {
    place,
    procedureIndex,
    channel: 1 + random(3),
    receivedAt,
    dueAt,
    finishedAt,
    timeliness: finishedAt === null ? null : ((late ? [3, 3, 4] : [1, 2, 4])[random(3)] ?? 4),
  };
}

/** The statistics told in plain words: one look at every dossier. */
export function countedOneByOne(of: readonly Countable[], from: string, to: string): Counts {
  const begin = Date.parse(`${from}T00:00:00+07:00`);
  const end = Date.parse(`${addDays(to, 1)}T00:00:00+07:00`);
  const at = (text: string | null): number => (text === null ? Number.POSITIVE_INFINITY : Date.parse(text));
  const within = (text: string | null): boolean => at(text) >= begin && at(text) < end;
  const received = of.filter((one) => one.receivedAt !== null);
  const openAt = (one: Countable, time: number): boolean => at(one.receivedAt) < time && at(one.finishedAt) >= time;
  const channel = (code: number): number => received.filter((one) => within(one.receivedAt) && one.channel === code).length;
  const outcome = (code: number): number => received.filter((one) => within(one.finishedAt) && one.timeliness === code).length;
  return {
    receivedDirect: channel(1),
    receivedOnline: channel(2),
    receivedPostal: channel(3),
    carried: received.filter((one) => openAt(one, begin)).length,
    early: outcome(1),
    onTime: outcome(2),
    late: outcome(3),
    closed: outcome(4),
    open: received.filter((one) => openAt(one, end)).length,
    overdue: received.filter((one) => openAt(one, end) && at(one.dueAt) < Math.min(end, countedNow.getTime())).length,
  };
}
