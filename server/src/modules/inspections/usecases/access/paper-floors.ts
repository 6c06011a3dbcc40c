// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { Round } from '../../data/rounds.repo.ts';
import type { Visit } from '../../data/visits.repo.ts';
import type { PaperFloors } from '../../domain/deadlines.ts';
import { decisionDay } from '../rounds/save-round.ts';

/** The days that the conclusion of a round cannot lie before. */
export async function roundPaperFloors(db: Db, round: Round): Promise<PaperFloors> {
  const decidedOn = await decisionDay(db, round.decisionDocumentId);
  return { decidedOn, startedOn: round.startsOn, endedOn: round.endsOn, metOn: round.meetingOn };
}

/** The days that the minutes of one unit cannot lie before; the results meeting is the main unit's. */
export async function visitPaperFloors(db: Db, round: Round, visit: Visit): Promise<PaperFloors> {
  const decidedOn = await decisionDay(db, round.decisionDocumentId);
  const metOn = visit.kind === 'main' ? round.meetingOn : null;
  return { decidedOn, startedOn: visit.visitOn, endedOn: visit.visitTo ?? visit.visitOn, metOn };
}
