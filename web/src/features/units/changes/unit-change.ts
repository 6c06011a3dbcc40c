// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { changeUnit, dissolveUnit, mergeUnits, splitUnit, type UnitPlan, type UnitSheet } from '../units.api.ts';

export type ChangeKind = 'rename' | 'merge' | 'split' | 'dissolve';
export const changeKinds: readonly ChangeKind[] = ['rename', 'merge', 'split', 'dissolve'];

/** A unit that begins with the change, as it is typed. */
export type Names = {
  readonly code: string;
  readonly name: string;
  readonly authorityName: string;
  readonly documentSymbol: string;
  readonly agencyCode: string;
};
export type Named = { readonly id: string; readonly name: string };
export type Part = { readonly key: string; readonly names: Names };

export type Draft = {
  readonly kind: ChangeKind;
  readonly onDay: string;
  readonly decision: string;
  readonly names: Names;
  /** Units that end together with this one in a merger. */
  readonly others: readonly Named[];
  /** The merged unit exists already; null where a new one begins. */
  readonly into: Named | null;
  readonly intoNew: boolean;
  readonly parent: Named | null;
  readonly parts: readonly Part[];
  /** Which part takes over a unit below: key of the part by identifier of the unit. */
  readonly heirs: Readonly<Record<string, string>>;
};

export const noNames: Names = { code: '', name: '', authorityName: '', documentSymbol: '', agencyCode: '' };
let nextPart = 1;

export function newPart(): Part {
  return { key: `part-${nextPart++}`, names: noNames };
}

export function namesOf({ unit }: UnitSheet): Names {
  const { code, name, authorityName, documentSymbol } = unit;
  return { code, name, authorityName, documentSymbol, agencyCode: unit.agencyCode ?? '' };
}

export function draftOf(sheet: UnitSheet): Draft {
  const parent = sheet.parents.find((one) => one.to === null) ?? sheet.ancestors[0];
  return {
    kind: 'rename',
    onDay: '',
    decision: '',
    names: namesOf(sheet),
    others: [],
    into: null,
    intoNew: true,
    parent: parent ? { id: parent.id, name: parent.name } : null,
    parts: [newPart(), newPart()],
    heirs: {},
  };
}

const codeForm = /^[0-9A-Z][0-9A-Z./-]{0,39}$/;
const agencyForm = /^[A-Z][0-9]{2}(\.[0-9A-Z]+)*$/;

/** Which of the typed names the server would refuse, so that it is said beside the field. */
export function wrongNames(names: Names): readonly ('code' | 'agencyCode')[] {
  return [
    ...(names.code !== '' && !codeForm.test(names.code.trim()) ? (['code'] as const) : []),
    ...(names.agencyCode !== '' && !agencyForm.test(names.agencyCode.trim()) ? (['agencyCode'] as const) : []),
  ];
}

/** Whether a unit's names and codes are all there and in their form. */
export function areWhole(names: Names): boolean {
  const owed = [names.code, names.name, names.authorityName, names.documentSymbol];
  return owed.every((text) => text.trim() !== '') && wrongNames(names).length === 0;
}

/** Whether a change can be tried. */
export function isWhole(draft: Draft): boolean {
  if (draft.onDay === '') return false;
  if (draft.kind === 'rename') return areWhole(draft.names);
  if (draft.kind === 'merge') return draft.intoNew ? areWhole(draft.names) && draft.others.length > 0 : draft.into !== null;
  return draft.kind === 'dissolve' || draft.parts.every((part) => areWhole(part.names));
}

export function sent({ code, name, authorityName, documentSymbol, agencyCode }: Names) {
  return {
    code: code.trim(),
    name: name.trim(),
    authorityName: authorityName.trim(),
    documentSymbol: documentSymbol.trim(),
    agencyCode: agencyCode.trim() || null,
  };
}

/** What is sent for a split: each part with the units below that it takes over. */
export function splitBody(draft: Draft, dryRun: boolean): Body<'splitUnit'> {
  return {
    onDay: draft.onDay,
    decision: draft.decision.trim() || null,
    dryRun,
    parts: draft.parts.map((part) => ({
      ...sent(part.names),
      childIds: Object.keys(draft.heirs).filter((childId) => draft.heirs[childId] === part.key),
    })),
  };
}

/** What is sent for a merger into a unit that exists or into a new one. */
export function mergeBody(unitId: string, draft: Draft, dryRun: boolean): Body<'mergeUnits'> {
  return {
    unitIds: [unitId, ...draft.others.map((other) => other.id)],
    onDay: draft.onDay,
    decision: draft.decision.trim() || null,
    dryRun,
    into: draft.intoNew ? { unit: sent(draft.names), parentId: draft.parent?.id ?? null } : { unitId: draft.into?.id ?? '' },
  };
}

/** Tries a change or carries it out; either way the answer says what it does to the tree. */
export async function runChange({ unit }: UnitSheet, draft: Draft, dryRun: boolean): Promise<UnitPlan | null> {
  const { onDay } = draft;
  const decision = draft.decision.trim() || null;
  if (draft.kind === 'merge') return mergeUnits(mergeBody(unit.id, draft, dryRun));
  if (draft.kind === 'split') return splitUnit(unit.id, splitBody(draft, dryRun));
  if (draft.kind === 'dissolve') return dissolveUnit(unit.id, { onDay, decision, dryRun });
  const renamed = await changeUnit(unit.id, { change: 'rename', version: unit.version, onDay, decision, dryRun, ...sent(draft.names) });
  return renamed.plan;
}
