// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { areWhole, type Named, type Names, noNames, sent } from '../changes/unit-change.ts';

/** The kinds of unit that begin here; a province comes with the installation. */
export const newLevels = ['commune', 'department', 'district'] as const;
export type NewLevel = (typeof newLevels)[number];

/** A unit that is to begin, as it is typed. */
export type UnitDraft = {
  readonly parent: Named | null;
  readonly level: NewLevel;
  readonly names: Names;
  readonly validFrom: string;
  readonly validTo: string;
  readonly decision: string;
  readonly note: string;
};

export function newUnitDraft(parent: Named | null): UnitDraft {
  return { parent, level: 'commune', names: noNames, validFrom: '', validTo: '', decision: '', note: '' };
}

/** Whether the server can be asked what it would write. */
export function isWholeUnit(draft: UnitDraft): boolean {
  return draft.parent !== null && draft.validFrom !== '' && draft.decision.trim() !== '' && areWhole(draft.names);
}

export function unitBody(draft: UnitDraft): Body<'createUnit'> {
  return {
    ...sent(draft.names),
    level: draft.level,
    parentId: draft.parent?.id ?? null,
    validFrom: draft.validFrom,
    validTo: draft.validTo || null,
    decision: draft.decision.trim() || null,
    note: draft.note.trim() || null,
  };
}
