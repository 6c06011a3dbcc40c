// SPDX-License-Identifier: Apache-2.0
import type { ClockRuleCode, Sentence, StepKind } from './types.ts';

/** A step of the proof before its moments and rule are written out; moments as minutes of Việt Nam's time. */
export type StepDraft = {
  readonly kind: StepKind;
  readonly from: number;
  readonly to?: number;
  readonly units?: number;
  readonly minutes?: number;
  readonly rule?: ClockRuleCode | undefined;
  readonly text: Sentence;
};

export const none: Sentence = { vi: '', en: '' };
export const same = (text: string): Sentence => ({ vi: text, en: text });

/** Fills `Vietnamese|English` with the wording of each language. */
export function sentence(parts: TemplateStringsArray, ...values: (Sentence | string)[]): Sentence {
  const bar = parts.findIndex((part) => part.includes('|'));
  const [viEnd = '', enStart = ''] = (parts[bar] ?? '').split('|');
  const join = (texts: readonly string[], first: number, language: keyof Sentence): string =>
    texts
      .map((text, index) => {
        const value = index === 0 ? undefined : values[first + index - 1];
        return `${typeof value === 'object' ? value[language] : (value ?? '')}${text}`;
      })
      .join('');
  return {
    vi: join([...parts.slice(0, bar), viEnd], 0, 'vi'),
    en: join([enStart, ...parts.slice(bar + 1)], bar, 'en'),
  };
}
