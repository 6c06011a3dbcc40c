// SPDX-License-Identifier: Apache-2.0
import { type Token, tokenAt } from './tokens.ts';

/** Where each token stands: its sentence, its paragraph and its innermost pair of parentheses (0 for none). */
export type Structure = {
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  readonly scope: Int32Array;
  /** `parents[scope]` is the scope around it. */
  readonly parents: readonly number[];
  /** Whether any line is the item of a list. */
  readonly hasItems: boolean;
};

const ABBREVIATIONS = new Set([
  'tp',
  'tx',
  'tt',
  'p',
  'q',
  'h',
  'x',
  'ts',
  'ths',
  'pgs',
  'gs',
  'bs',
  'ks',
  'cn',
  'đ',
  'ô',
  'st',
  'mr',
  'ms',
  'no',
  'vd',
]);

/** Finds sentences, paragraphs and parentheses in one pass over tokens without wrapped lines. */
export function readStructure(text: string, tokens: readonly Token[]): Structure {
  const size = tokens.length;
  const structure = { sentence: new Int32Array(size), paragraph: new Int32Array(size), scope: new Int32Array(size) };
  const parents: number[] = [0];
  let sentence = 0;
  let paragraph = 0;
  let scope = 0;
  let hasEnded = false;
  let hasItems = false;
  for (let i = 0; i < size; i += 1) {
    const { low } = tokenAt(tokens, i);
    if (low === '(' || low === '[') {
      parents.push(scope);
      scope = parents.length - 1;
    }
    structure.sentence[i] = sentence;
    structure.paragraph[i] = paragraph;
    structure.scope[i] = scope;
    if (low === ')' || low === ']') scope = parents[scope] ?? 0;
    if (low === '\n') {
      if (!hasEnded) sentence += 1;
      const isItem = opensListItem(tokens, i + 1);
      hasItems ||= isItem;
      if (!isItem) paragraph += 1;
      scope = 0;
    } else {
      hasEnded = endsSentence(text, tokens, i);
      if (hasEnded) sentence += 1;
    }
  }
  return { ...structure, parents, hasItems };
}

/** The items of a list belong to the paragraph that announces them. */
function opensListItem(tokens: readonly Token[], i: number): boolean {
  const { low } = tokenAt(tokens, i);
  return (low === '-' || low === '+' || low === '–' || low === '•' || low === '*') && tokenAt(tokens, i + 1).type === 'word';
}

function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const { low, end } = tokenAt(tokens, i);
  if (low === '!' || low === '?') return true;
  if (low !== '.') return false;
  const before = tokenAt(tokens, i - 1);
  const next = text.charAt(end);
  const isFollowedBySpace =
    next === '' || next === ' ' || next === '\n' || next === '\r' || next === '\u00a0' || next === '"' || next === '”';
  if (before.type === 'word' && ABBREVIATIONS.has(before.low) && tokenAt(tokens, i + 1).type === 'word') return false;
  return isFollowedBySpace || isCapital(text.charAt(end));
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
