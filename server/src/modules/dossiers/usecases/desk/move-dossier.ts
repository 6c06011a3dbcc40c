// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { versionNumbered, versionOn } from '#modules/procedures';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import {
  type DossierChange,
  type DossierRow,
  findDossier,
  insertStep,
  listSteps,
  type StoredStep,
  updateDossier,
} from '../../data/desk.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { appendChanges } from '../../data/tally/fold.repo.ts';
import type { ClockReading } from '../../domain/clock/types.ts';
import { type DeskMove, mayTake, moveRules } from '../../domain/desk/moves.ts';
import { stepEventNumber } from '../../domain/desk/step-events.ts';
import { changesBetween } from '../../domain/statistics/measures.ts';
import { findStatus } from '../../domain/status.ts';
import { type ClockGround, loadClock } from '../clock/load-clock.ts';
import { notifyApplicant, occasionOfMove } from '../mail/notify-applicant.ts';
import { type HandedPaper, handPapers } from './check-papers.ts';
import { countableOf } from './countable.ts';
import { clockInputOf, keptOf, readClockOf } from './read-clock-of.ts';

export type MoveAsked = {
  readonly code: string;
  readonly move: DeskMove;
  /** The version of the dossier that the person saw. */
  readonly version: number;
  /** When it happened, now where absent; for what was done on paper first. */
  readonly at?: string | undefined;
  readonly reason?: string | null | undefined;
  /** The new appointment of `extend`. */
  readonly newDueOn?: Day | undefined;
  /** Papers that came with the step, as when missing ones are brought. */
  readonly papers?: readonly HandedPaper[] | undefined;
};

/**
 * Takes one step with a dossier: its status, its clock and the statistics change together, with one row of history.
 *
 * @throws AppError `dossiers.not_found`, `platform.stale`, `dossiers.move_not_allowed`, `dossiers.reason_required`,
 * `dossiers.moment_ahead`, `dossiers.moment_before_last_step`, `dossiers.new_due_required`, `dossiers.extension_refused`, `dossiers.paper_unknown`
 */
export async function moveDossier(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  asked: MoveAsked,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const ground = await loadClock(db);
  return inTransaction(db, async (tx) => {
    const own = dossiersDb(tx);
    const found = await findDossier(own, scope, asked.code);
    if (!found) throw new AppError('not_found', 'dossiers.not_found');
    const steps = await listSteps(own, found);
    const at = checked(found, steps, asked, now);
    const dossier = asked.move === 'accept' ? await governedBy(tx, found, at) : found;
    const rule = moveRules[asked.move];
    const status = rule.to ?? dossier.status;
    const made = {
      seq: (steps.at(-1)?.seq ?? 0) + 1,
      event: stepEventNumber(rule.event ?? 'processing'),
      fromStatus: dossier.status,
      status,
      at: at.toISOString(),
      reason: asked.reason ?? null,
      details: asked.newDueOn ? { newDueOn: asked.newDueOn } : null,
    };
    const history = [...steps, { ...made, recordedAt: now.toISOString(), dueAt: null, actorName: actor.name }];
    const reading = await readingAfter(tx, ground, dossier, history, at);
    if (asked.move === 'extend') refuseExtension(reading, at);
    const change = changeOf(dossier, asked.move, status, at, reading);
    if (!(await updateDossier(own, dossier, change))) throw stale(steps);
    await handPapers(own, dossier, asked.papers ?? []);
    await insertStep(own, {
      code: dossier.code,
      unit_id: dossier.unitId,
      seq: made.seq,
      event: made.event,
      from_status: dossier.status,
      status,
      at: made.at,
      due_at: change.due_at ?? null,
      actor_id: actor.id === 'system' ? null : actor.id,
      actor_name: actor.name,
      reason: made.reason,
      details: made.details,
    });
    const after = countableOf({
      ...dossier,
      receivedAt: change.received_at ?? dossier.receivedAt,
      dueAt: change.due_at ?? null,
      finishedAt: change.finished_at === undefined ? dossier.finishedAt : change.finished_at,
      timeliness: change.timeliness === undefined ? dossier.timeliness : change.timeliness,
    });
    await appendChanges(own, changesBetween(countableOf(dossier), after));
    const occasion = occasionOfMove(asked.move);
    if (occasion && !dossier.generated) {
      await notifyApplicant(tx, occasion, { ...dossier, dueAt: change.due_at ?? null }, { reason: made.reason });
    }
    await recordAudit(tx, actor, {
      action: 'dossiers.dossier_moved',
      subject: ['dossier', dossier.code],
      unitId: dossier.unitId,
      data: {
        move: asked.move,
        from: dossier.status,
        to: status,
        at: made.at,
        reason: made.reason,
        newDueOn: asked.newDueOn ?? null,
        papers: asked.papers?.map((paper) => paper.code) ?? [],
      },
    });
    return { version: dossier.version + 1 };
  });
}

function stale(steps: readonly StoredStep[]): AppError {
  return new AppError('conflict', 'platform.stale', { by: steps.at(-1)?.actorName ?? 'người khác' });
}

function checked(dossier: DossierRow, steps: readonly StoredStep[], asked: MoveAsked, now: Date): Date {
  const rule = moveRules[asked.move];
  if (dossier.version !== asked.version) throw stale(steps);
  if (!mayTake(asked.move, dossier.status, dossier.receivedAt !== null)) {
    throw new AppError('conflict', 'dossiers.move_not_allowed', {
      status: findStatus(dossier.status)?.vi ?? '',
      move: moveNames[asked.move],
    });
  }
  if (rule.reason && !asked.reason?.trim()) throw new AppError('invalid', 'dossiers.reason_required');
  if (asked.move === 'extend' && !asked.newDueOn) throw new AppError('invalid', 'dossiers.new_due_required');
  const at = asked.at ? new Date(asked.at) : now;
  const last = steps.at(-1)?.at;
  if (at.getTime() > now.getTime()) throw new AppError('invalid', 'dossiers.moment_ahead', { moment: vietnameseMoment(at) });
  if (last && at.getTime() < Date.parse(last)) {
    throw new AppError('invalid', 'dossiers.moment_before_last_step', {
      moment: vietnameseMoment(at),
      last: vietnameseMoment(new Date(last)),
    });
  }
  return at;
}

/** A dossier keeps the version of its procedure that is in force on the day it is received. */
async function governedBy(db: Db, dossier: DossierRow, at: Date): Promise<DossierRow> {
  const version = await versionOn(db, dossier.procedureId, todayInVietnam(at));
  return { ...dossier, procedureVersion: version?.number ?? dossier.procedureVersion };
}

async function readingAfter(
  db: Db,
  ground: ClockGround,
  dossier: DossierRow,
  history: readonly StoredStep[],
  at: Date,
): Promise<ClockReading | undefined> {
  const version = await versionNumbered(db, dossier.procedureId, dossier.procedureVersion);
  return readClockOf(clockInputOf(ground, dossier, version?.limit ?? null, history), at);
}

const refusals: Readonly<Record<string, string>> = {
  second_extension: 'hồ sơ đã được hẹn lại một lần',
  notice_too_late: 'đã quá ngày phải báo trước',
  not_later: 'ngày hẹn mới không muộn hơn hạn đang có',
  not_running: 'đồng hồ của hồ sơ đang dừng',
};

function refuseExtension(reading: ClockReading | undefined, at: Date): void {
  const minute = Math.floor((at.getTime() + 7 * 3_600_000) / 60_000);
  const ignored = reading?.ignored.findLast((one) => one.kind === 'extended');
  if (ignored && Math.floor(Date.parse(`${ignored.at.day}T00:00:00Z`) / 60_000 + ignored.at.minute) === minute) {
    throw new AppError('conflict', 'dossiers.extension_refused', { why: refusals[ignored.reason] ?? ignored.reason });
  }
}

const ending: readonly DeskMove[] = ['finish', 'reject', 'withdraw'];
const pausing: readonly DeskMove[] = ['request_supplement', 'request_obligation', 'stop'];

function changeOf(dossier: DossierRow, move: DeskMove, status: number, at: Date, reading: ClockReading | undefined): DossierChange {
  const moment = at.toISOString();
  const kept = reading ? keptOf(reading) : { dueAt: dossier.dueAt, timeliness: null };
  const change: DossierChange = { status, state_at: moment, due_at: kept.dueAt, paused_at: pausing.includes(move) ? moment : null };
  if (move === 'accept') {
    return { ...change, received_at: moment, computed_due_at: kept.dueAt, procedure_version: dossier.procedureVersion };
  }
  if (move === 'return_result') return { ...change, due_at: dossier.dueAt, returned_at: moment };
  if (!ending.includes(move) || dossier.receivedAt === null) return change;
  // Without a time limit a result is neither early nor late; it counts as on time.
  const outcome = kept.timeliness ?? (move === 'finish' ? 2 : 4);
  return { ...change, due_at: kept.dueAt ?? dossier.dueAt, finished_at: moment, timeliness: outcome };
}

const moveNames: Readonly<Record<DeskMove, string>> = {
  accept: 'tiếp nhận',
  process: 'chuyển xử lý',
  request_supplement: 'yêu cầu bổ sung',
  supplement: 'nhận giấy tờ bổ sung',
  request_obligation: 'yêu cầu thực hiện nghĩa vụ tài chính',
  confirm_obligation: 'xác nhận đã thực hiện nghĩa vụ tài chính',
  stop: 'dừng xử lý',
  resume: 'xử lý tiếp',
  extend: 'hẹn lại ngày trả',
  finish: 'ghi xử lý xong',
  return_result: 'trả kết quả',
  reject: 'từ chối tiếp nhận',
  withdraw: 'cho rút',
};

function vietnameseMoment(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ngày ${vietnameseDay(local.slice(0, 10))}`;
}
