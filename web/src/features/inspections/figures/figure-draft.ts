// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { capitalised, fold } from '../../../shared/format/text.ts';
import type { ReformField } from '../../../shared/session/session.ts';
import type { Figure, FigureKind } from '../model/types.ts';

export type FigureDraft = {
  readonly code: string;
  readonly label: string;
  readonly reformField: ReformField;
  readonly kind: FigureKind;
  readonly numerator: string;
  readonly denominator: string;
  readonly parts: string;
  readonly statedPercent: string;
  readonly unitOfMeasure: string;
  readonly paragraph: string;
  readonly note: string;
};

export function draftOf(figure: Figure | null): FigureDraft {
  return {
    code: figure?.code ?? '',
    label: figure?.label ?? '',
    reformField: figure?.reformField ?? 'steering',
    kind: figure?.kind ?? 'ratio',
    numerator: shown(figure?.numerator),
    denominator: shown(figure?.denominator),
    parts: (figure?.parts ?? []).map((part) => `${part.label} = ${shown(part.value)}`).join('\n'),
    statedPercent: shown(figure?.statedPercent),
    unitOfMeasure: figure?.unitOfMeasure ?? '',
    paragraph: figure?.paragraph ? String(figure.paragraph) : '',
    note: figure?.note ?? '',
  };
}

type Read = {
  readonly quote: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly statedPercent: number | null;
};

/**
 * A figure read in a report, as the beginning of a declared one; what it counts is what stands beside the number.
 *
 * @example
 * draftOfRead({ quote: '12/18 thôn, bản (đạt 66,67%)', numerator: 12, denominator: 18, statedPercent: 66.67 }).label // 'Thôn, bản'
 */
export function draftOfRead({ quote, numerator, denominator, statedPercent }: Read): FigureDraft {
  const beside = /^\s*[\d.,/]+\s*%?\s*([^(\d]*)/.exec(quote)?.[1] ?? '';
  const label = capitalised(beside.replace(/[\s,;:–-]+$/, '').trim());
  const text = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));
  return {
    ...draftOf(null),
    code: codeOf(label),
    label,
    kind: denominator === null && statedPercent === null ? 'count' : 'ratio',
    numerator: text(numerator),
    denominator: text(denominator),
    statedPercent: text(statedPercent),
    note: quote.slice(0, 300),
  };
}

/** A code made of the words of a label: `Thôn, bản` becomes `thon_ban`. */
export function codeOf(label: string): string {
  return fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40);
}

function shown(value: string | null | undefined): string {
  return value?.replace('.', ',') ?? '';
}

/**
 * A number as Vietnamese type it, as the exact decimal text that is sent; null where it is no number.
 *
 * @example
 * decimalOf('5.369') // '5369'
 * decimalOf('45,45') // '45.45'
 */
export function decimalOf(text: string): string | null {
  const plain = text.trim().replace(/\s*%$/, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  return /^\d+([.,]\d+)?$/.test(plain) ? plain.replace(',', '.') : null;
}

/** Lines `tên = số` as the parts of a sum. */
export function partsOf(text: string): { label: string; value: string }[] {
  return text.split('\n').flatMap((line) => {
    const at = line.lastIndexOf('=');
    const value = decimalOf(line.slice(at + 1));
    const label = line.slice(0, at).trim();
    return at > 0 && label && value ? [{ label, value }] : [];
  });
}

/** What is sent; fields that the kind of figure does not know are empty. */
export function bodyOf(draft: FigureDraft, figure: Figure | null): Body<'declareFigures'>['figures'][number] {
  const isRatio = draft.kind === 'ratio';
  return {
    code: draft.code.trim(),
    label: draft.label.trim(),
    reformField: draft.reformField,
    kind: draft.kind,
    numerator: decimalOf(draft.numerator),
    denominator: isRatio ? decimalOf(draft.denominator) : null,
    parts: draft.kind === 'sum' ? partsOf(draft.parts) : [],
    statedPercent: isRatio ? decimalOf(draft.statedPercent) : null,
    statedText: figure?.statedText ?? null,
    unitOfMeasure: draft.unitOfMeasure.trim(),
    evidenceFileId: figure?.evidenceFileId ?? null,
    documentId: figure?.documentId ?? null,
    paragraph: /^\d+$/.test(draft.paragraph) ? Number(draft.paragraph) : null,
    note: draft.note.trim() || null,
  };
}
