// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { addDays, type Day, dayNumber } from '#kernel/dates';
import { instantOf, type UnitCalendar } from '#modules/calendar';
import { type VersionPeriod, versionsInForce } from '#modules/procedures';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import content from '../../../../../seeds/demo-dossiers.json' with { type: 'json' };
import { type DemoRow, hasGeneratedDossiers, insertGenerated, unitsBelow } from '../../data/demo-dossiers.repo.ts';
import { foldManyDossiers, lockTally } from '../../data/tally/fold.repo.ts';
import { readClock } from '../../domain/clock/read-clock.ts';
import { type DemoDossier, type DemoTotals, demoDossiers, longestDemoDays } from '../../domain/demo-dossiers.ts';
import { dossierCode } from '../../domain/desk/dossier-code.ts';
import { type ClockGround, loadClock } from '../clock/load-clock.ts';

type Totals = DemoTotals & { readonly unit: string; readonly source: string };
type Unit = Awaited<ReturnType<typeof unitsBelow>>[number];

const batch = 2_000;

/**
 * Generated dossiers, marked as such, that add up to the published totals of the demo's districts. Where there are
 * generated dossiers already, nothing is written.
 */
export async function seedDemoDossiers(db: Db): Promise<void> {
  if (await hasGeneratedDossiers(db)) return;
  const ground = await loadClock(db);
  await inTransaction(db, async (tx) => {
    await lockTally(tx);
    for (const [index, totals] of (content.totals as readonly Totals[]).entries()) {
      const units = await unitsBelow(tx, totals.unit, totals.to);
      const versions = await versionsInForce(tx, { from: totals.from, to: totals.to });
      if (units.length === 0 || versions.length === 0) return;
      const rows = rowsOf(totals, index + 1, units, versions, ground);
      for (let from = 0; from < rows.length; from += batch) await insertGenerated(tx, rows.slice(from, from + batch), totals.source);
    }
    await foldManyDossiers(tx, sql`select d.*, 1 as sign from dossiers.dossier d where d.generated`);
    await recordAudit(tx, systemActor, {
      action: 'dossiers.demo_generated',
      subject: ['dossiers', 'demo'],
      unitId: null,
      data: { totals: content.totals.map(({ unit, received }) => ({ unit, received })) },
    });
  });
}

function rowsOf(totals: Totals, seed: number, units: readonly Unit[], versions: readonly VersionPeriod[], ground: ClockGround): DemoRow[] {
  const serials = new Map<string, number>();
  const calendar = ground.calendarOf(units[0]?.id ?? '');
  return demoDossiers(totals, seed, (day) => calendar.works(dayNumber(day))).map((dossier) => {
    const unit = units[Math.floor(dossier.unitPick * units.length)] as Unit;
    const version = versionFor(dossier, unit, versions);
    const serial = (serials.get(`${unit.id} ${dossier.receivedOn}`) ?? 0) + 1;
    serials.set(`${unit.id} ${dossier.receivedOn}`, serial);
    return rowOf(dossier, { unit, version, serial, totals, calendar, ground });
  });
}

/** A procedure of the unit's level whose time limit lets the outcome be: a result of the same day is never early. */
function versionFor(dossier: DemoDossier, unit: Unit, versions: readonly VersionPeriod[]): VersionPeriod {
  const level = unit.level === 'commune' ? 'commune' : 'district';
  const least = dossier.outcome === 'on_time' ? 0 : dossier.outcome === 'open' ? 8 : 2;
  const suitable = versions.filter(
    ({ limit, level: own, validFrom, validTo }) =>
      own === level &&
      limit?.unit === 'working_days' &&
      limit.amount >= least &&
      limit.amount <= 20 &&
      validFrom <= dossier.receivedOn &&
      (validTo === null || validTo >= dossier.receivedOn),
  );
  return suitable[Math.floor(dossier.procedurePick * suitable.length)] as VersionPeriod;
}

type Making = {
  readonly unit: Unit;
  readonly version: VersionPeriod;
  readonly serial: number;
  readonly totals: DemoTotals;
  readonly calendar: UnitCalendar;
  readonly ground: ClockGround;
};

function rowOf(dossier: DemoDossier, { unit, version, serial, calendar, ground }: Making): DemoRow {
  const receivedAt = instantOf({ day: dossier.receivedOn, minute: dossier.receivedMinute });
  const received = new Date(receivedAt);
  const limit = version.limit ?? { amount: 0, unit: 'working_days' as const };
  const { due } = readClock({ events: [{ kind: 'received', at: received }], limit, calendar, rules: ground.rules }, received);
  const dueDay = due?.day ?? dossier.receivedOn;
  const finishedOn = finishDay(dossier, dueDay);
  const minute =
    finishedOn === dossier.receivedOn ? Math.min(1_010, dossier.receivedMinute + 30) : 480 + Math.floor(dossier.finishPick * 480);
  return {
    code: dossierCode(unit.agencyCode, dossier.receivedOn, serial),
    unitId: unit.id,
    procedureId: version.procedureId,
    procedureVersion: version.number,
    channel: dossier.isOnline ? 2 : 1,
    applicantName: dossier.applicantName,
    receivedAt,
    dueAt: instantOf({ day: dueDay, minute: due?.minute ?? 1_439 }),
    finishedAt: instantOf({ day: finishedOn, minute }),
    timeliness: dossier.outcome === 'late' ? 3 : dossier.outcome === 'on_time' ? 2 : 1,
  };
}

/** Open ones are finished the day before they were due, after the cut-off. */
function finishDay(dossier: DemoDossier, dueDay: Day): Day {
  if (dossier.outcome === 'on_time') return dueDay;
  if (dossier.outcome === 'open') return addDays(dueDay, -1);
  if (dossier.outcome === 'late') return addDays(dueDay, 1 + Math.floor(dossier.finishPick * 5));
  const between = Math.max(1, Math.min(longestDemoDays, (Date.parse(dueDay) - Date.parse(dossier.receivedOn)) / 86_400_000));
  return addDays(dossier.receivedOn, Math.floor(dossier.finishPick * between));
}
