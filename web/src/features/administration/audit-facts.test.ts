// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { factLine, factsOf, plainKey, type Wording } from './audit-facts.ts';

const words: Wording = {
  label: (key) => `<${key}>`,
  value: (_, value) => String(value),
  none: 'chưa ghi',
  some: (count) => `${count} mục`,
  ids: (count) => `${count} mã`,
  open: 'mở',
};
const unit = '01a205a8-5fac-7631-a928-63cb7168cf0b';
const line = (value: unknown): string => factLine(factsOf(JSON.stringify(value), words));

test('a step is told as where from and where to', () => {
  expect(line({ from: 'planned', to: 'decided', reason: null })).toBe('<change>: planned → decided');
});

test('of a record that was rewritten only what differs is told', () => {
  expect(line({ from: { text: 'cũ', dueOn: '2022-12-31', note: null }, to: { text: 'mới', dueOn: '2022-12-31', note: 'x' } })).toBe(
    '<text>: cũ → mới; <note>: chưa ghi → x',
  );
});

test('a correction names each field once', () => {
  expect(line({ reason: 'nhầm', changes: { name: { from: 'A', to: 'B' } } })).toBe('<reason>: nhầm; <changes>: <name>: A → B');
});

test('lists are counted, and their entries are headed by what names them', () => {
  const [figures] = factsOf(JSON.stringify({ figures: [{ label: 'Máy tính', numerator: '79', parts: [] }] }), words);

  expect(figures?.value).toBe('1 mục');
  expect(figures?.parts.map(({ label, value, parts }) => [label, value, factLine(parts)])).toEqual([['1', 'Máy tính', '<numerator>: 79']]);
});

test('ids lead to what they mean, or are told by their end', () => {
  expect(factsOf(JSON.stringify({ unitId: unit, itemId: unit, units: [unit, unit] }), words)).toMatchObject([
    { value: 'mở', to: `/units/${unit}` },
    { value: '…68cf0b', to: null },
    { value: '2 mã' },
  ]);
});

test('what is no record is told as it is, and nothing is told of nothing', () => {
  expect(line([])).toBe('');
  expect(factLine(factsOf('không phải JSON', words))).toBe('không phải JSON');
  expect(line({ a: null, b: '', c: [] })).toBe('');
});

test('a key without a word is read apart', () => {
  expect(plainKey('statedText')).toBe('stated text');
  expect(plainKey('old_unit')).toBe('old unit');
});
