// SPDX-License-Identifier: Apache-2.0

/** Phases of a round, in order; the steps of the ministry's plan (Decision 757/QĐ-BNV of 25/9/2023) as a province takes them. */
export const phases = ['preparing', 'self_scoring', 'appraisal', 'explanation', 'second_appraisal', 'council', 'published'] as const;
export type Phase = (typeof phases)[number];

/** States of a unit's self-score: being entered, handed to the unit's leader, approved and locked. */
export const unitStates = ['scoring', 'handed_in', 'approved'] as const;
export type UnitState = (typeof unitStates)[number];

/** In what capacity somebody acts in a round. */
export const capacities = ['organiser', 'appraiser', 'unit_officer', 'unit_leader'] as const;
export type Capacity = (typeof capacities)[number];

export const phaseNames: Readonly<Record<Phase, string>> = {
  preparing: 'Chuẩn bị',
  self_scoring: 'Đơn vị tự chấm',
  appraisal: 'Thẩm định lần 1',
  explanation: 'Đơn vị giải trình',
  second_appraisal: 'Thẩm định lần 2',
  council: 'Hội đồng',
  published: 'Đã công bố',
};

export const unitStateNames: Readonly<Record<UnitState, string>> = {
  scoring: 'Đang tự chấm',
  handed_in: 'Đã trình lãnh đạo',
  approved: 'Lãnh đạo đã duyệt',
};

export const capacityNames: Readonly<Record<Capacity, string>> = {
  organiser: 'đơn vị tổ chức chấm điểm',
  appraiser: 'người thẩm định lĩnh vực',
  unit_officer: 'cán bộ của đơn vị',
  unit_leader: 'lãnh đạo đơn vị',
};

/** Where a round may go from a phase; going back to the council after publication is re-opening. */
const nextPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  preparing: ['self_scoring'],
  self_scoring: ['appraisal'],
  appraisal: ['explanation', 'self_scoring'],
  explanation: ['second_appraisal'],
  second_appraisal: ['council', 'explanation'],
  council: ['published', 'second_appraisal'],
  published: ['council'],
};

/** Phases that a round may go to; `isBack` ones need a reason. */
export function movesFrom(phase: Phase): { readonly to: Phase; readonly isBack: boolean }[] {
  return nextPhases[phase].map((to) => ({ to, isBack: phases.indexOf(to) < phases.indexOf(phase) }));
}
