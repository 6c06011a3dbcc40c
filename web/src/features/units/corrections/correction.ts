// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { areWhole, type Names } from '../changes/unit-change.ts';
import type { UnitSheet } from '../units.api.ts';

type Unit = UnitSheet['unit'];

/** A unit with its slips mended, as it is typed. */
export type CorrectionDraft = {
  readonly names: Names;
  readonly validFrom: string;
  readonly decision: string;
  readonly note: string;
  readonly reason: string;
};

export function correctionOf(unit: Unit): CorrectionDraft {
  const { code, name, authorityName, documentSymbol, validFrom } = unit;
  return {
    names: { code, name, authorityName, documentSymbol, agencyCode: unit.agencyCode ?? '' },
    validFrom,
    decision: unit.decision ?? '',
    note: unit.note ?? '',
    reason: '',
  };
}

/** What is sent: the fields that differ, with the reason; a field that was emptied goes as nothing. */
export function correctionBody(unit: Unit, draft: CorrectionDraft, dryRun: boolean): Body<'changeUnit'> {
  const filled = (text: string): string | null => text.trim() || null;
  const { names } = draft;
  const differs = (before: string | null, now: string): boolean => (before ?? '') !== now.trim();
  return {
    change: 'correct',
    version: unit.version,
    reason: draft.reason.trim(),
    dryRun,
    ...(differs(unit.code, names.code) ? { code: names.code.trim() } : {}),
    ...(differs(unit.name, names.name) ? { name: names.name.trim() } : {}),
    ...(differs(unit.authorityName, names.authorityName) ? { authorityName: names.authorityName.trim() } : {}),
    ...(differs(unit.documentSymbol, names.documentSymbol) ? { documentSymbol: names.documentSymbol.trim() } : {}),
    ...(differs(unit.agencyCode, names.agencyCode) ? { agencyCode: filled(names.agencyCode) } : {}),
    ...(differs(unit.validFrom, draft.validFrom) ? { validFrom: draft.validFrom } : {}),
    ...(differs(unit.decision, draft.decision) ? { decision: filled(draft.decision) } : {}),
    ...(differs(unit.note, draft.note) ? { note: filled(draft.note) } : {}),
  };
}

/** Whether the server can be asked what the correction would alter. */
export function isWholeCorrection(draft: CorrectionDraft): boolean {
  return draft.reason.trim() !== '' && draft.validFrom !== '' && areWhole(draft.names);
}
