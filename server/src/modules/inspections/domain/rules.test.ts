// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffItems, type ItemRow, readItemRows } from './checklist-diff.ts';
import { coverageOf } from './coverage.ts';
import { type DeadlineRule, deadlineState, ruleInForce } from './deadlines.ts';
import { canEditVisitPart, requireRoundPart, requireVisitPart } from './editing.ts';
import { inspectionsErrors } from './errors.ts';
import { looseNumbers, quotedCodes, withFigureIds } from './figure-tokens.ts';
import { roundStepNames } from './vocabulary.ts';

describe('coverage', () => {
  const unit = (id: string) => ({ id, name: `Xã ${id}`, illustrative: false });

  test('counts each unit once and only those in force', () => {
    const coverage = coverageOf([unit('a'), unit('a'), unit('gone')], [unit('a'), unit('b'), unit('c')]);

    expect(coverage).toMatchObject({ numerator: 1, denominator: 3, percent: '33.33' });
    expect(coverage.covered.map((one) => one.id)).toEqual(['a']);
    expect(coverage.uncovered.map((one) => one.id)).toEqual(['b', 'c']);
    expect(coverage.foreign.map((one) => one.id)).toEqual(['gone']);
  });

  test('of nothing is no percentage', () => {
    expect(coverageOf([], [])).toMatchObject({ numerator: 0, denominator: 0, percent: null });
  });
});

describe('deadlines', () => {
  const rule = (id: string, validFrom: string, validTo: string | null): DeadlineRule => ({
    id,
    code: 'conclusion',
    dayCount: 15,
    dayKind: 'working',
    countedFrom: '',
    validFrom,
    validTo,
    citation: '',
    certainty: 'sourced',
    note: '',
  });

  test('keep the rule of their own day', () => {
    const rules = [rule('old', '2017-12-15', '2025-06-30'), rule('new', '2025-07-01', null)];

    expect(ruleInForce(rules, 'conclusion', '2022-09-13')?.id).toBe('old');
    expect(ruleInForce(rules, 'conclusion', '2025-07-01')?.id).toBe('new');
    expect(ruleInForce(rules, 'conclusion', '2010-01-01')).toBeNull();
    expect(ruleInForce(rules, 'remediation_report', '2022-09-13')).toBeNull();
  });

  test('are met, late, running or overdue', () => {
    expect(deadlineState('2022-10-04', '2022-10-04', '2026-01-01')).toBe('met');
    expect(deadlineState('2022-10-04', '2022-10-05', '2026-01-01')).toBe('met_late');
    expect(deadlineState('2022-10-04', null, '2022-10-04')).toBe('running');
    expect(deadlineState('2022-10-04', null, '2022-10-05')).toBe('overdue');
  });
});

describe('figures in texts', () => {
  test('are quoted by code and printed by id', () => {
    const text = 'đạt {{figure:communes:ratio}} xã ({{figure:communes}}), {{figure:radio_items}} tin';

    expect(quotedCodes(text)).toEqual(['communes', 'radio_items']);
    expect(withFigureIds(text, new Map([['communes', 'id-1']]))).toBe(
      'đạt {figure:id-1:ratio} xã ({figure:id-1}), {figure:radio_items} tin',
    );
  });

  test('leave no number that leads nowhere', () => {
    expect(looseNumbers('Có 7 tin và 46,5% máy tính, 05/11 cơ quan')).toEqual(['7', '46,5', '05/11']);
    expect(
      looseNumbers('Ngày 14/9/2022, theo Kế hoạch số 1703/KH-UBND ngày 09/6/2022, TCVN ISO 9001:2015, Điều 46, mục F1.05, năm 2022'),
    ).toEqual([]);
    expect(looseNumbers('{{figure:communes:ratio}} xã')).toEqual([]);
  });
});

describe('what is open at a step', () => {
  test('agreed minutes close figures and findings, not the unit’s voice', () => {
    expect(canEditVisitPart('findings', 'on_site')).toBe(true);
    expect(canEditVisitPart('findings', 'minutes_agreed')).toBe(false);
    expect(canEditVisitPart('unit_voice', 'minutes_agreed')).toBe(true);
    expect(() => requireVisitPart('figures', 'minutes_signed')).toThrow('inspections.not_at_this_step');
    expect(() => requireRoundPart('legal_basis', 'announced')).toThrow('inspections.not_at_this_step');
  });
});

describe('a checklist workbook', () => {
  const item = (code: string, text = 'Nội dung'): ItemRow => ({
    code,
    fieldCode: code.slice(0, 2),
    text,
    evidence: '',
    source: '',
    certainty: 'sourced',
  });
  const cells = (code: string, change: Partial<Record<keyof ItemRow, string>> = {}) => ({
    ...item(code),
    certainty: 'có căn cứ',
    ...change,
  });

  test('names every wrong cell by row and column', () => {
    const { errors } = readItemRows(
      [
        { row: 2, cells: cells('F1.01') },
        { row: 3, cells: cells('F1.01', { text: '' }) },
        { row: 4, cells: cells('X9', { fieldCode: 'F9', certainty: 'chắc' }) },
      ],
      ['F1', 'F2'],
    );

    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Mã mục'],
      [3, 'Nội dung kiểm tra'],
      [4, 'Mã mục'],
      [4, 'Nhóm'],
      [4, 'Độ chắc chắn'],
    ]);
  });

  test('tells cell by cell what it would change', () => {
    const changes = diffItems(
      [item('F1.01'), item('F1.02'), item('F1.03')],
      [
        { ...item('F1.01'), row: 2 },
        { ...item('F1.02', 'Lời mới'), row: 3 },
        { ...item('F1.04'), row: 4 },
      ],
    );

    expect(changes).toEqual([
      {
        kind: 'changed',
        row: 3,
        code: 'F1.02',
        item: item('F1.02', 'Lời mới'),
        cells: [{ column: 'text', from: 'Nội dung', to: 'Lời mới' }],
      },
      { kind: 'added', row: 4, code: 'F1.04', item: item('F1.04') },
      { kind: 'retired', row: null, code: 'F1.03' },
    ]);
  });
});

test('sentences and demonstration call a round by the one word of the glossary', async () => {
  const demo = ['demo-dien-bien-2022.json', 'demo-muong-cha-2022.json', 'demo-accounts.json'].map((name) =>
    readFileSync(new URL(`../../../../seeds/${name}`, import.meta.url), 'utf8'),
  );
  const sentences = [...Object.values(inspectionsErrors).map(({ vi }) => vi), ...Object.values(roundStepNames), ...demo];

  expect(sentences.filter((text) => /(?:cuộc|lần) (?:kiểm tra|này)/i.test(text))).toEqual([]);
});
