// SPDX-License-Identifier: Apache-2.0

export const importStates = ['uploaded', 'reading', 'checked', 'applying', 'applied', 'cancelled', 'failed'] as const;

/**
 * The life of an import. `uploaded`: the file lies in the store, its columns are not all known. `reading`: rows are checked one
 * after another. `checked`: all are checked, nothing is written; someone decides. `applying`: written in one transaction.
 * `applied`, `cancelled` and `failed` are ends, but a failed or cancelled file can be read again.
 */
export type ImportState = (typeof importStates)[number];

export const applyModes = ['all', 'good'] as const;

/** `all`: only when every row is right. `good`: the right rows, the others stay out and are named. */
export type ApplyMode = (typeof applyModes)[number];

const followers: Readonly<Record<ImportState, readonly ImportState[]>> = {
  uploaded: ['reading', 'cancelled', 'failed'],
  reading: ['checked', 'uploaded', 'cancelled', 'failed'],
  checked: ['reading', 'applying', 'cancelled'],
  applying: ['applied', 'checked', 'reading'],
  applied: [],
  cancelled: ['reading'],
  failed: ['reading'],
};

/** Whether an import may go from one state to the other. */
export function mayBecome(from: ImportState, to: ImportState): boolean {
  return followers[from].includes(to);
}

/** Whether somebody works on it now, so that its progress changes by itself. */
export function isWorking(state: ImportState): boolean {
  return state === 'reading' || state === 'applying';
}
