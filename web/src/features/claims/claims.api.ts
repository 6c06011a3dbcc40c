// SPDX-License-Identifier: Apache-2.0
import { api } from '../../shared/api/client.ts';
import { upload } from '../../shared/api/transfer.ts';

export const verdicts = ['inconsistent', 'question', 'undecidable', 'consistent'] as const;
export type Verdict = (typeof verdicts)[number];

export type Claim = {
  readonly kind: 'ratio' | 'percent_of_total' | 'sum' | 'growth' | 'other';
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly statedPercent: number | null;
  readonly recomputedPercent: number | null;
  readonly parts?: readonly number[];
  readonly total?: number;
  readonly verdict: Verdict;
  readonly message: string;
};

export type CheckedText = {
  readonly name: string | null;
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly counts: Readonly<Record<Verdict, number>>;
};

export const checkText = (text: string) => api.post<CheckedText>('/claims/check', { text });

export function checkFile(file: File, onProgress: (part: number) => void): Promise<CheckedText> {
  const form = new FormData();
  form.append('file', file);
  return upload<CheckedText>('/claims/check-file', form, onProgress);
}
