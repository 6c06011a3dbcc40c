// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { versionNumbered } from '#modules/procedures';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import { countAttempt, forgetAttempt, forgetOldAttempts, type LookedUp, listByCode } from '../../data/online.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import type { Sentence } from '../../domain/clock/types.ts';
import { type WorkState, workStateOf } from '../../domain/desk/work-state.ts';
import { nextSteps } from '../../domain/online/next-steps.ts';
import { findStatus } from '../../domain/status.ts';
import { isFactorOf } from './second-factor.ts';

/** Wrong attempts on one code in a day, from all addresses together: four digits are guessed sooner than eight. */
const mostWrong = { digits: 20, pin: 50 } as const;

/** What anyone with the code and a second factor is told; nothing in it names a person. */
export type LookupAnswer = {
  readonly code: string;
  readonly procedureName: string;
  readonly unitName: string;
  readonly status: number;
  readonly statusName: Sentence;
  /** How it stands while it is open. */
  readonly state: WorkState | null;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly nextStep: Sentence;
};

/**
 * How a dossier stands, for whoever has its code and the PIN or the last four digits of the applicant's phone or identity
 * number. An unknown code and a wrong factor are answered and counted alike.
 *
 * @throws AppError `dossiers.lookup_failed`, `platform.too_many_requests`
 */
export async function lookUp(
  db: Db,
  asked: { readonly code: string; readonly factor: string },
  now: Date = new Date(),
): Promise<LookupAnswer> {
  const own = dossiersDb(db);
  const code = asked.code.trim().toUpperCase();
  const kind = asked.factor.length === 4 ? 'digits' : 'pin';
  const key = createHash('sha256').update(`${kind}|${code}`).digest('hex');
  const { count, secondsLeft } = await countAttempt(own, key);
  if (count > mostWrong[kind]) throw new AppError('unavailable', 'platform.too_many_requests', { seconds: secondsLeft });
  const candidates = await listByCode(own, code);
  const found = candidates.find((candidate) => isFactorOf(candidate, asked.factor));
  if (candidates.length === 0) isFactorOf(undefined, asked.factor);
  if (!found) throw new AppError('not_found', 'dossiers.lookup_failed');
  await forgetAttempt(own, key);
  return answerOf(db, found, now);
}

/** Attempts of yesterday count no more. */
export async function forgetLookupAttempts(db: Db): Promise<void> {
  await forgetOldAttempts(dossiersDb(db));
}

async function answerOf(db: Db, found: LookedUp, now: Date): Promise<LookupAnswer> {
  const version = await versionNumbered(db, found.procedureId, found.procedureVersion);
  const unit = await getUnit(db, { roots: null }, found.unitId);
  const status = findStatus(found.status);
  if (!status) throw new RangeError(`status ${found.status} is not known`);
  const { code, submittedAt, receivedAt, dueAt, finishedAt } = found;
  const isOpen = finishedAt === null && !status.terminal;
  return {
    code,
    procedureName: version?.name ?? '',
    unitName: unit.authorityName,
    status: status.code,
    statusName: { vi: status.vi, en: status.en },
    state: isOpen ? workStateOf(found, { now, soonUntil: now }) : null,
    submittedAt,
    receivedAt,
    dueAt,
    finishedAt,
    nextStep: nextSteps[status.code],
  };
}
