// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Capacity, capacityNames, type Phase, phaseNames, type UnitState, unitStateNames } from './phases.ts';

type Rule = {
  readonly by: readonly Capacity[];
  readonly during: readonly Phase[];
  /** States of the unit's self-score; absent where the act concerns no single unit, or any state will do. */
  readonly units?: readonly UnitState[];
  /** Who may score for the unit does not judge it. */
  readonly notOwn?: true;
};

const beforePublication: readonly Phase[] = ['preparing', 'self_scoring', 'appraisal', 'explanation', 'second_appraisal', 'council'];

/**
 * Who may do what in which phase: the one table that use cases ask and screens are told by. An act that is not here for a phase, a
 * capacity and a state of the unit is refused.
 */
export const actRules = {
  set_dates: { by: ['organiser'], during: beforePublication },
  extend: { by: ['organiser'], during: ['self_scoring', 'explanation'] },
  move: { by: ['organiser'], during: beforePublication },
  score: { by: ['unit_officer', 'unit_leader'], during: ['self_scoring'], units: ['scoring'] },
  hand_in: { by: ['unit_officer', 'unit_leader'], during: ['self_scoring'], units: ['scoring'] },
  approve: { by: ['unit_leader'], during: ['self_scoring'], units: ['handed_in'] },
  give_back: { by: ['unit_leader'], during: ['self_scoring'], units: ['handed_in'] },
  lock_overdue: { by: ['organiser'], during: ['self_scoring'], units: ['scoring', 'handed_in'] },
  unlock: { by: ['organiser'], during: ['self_scoring'], units: ['approved'] },
  appraise_1: { by: ['appraiser'], during: ['appraisal'], units: ['approved'], notOwn: true },
  object: { by: ['unit_officer', 'unit_leader'], during: ['explanation'], units: ['approved'] },
  answer_objection: { by: ['appraiser'], during: ['explanation', 'second_appraisal'], units: ['approved'], notOwn: true },
  appraise_2: { by: ['appraiser'], during: ['second_appraisal'], units: ['approved'], notOwn: true },
  fill_system: { by: ['organiser', 'appraiser'], during: ['self_scoring', 'appraisal', 'second_appraisal'] },
  set_survey: { by: ['organiser'], during: beforePublication },
  import_survey: { by: ['organiser'], during: ['appraisal', 'explanation', 'second_appraisal', 'council'] },
  decide: { by: ['organiser'], during: ['council'], units: ['approved'], notOwn: true },
  publish: { by: ['organiser'], during: ['council'] },
  reopen: { by: ['organiser'], during: ['published'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Act = keyof typeof actRules;

export const actNames: Readonly<Record<Act, string>> = {
  set_dates: 'đặt thời hạn',
  extend: 'gia hạn',
  move: 'chuyển giai đoạn',
  score: 'tự chấm điểm',
  hand_in: 'trình lãnh đạo',
  approve: 'duyệt điểm tự chấm',
  give_back: 'trả lại để chấm tiếp',
  lock_overdue: 'khóa phiếu quá hạn',
  unlock: 'mở khóa điểm tự chấm',
  appraise_1: 'thẩm định lần 1',
  object: 'giải trình',
  answer_objection: 'trả lời giải trình',
  appraise_2: 'thẩm định lần 2',
  fill_system: 'lấy số liệu hệ thống',
  set_survey: 'khai nhóm người trả lời điều tra',
  import_survey: 'nạp kết quả điều tra',
  decide: 'ghi kết quả của hội đồng',
  publish: 'công bố',
  reopen: 'mở lại đợt đã công bố',
};

/**
 * What an act meets: the capacities of the person, the phase of the round and, where it concerns a unit, the state of the unit and whether
 * the person may score for it as one of their own.
 */
export type Standing = {
  readonly held: ReadonlySet<Capacity>;
  readonly phase: Phase;
  readonly unitState?: UnitState | undefined;
  readonly isOwn?: boolean | undefined;
};

/** Whether the table lets somebody act so. */
export function mayAct(act: Act, standing: Standing): boolean {
  return refusalOf(act, standing) === undefined;
}

/** @throws AppError `scoring.not_your_part`, `scoring.own_unit`, `scoring.not_in_phase`, `scoring.unit_not_there` */
export function requireAct(act: Act, standing: Standing): void {
  const refusal = refusalOf(act, standing);
  if (refusal) throw refusal;
}

/** The acts that the table offers, for the screens. */
export function actsFor(standing: Standing): Act[] {
  return (Object.keys(actRules) as Act[]).filter((act) => mayAct(act, standing));
}

function refusalOf(act: Act, { held, phase, unitState, isOwn }: Standing): AppError | undefined {
  const rule: Rule = actRules[act];
  if (!rule.by.some((capacity) => held.has(capacity)))
    return new AppError('forbidden', 'scoring.not_your_part', {
      act: actNames[act],
      allowed: rule.by.map((capacity) => capacityNames[capacity]).join(', '),
    });
  if (rule.notOwn && isOwn) return new AppError('forbidden', 'scoring.own_unit', { act: actNames[act] });
  if (!rule.during.includes(phase))
    return new AppError('conflict', 'scoring.not_in_phase', {
      act: actNames[act],
      phase: phaseNames[phase],
      allowed: rule.during.map((one) => phaseNames[one]).join(', '),
    });
  if (rule.units && unitState !== undefined && !rule.units.includes(unitState))
    return new AppError('conflict', 'scoring.unit_not_there', {
      act: actNames[act],
      state: unitStateNames[unitState],
      allowed: rule.units.map((one) => unitStateNames[one]).join(', '),
    });
  return undefined;
}
