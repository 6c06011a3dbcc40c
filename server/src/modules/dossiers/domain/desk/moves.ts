// SPDX-License-Identifier: Apache-2.0
import type { ClockEventKind } from '../clock/types.ts';
import type { StatusCode } from '../status.ts';

/** What people at the desk and behind it do with a dossier. */
export const deskMoves = [
  'accept',
  'process',
  'request_supplement',
  'supplement',
  'request_obligation',
  'confirm_obligation',
  'stop',
  'resume',
  'extend',
  'finish',
  'return_result',
  'reject',
  'withdraw',
] as const;
export type DeskMove = (typeof deskMoves)[number];

type MoveRule = {
  readonly from: readonly StatusCode[];
  /** The status after the move; absent where it stays what it was. */
  readonly to?: StatusCode;
  /** What the clock sees; absent where it sees nothing. */
  readonly event?: ClockEventKind;
  readonly reason: boolean;
};

/** The one table of moves; `mayMove` of `status.ts` holds for each of its pairs. */
export const moveRules: Readonly<Record<DeskMove, MoveRule>> = {
  accept: { from: [1, 5], to: 2, event: 'received', reason: false },
  process: { from: [2], to: 4, reason: false },
  request_supplement: { from: [1, 2, 4], to: 5, event: 'supplement_requested', reason: true },
  supplement: { from: [5], to: 4, event: 'supplemented', reason: false },
  request_obligation: { from: [2, 4], to: 6, event: 'obligation_requested', reason: true },
  confirm_obligation: { from: [6], to: 4, event: 'obligation_met', reason: false },
  stop: { from: [2, 4, 5, 6], to: 8, event: 'stopped', reason: true },
  resume: { from: [8], to: 4, event: 'resumed', reason: true },
  extend: { from: [2, 4], event: 'extended', reason: true },
  finish: { from: [4], to: 9, event: 'finished', reason: false },
  return_result: { from: [9], to: 10, event: 'returned', reason: false },
  reject: { from: [1, 5], to: 3, event: 'rejected', reason: true },
  withdraw: { from: [1, 2, 4, 5, 6, 8], to: 7, event: 'withdrawn', reason: true },
};

const beforeReceipt: readonly DeskMove[] = ['accept', 'request_supplement', 'reject', 'withdraw'];

/**
 * Whether a dossier may take a step. One that was never received is accepted, sent back for papers, refused or withdrawn;
 * one that was received is not received again.
 *
 * @example
 * mayTake('supplement', 5, false) // false: its papers have come, so it is accepted
 */
export function mayTake(move: DeskMove, status: number, isReceived: boolean): boolean {
  if (!(moveRules[move].from as readonly number[]).includes(status)) return false;
  return isReceived ? move !== 'accept' : beforeReceipt.includes(move);
}

/** Moves that a dossier allows, in the order of the desk's work. */
export function movesAt(status: number, isReceived: boolean): DeskMove[] {
  return deskMoves.filter((move) => mayTake(move, status, isReceived));
}
