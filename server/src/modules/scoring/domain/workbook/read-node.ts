// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import type { Ratio, Rule, RuleKind } from '../criteria/rule.ts';
import { answersOf, bandsOf, numberOfCell, optionsOf } from './list-cell.ts';
import { type NodeColumn, type NodeRow, nodeColumns } from './node-row.ts';
import {
  choiceOf,
  excessWords,
  kindWords,
  methodWords,
  reformFieldWords,
  ruleWordsOfKind,
  saidValue,
  type Words,
  yesNoWords,
  zeroWords,
} from './vocabulary.ts';

/** A cell that cannot be understood, as the workbook counts rows. */
export type CellProblem = { readonly sheet: string; readonly row: number; readonly column: string; readonly problem: string };

/** Tells what is wrong with a cell of the row that is read. */
export type Complain = (column: NodeColumn, problem: string) => void;

/** A node out of its row. Words that are not understood are told; numbers stay as they stand and are judged with the set. */
export function nodeOfRow(row: NodeRow, complain: Complain): CriteriaNode {
  const one = <T extends string>(column: NodeColumn, words: Words<T>, fallback: T): T => {
    const value = saidValue(words, row[column]);
    if (value === undefined) complain(column, `ghi một trong: ${choiceOf(words)}`);
    return value ?? fallback;
  };
  const oneOrNone = <T extends string>(column: NodeColumn, words: Words<T>): T | null => {
    if (row[column] === '') return null;
    const value = saidValue(words, row[column]);
    if (value === undefined) complain(column, `để trống hoặc ghi một trong: ${choiceOf(words)}`);
    return value ?? null;
  };
  const kind = one('kind', kindWords, 'sub_criterion');
  return {
    code: row.code,
    parentCode: row.parentCode === '' ? null : row.parentCode,
    kind,
    name: row.name,
    maximum: numberOfCell(row.maximum),
    method: oneOrNone('method', methodWords),
    evidence: row.evidence,
    appraiserField: oneOrNone('appraiserField', reformFieldWords),
    rule: ruleOf(one('rule', ruleWordsOfKind, 'sum'), row, complain),
    measure: row.measure === '' ? null : row.measure,
    mayBeNotApplicable: row.mayBeNotApplicable !== '' && one<'true' | 'false'>('mayBeNotApplicable', yesNoWords, 'false') === 'true',
    note: row.note,
  };
}

function ruleOf(kind: RuleKind, row: NodeRow, complain: Complain): Rule {
  const number = numberOfCell(row.number);
  switch (kind) {
    case 'sum':
      return { kind };
    case 'options':
      return { kind, options: listed(optionsOf(row.list), 'mỗi dòng một phương án: mã | nội dung | điểm', complain) };
    case 'rate_bands':
      return { kind, ratio: ratioOf(row, complain), bands: bandsOfRow(row, complain) };
    case 'amount_bands':
      return { kind, amount: row.counted, bands: bandsOfRow(row, complain) };
    case 'proportional':
      return { kind, ratio: ratioOf(row, complain) };
    case 'threshold_linear':
      return { kind, ratio: ratioOf(row, complain), targetPercent: number };
    case 'floor_proportional':
      return { kind, ratio: ratioOf(row, complain), floorPercent: number };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { kind, unit: row.counted, perCase: number, most: row.most === '' ? null : numberOfCell(row.most) };
    case 'flat_deduction':
      return { kind, condition: row.counted, points: number };
    case 'survey_mean':
      return {
        kind,
        answers: listed(answersOf(row.list), 'mỗi dòng một mức trả lời: mã | phần trăm', complain),
        whenZero: outcomeOf(row, complain),
      };
    case 'leader_score':
      return { kind, step: row.number === '' ? null : number };
  }
}

function bandsOfRow(row: NodeRow, complain: Complain) {
  return listed(bandsOf(row.list), 'mỗi dòng một khoảng: [70; 90) | điểm; ngoặc vuông là kể cả giá trị đó', complain);
}

function listed<T>(found: T[] | undefined, form: string, complain: Complain): T[] {
  if (found === undefined) complain('list', form);
  return found ?? [];
}

function ratioOf(row: NodeRow, complain: Complain): Ratio {
  const whenAbove = row.whenAbove === '' ? 'refuse' : saidValue(excessWords, row.whenAbove);
  if (whenAbove === undefined) complain('whenAbove', `ghi một trong: ${choiceOf(excessWords)}`);
  return { numerator: row.counted, denominator: row.denominator, whenZero: outcomeOf(row, complain), whenAbove: whenAbove ?? 'refuse' };
}

/** Nothing is guessed here: what a zero denominator gives is a decision of the set. */
function outcomeOf(row: NodeRow, complain: Complain) {
  const outcome = saidValue(zeroWords, row.whenZero);
  if (outcome === undefined) complain('whenZero', `ghi một trong: ${choiceOf(zeroWords)}`);
  return outcome ?? 'zero';
}

/** Heading of a column. */
export function headingOf(column: NodeColumn): string {
  return nodeColumns.find(({ key }) => key === column)?.heading ?? column;
}
