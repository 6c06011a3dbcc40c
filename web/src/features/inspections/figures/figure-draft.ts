// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { formatNumber } from '../../../shared/format/numbers.ts';
import { capitalised, fold } from '../../../shared/format/text.ts';
import type { ReformField } from '../../../shared/session/session.ts';
import type { Figure, FigureKind } from '../model/types.ts';

export type PartDraft = { readonly key: number; readonly label: string; readonly value: string };

/** What supports a figure, with the name by which it is known. */
export type Support = { readonly id: string; readonly name: string };

export type FigureDraft = {
  readonly code: string;
  readonly label: string;
  readonly reformField: ReformField;
  readonly kind: FigureKind;
  readonly numerator: string;
  readonly denominator: string;
  readonly parts: readonly PartDraft[];
  readonly statedPercent: string;
  readonly unitOfMeasure: string;
  readonly paragraph: string;
  readonly note: string;
  readonly file: Support | null;
  readonly document: Support | null;
};

let nextKey = 1;

export function emptyPart(): PartDraft {
  return { key: nextKey++, label: '', value: '' };
}

export function draftOf(figure: Figure | null): FigureDraft {
  return {
    code: figure?.code ?? '',
    label: figure?.label ?? '',
    reformField: figure?.reformField ?? 'steering',
    kind: figure?.kind ?? 'ratio',
    numerator: shown(figure?.numerator),
    denominator: shown(figure?.denominator),
    parts: (figure?.parts ?? []).map((part) => ({ key: nextKey++, label: part.label, value: shown(part.value) })),
    statedPercent: shown(figure?.statedPercent),
    unitOfMeasure: figure?.unitOfMeasure ?? '',
    paragraph: figure?.paragraph ? String(figure.paragraph) : '',
    note: figure?.note ?? '',
    file: support(figure?.evidenceFileId, figure?.evidenceFileName),
    document: support(figure?.documentId, figure?.documentCode),
  };
}

function support(id: string | null | undefined, name: string | null | undefined): Support | null {
  return id ? { id, name: name ?? '' } : null;
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
  const text = (value: number | null): string => (value === null ? '' : formatNumber(value));
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
  return value ? formatNumber(value) : '';
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

/** Whether something was typed that is no number, and would be lost if the figure were saved. */
export function isUnread(text: string): boolean {
  return text.trim() !== '' && decimalOf(text) === null;
}

/** A part of which only the name or only the number can be read; an empty line is no part. */
export function isHalfPart(part: PartDraft): boolean {
  const isEmpty = part.label.trim() === '' && part.value.trim() === '';
  return !isEmpty && (part.label.trim() === '' || decimalOf(part.value) === null);
}

/** The parts that are sent: every line that holds something. */
export function partsOf(parts: readonly PartDraft[]): { label: string; value: string }[] {
  return parts.flatMap((part) => {
    const value = decimalOf(part.value);
    return part.label.trim() && value !== null ? [{ label: part.label.trim(), value }] : [];
  });
}

/**
 * The sum of decimal texts, exact to the last digit.
 *
 * @example
 * sumOf(['18254', '7139.5']) // '25393.5'
 */
export function sumOf(values: readonly string[]): string {
  const places = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const scaled = values.map((value) => {
    const [whole = '0', fraction = ''] = value.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  });
  const digits = String(scaled.reduce((all, one) => all + one, 0n)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

/** Whether a draft can be saved without losing anything that was typed. */
export function isComplete(draft: FigureDraft): boolean {
  const numbers = [draft.numerator, ...(draft.kind === 'ratio' ? [draft.denominator, draft.statedPercent] : [])];
  return (
    draft.code.trim() !== '' &&
    draft.label.trim() !== '' &&
    !numbers.some(isUnread) &&
    !(draft.kind === 'sum' && draft.parts.some(isHalfPart)) &&
    (decimalOf(draft.numerator) !== null || (draft.kind === 'ratio' && decimalOf(draft.statedPercent) !== null))
  );
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
    evidenceFileId: draft.file?.id ?? null,
    documentId: draft.document?.id ?? null,
    paragraph: /^\d+$/.test(draft.paragraph) ? Number(draft.paragraph) : null,
    note: draft.note.trim() || null,
  };
}
