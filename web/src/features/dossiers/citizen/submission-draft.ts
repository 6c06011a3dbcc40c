// SPDX-License-Identifier: Apache-2.0
import { fileMaxBytes, mostFiles, type OnlinePaper } from './citizen.api.ts';

/** What a citizen has filled in so far. */
export type SubmissionDraft = {
  readonly unitId: string;
  readonly name: string;
  readonly kind: number;
  readonly phone: string;
  readonly identityNumber: string;
  readonly email: string;
  readonly address: string;
  readonly subject: string;
  /** Files by code of their paper. */
  readonly files: Readonly<Record<string, readonly File[]>>;
  /** Codes of papers that will be brought on paper. */
  readonly later: readonly string[];
};

export const emptySubmission: SubmissionDraft = {
  unitId: '',
  name: '',
  kind: 1,
  phone: '',
  identityNumber: '',
  email: '',
  address: '',
  subject: '',
  files: {},
  later: [],
};

/** Required papers for which neither a file nor a promise is there; they are named all at once. */
export function missingPapers(papers: readonly OnlinePaper[], { files, later }: Pick<SubmissionDraft, 'files' | 'later'>): OnlinePaper[] {
  return papers.filter(({ code, condition }) => condition === null && !files[code]?.length && !later.includes(code));
}

export function countFiles({ files }: Pick<SubmissionDraft, 'files'>): number {
  return Object.values(files).reduce((sum, list) => sum + list.length, 0);
}

export type Unfit = { readonly file: File; readonly why: 'too_large' | 'empty_file' | 'too_many' };

/** Adds files to a paper; those that cannot be sent are told instead. */
export function withFiles(
  draft: SubmissionDraft,
  paperCode: string,
  chosen: readonly File[],
): { readonly draft: SubmissionDraft; readonly unfit: readonly Unfit[] } {
  const unfit: Unfit[] = [];
  const fit: File[] = [];
  for (const file of chosen) {
    const isFull = countFiles(draft) + fit.length >= mostFiles;
    const why = file.size === 0 ? 'empty_file' : file.size > fileMaxBytes ? 'too_large' : isFull ? 'too_many' : null;
    if (why) unfit.push({ file, why });
    else fit.push(file);
  }
  const files = { ...draft.files, [paperCode]: [...(draft.files[paperCode] ?? []), ...fit] };
  const later = fit.length > 0 ? draft.later.filter((code) => code !== paperCode) : draft.later;
  return { draft: { ...draft, files, later }, unfit };
}

export function withoutFile(draft: SubmissionDraft, paperCode: string, file: File): SubmissionDraft {
  return { ...draft, files: { ...draft.files, [paperCode]: (draft.files[paperCode] ?? []).filter((one) => one !== file) } };
}

export const isPhone = (text: string): boolean => /^(\+84)?\d{9,11}$/.test(text.replace(/[\s.-]/g, ''));
const passport = /^(?=[^A-Z]*[A-Z])(?=(?:[A-Z]*\d){4})[A-Z\d]{6,9}$/;
/** 9 or 12 digits of a person, not zeros, or a passport's letters and digits; of others also a tax or enterprise code. */
export function isIdentityNumber(text: string, kind: number): boolean {
  const bare = text.replace(/\s/g, '').toUpperCase();
  return (
    bare === '' || /^(?!0+$)(\d{9}|(?!000)\d{12})$/.test(bare) || passport.test(bare) || (kind !== 1 && /^\d{10}(-\d{3})?$/.test(bare))
  );
}
export const isEmail = (text: string): boolean => text.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** What is sent; null while something that is needed is missing. */
export function submissionOf(draft: SubmissionDraft, papers: readonly OnlinePaper[], procedureId: string) {
  const { unitId, kind, subject, later } = draft;
  const isWhole =
    unitId !== '' &&
    draft.name.trim() !== '' &&
    isPhone(draft.phone) &&
    isIdentityNumber(draft.identityNumber, kind) &&
    isEmail(draft.email);
  if (!isWhole || missingPapers(papers, draft).length > 0) return null;
  const text = (value: string): string | null => value.trim() || null;
  const { identityNumber, email, address } = draft;
  return {
    unitId,
    procedureId,
    applicant: {
      name: draft.name.trim(),
      kind,
      phone: draft.phone.trim(),
      identityNumber: text(identityNumber),
      email: text(email),
      address: text(address),
    },
    subject: text(subject),
    later,
  };
}

/** Every file with the code of its paper, in the order of the papers. */
export function filesOf({ files }: Pick<SubmissionDraft, 'files'>): { readonly paperCode: string; readonly file: File }[] {
  return Object.entries(files).flatMap(([paperCode, list]) => list.map((file) => ({ paperCode, file })));
}
