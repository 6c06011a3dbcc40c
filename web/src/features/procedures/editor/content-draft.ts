// SPDX-License-Identifier: Apache-2.0
import type { Level, Limit, Mark, Version, VersionContent } from '../model/procedures.api.ts';

export type PaperDraft = {
  /** Stays with the row while its code is typed. */
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly form: string;
  readonly formFileId: string | null;
  readonly condition: string;
};
export type BasisDraft = {
  readonly key: string;
  readonly citation: string;
  readonly documentId: string | null;
  readonly documentCode: string | null;
};
export type UnitDraft = { readonly id: string; readonly name: string };

/** What a version says, as it stands in the fields of the form. */
export type ContentDraft = {
  readonly name: string;
  readonly sectorId: string;
  readonly level: Level;
  readonly hasLimit: boolean;
  readonly limitAmount: number | '';
  readonly limitUnit: Limit['unit'];
  readonly limitText: string;
  readonly feeAmount: number | '';
  readonly feeText: string;
  readonly decides: readonly UnitDraft[];
  readonly handles: readonly UnitDraft[];
  readonly papers: readonly PaperDraft[];
  readonly bases: readonly BasisDraft[];
  readonly publishedOn: string;
  readonly updatedOn: string;
  readonly mark: Mark | '';
  readonly note: string;
};

export const emptyContent: ContentDraft = {
  name: '',
  sectorId: '',
  level: 'commune',
  hasLimit: true,
  limitAmount: '',
  limitUnit: 'working_days',
  limitText: '',
  feeAmount: '',
  feeText: '',
  decides: [],
  handles: [],
  papers: [],
  bases: [],
  publishedOn: '',
  updatedOn: '',
  mark: '',
  note: '',
};

let made = 0;
/** A key that no other row of the page has. */
export function rowKey(): string {
  made += 1;
  return `row-${made}`;
}

/** The next free code of a paper: G1, G2, … */
export function nextPaperCode(papers: readonly PaperDraft[]): string {
  let number = papers.length + 1;
  while (papers.some((paper) => paper.code === `G${number}`)) number += 1;
  return `G${number}`;
}

/** The fields as a recorded version fills them. */
export function draftOf(version: Version): ContentDraft {
  const units = (task: 'decides' | 'handles'): UnitDraft[] =>
    version.competentUnits.filter((unit) => unit.task === task).map((unit) => ({ id: unit.unitId, name: unit.unitName }));
  return {
    name: version.name,
    sectorId: version.sectorId,
    level: version.level,
    hasLimit: version.limit !== null,
    limitAmount: version.limit?.amount ?? '',
    limitUnit: version.limit?.unit ?? 'working_days',
    limitText: version.limitText ?? '',
    feeAmount: version.feeAmount ?? '',
    feeText: version.feeText ?? '',
    decides: units('decides'),
    handles: units('handles'),
    papers: version.papers.map((paper) => ({ ...paper, key: rowKey(), form: paper.form ?? '', condition: paper.condition ?? '' })),
    bases: version.bases.map(({ citation, documentId, documentCode }) => ({ key: rowKey(), citation, documentId, documentCode })),
    publishedOn: version.publishedOn ?? '',
    updatedOn: version.updatedOn ?? '',
    mark: version.mark ?? '',
    note: version.note ?? '',
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What is sent; fields that are left empty say nothing. */
export function contentOf(draft: ContentDraft): VersionContent {
  const { hasLimit, limitAmount } = draft;
  return {
    name: draft.name.trim(),
    sectorId: draft.sectorId,
    level: draft.level,
    limit: hasLimit && limitAmount !== '' ? { amount: limitAmount, unit: draft.limitUnit } : null,
    limitText: orNull(draft.limitText),
    feeAmount: draft.feeAmount === '' ? null : draft.feeAmount,
    feeText: orNull(draft.feeText),
    papers: draft.papers.map(({ key: _key, ...paper }) => ({
      ...paper,
      code: paper.code.trim(),
      name: paper.name.trim(),
      form: orNull(paper.form),
      condition: orNull(paper.condition),
    })),
    publishedOn: orNull(draft.publishedOn),
    updatedOn: orNull(draft.updatedOn),
    mark: draft.mark || null,
    note: orNull(draft.note),
    competentUnits: (['decides', 'handles'] as const).flatMap((task) => draft[task].map((unit) => ({ unitId: unit.id, task }))),
    bases: draft.bases.map(({ citation, documentId }) => ({ citation: citation.trim(), documentId })),
  };
}

/** Whether everything is there that a version must say. */
export function isWhole(draft: ContentDraft): boolean {
  const limit = !draft.hasLimit || (draft.limitAmount !== '' && (draft.limitUnit !== 'hours' || draft.limitAmount > 0));
  const papers = draft.papers.every((paper) => paper.code.trim() !== '' && paper.name.trim() !== '');
  const bases = draft.bases.every((basis) => basis.citation.trim().length >= 2);
  return draft.name.trim().length >= 3 && draft.sectorId !== '' && limit && papers && bases;
}

/** Whether two drafts would send the same. */
export function saysTheSame(a: ContentDraft, b: ContentDraft): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}
