// SPDX-License-Identifier: Apache-2.0

/** What a status does to the time limit. */
export type StatusClock = 'not_started' | 'none' | 'running' | 'stopped' | 'ended';

export const statusGroups = ['submitted', 'rejected_at_intake', 'in_progress', 'paused', 'withdrawn', 'done', 'returned'] as const;
export type StatusGroup = (typeof statusGroups)[number];

export type StatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export type NationalStatus = {
  readonly code: StatusCode;
  readonly key: string;
  /** The national portal's own wording. */
  readonly vi: string;
  readonly en: string;
  readonly group: StatusGroup;
  readonly clock: StatusClock;
  readonly terminal: boolean;
};

/**
 * The ten statuses of the National Public Service Portal (codes and wording as three systems exchange them; Circular
 * 22/2019/TT-BTTTT, art. 4 is named as their ground, its annex was not read). Group and clock are this product's reading.
 */
export const nationalStatuses: readonly NationalStatus[] = [
  { code: 1, key: 'submitted', vi: 'Mới đăng ký', en: 'Submitted', group: 'submitted', clock: 'not_started', terminal: false },
  { code: 2, key: 'received', vi: 'Được tiếp nhận', en: 'Received', group: 'in_progress', clock: 'running', terminal: false },
  { code: 3, key: 'rejected', vi: 'Không được tiếp nhận', en: 'Not received', group: 'rejected_at_intake', clock: 'none', terminal: true },
  { code: 4, key: 'processing', vi: 'Đang xử lý', en: 'In progress', group: 'in_progress', clock: 'running', terminal: false },
  {
    code: 5,
    key: 'supplement_requested',
    vi: 'Yêu cầu bổ sung giấy tờ',
    en: 'Waiting for papers',
    group: 'paused',
    clock: 'stopped',
    terminal: false,
  },
  {
    code: 6,
    key: 'obligation_requested',
    vi: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    en: 'Waiting for payment',
    group: 'paused',
    clock: 'stopped',
    terminal: false,
  },
  { code: 7, key: 'withdrawn', vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn', group: 'withdrawn', clock: 'ended', terminal: true },
  { code: 8, key: 'stopped', vi: 'Dừng xử lý', en: 'Stopped', group: 'paused', clock: 'stopped', terminal: false },
  { code: 9, key: 'finished', vi: 'Đã xử lý xong', en: 'Finished', group: 'done', clock: 'ended', terminal: false },
  { code: 10, key: 'returned', vi: 'Đã trả kết quả', en: 'Result returned', group: 'returned', clock: 'ended', terminal: true },
];

const byCode: ReadonlyMap<number, NationalStatus> = new Map(nationalStatuses.map((status) => [status.code, status]));

/** The status of a national code; undefined for a code that the portal does not know. */
export function findStatus(code: number): NationalStatus | undefined {
  return byCode.get(code);
}

export type Transition = { readonly from: StatusCode; readonly to: StatusCode };

/** Which status may follow which: data, because no text that was read fixes them; a province may replace the list. */
export type TransitionTable = { readonly mark: 'background' | 'province'; readonly moves: readonly Transition[] };

const following: Readonly<Partial<Record<StatusCode, readonly StatusCode[]>>> = {
  1: [2, 3, 5, 7],
  2: [4, 5, 6, 7, 8],
  4: [5, 6, 7, 8, 9],
  5: [2, 3, 4, 7, 8],
  6: [4, 7, 8],
  8: [4, 7],
  9: [10],
};

/** The moves that hold until a province enters its own. */
export const defaultTransitions: TransitionTable = {
  mark: 'background',
  moves: nationalStatuses.flatMap(({ code: from }) => (following[from] ?? []).map((to) => ({ from, to }))),
};

/**
 * Whether a dossier may go from one status to another.
 *
 * @example
 * mayMove(4, 5) // true: papers are asked for while it is worked on
 * mayMove(10, 4) // false: a returned result is the end
 */
export function mayMove(from: StatusCode, to: StatusCode, table: TransitionTable = defaultTransitions): boolean {
  return table.moves.some((move) => move.from === from && move.to === to);
}

/** The statuses that may follow, in the order of their codes. */
export function movesFrom(from: StatusCode, table: TransitionTable = defaultTransitions): StatusCode[] {
  return table.moves
    .filter((move) => move.from === from)
    .map(({ to }) => to)
    .sort((a, b) => a - b);
}
