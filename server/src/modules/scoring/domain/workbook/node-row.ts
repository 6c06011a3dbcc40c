// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import type { Ratio, Rule } from '../criteria/rule.ts';
import { answerLines, bandLines, numberCell, optionLines } from './list-cell.ts';
import { excessWords, kindWords, methodWords, reformFieldWords, ruleWordsOfKind, yesNoWords, zeroWords } from './vocabulary.ts';

/** Columns of the table of criteria in a workbook, in order. */
export const nodeColumns = [
  { key: 'code', heading: 'Mã', width: 10 },
  { key: 'parentCode', heading: 'Mã mục cha', width: 10 },
  { key: 'kind', heading: 'Loại', width: 20 },
  { key: 'name', heading: 'Lĩnh vực, tiêu chí, tiêu chí thành phần', width: 60 },
  { key: 'maximum', heading: 'Điểm tối đa', width: 12 },
  { key: 'method', heading: 'Ai chấm', width: 20 },
  { key: 'rule', heading: 'Cách tính điểm', width: 30 },
  { key: 'list', heading: 'Phương án, khoảng, thang trả lời', width: 44 },
  { key: 'counted', heading: 'Tử số hoặc nội dung đếm', width: 34 },
  { key: 'denominator', heading: 'Mẫu số', width: 34 },
  { key: 'whenZero', heading: 'Khi mẫu số bằng 0', width: 16 },
  { key: 'whenAbove', heading: 'Khi tử số lớn hơn mẫu số', width: 16 },
  { key: 'number', heading: 'Ngưỡng (%), điểm mỗi lần, bước', width: 16 },
  { key: 'most', heading: 'Trần điểm', width: 10 },
  { key: 'evidence', heading: 'Tài liệu kiểm chứng', width: 40 },
  { key: 'appraiserField', heading: 'Lĩnh vực thẩm định', width: 30 },
  { key: 'measure', heading: 'Số liệu liên kết', width: 22 },
  { key: 'mayBeNotApplicable', heading: 'Được ghi không áp dụng', width: 14 },
  { key: 'note', heading: 'Ghi chú', width: 30 },
] as const;

export type NodeColumn = (typeof nodeColumns)[number]['key'];
export type NodeRow = Readonly<Record<NodeColumn, string>>;

/** A node as the cells of its row. */
export function rowOfNode(node: CriteriaNode): NodeRow {
  return {
    code: node.code,
    parentCode: node.parentCode ?? '',
    kind: kindWords[node.kind],
    name: node.name,
    maximum: numberCell(node.maximum),
    method: node.method === null ? '' : methodWords[node.method],
    rule: ruleWordsOfKind[node.rule.kind],
    ...emptyRule,
    ...cellsOfRule(node.rule),
    evidence: node.evidence,
    appraiserField: node.appraiserField === null ? '' : reformFieldWords[node.appraiserField],
    measure: node.measure ?? '',
    mayBeNotApplicable: yesNoWords[node.mayBeNotApplicable ? 'true' : 'false'],
    note: node.note,
  };
}

type RuleCells = Pick<NodeRow, 'list' | 'counted' | 'denominator' | 'whenZero' | 'whenAbove' | 'number' | 'most'>;
const emptyRule: RuleCells = { list: '', counted: '', denominator: '', whenZero: '', whenAbove: '', number: '', most: '' };

function cellsOfRule(rule: Rule): Partial<RuleCells> {
  switch (rule.kind) {
    case 'sum':
      return {};
    case 'options':
      return { list: optionLines(rule.options) };
    case 'rate_bands':
      return { ...cellsOfRatio(rule.ratio), list: bandLines(rule.bands) };
    case 'amount_bands':
      return { counted: rule.amount, list: bandLines(rule.bands) };
    case 'proportional':
      return cellsOfRatio(rule.ratio);
    case 'threshold_linear':
      return { ...cellsOfRatio(rule.ratio), number: numberCell(rule.targetPercent) };
    case 'floor_proportional':
      return { ...cellsOfRatio(rule.ratio), number: numberCell(rule.floorPercent) };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { counted: rule.unit, number: numberCell(rule.perCase), most: rule.most === null ? '' : numberCell(rule.most) };
    case 'flat_deduction':
      return { counted: rule.condition, number: numberCell(rule.points) };
    case 'survey_mean':
      return { list: answerLines(rule.answers), whenZero: zeroWords[rule.whenZero] };
    case 'leader_score':
      return { number: rule.step === null ? '' : numberCell(rule.step) };
  }
}

function cellsOfRatio({ numerator, denominator, whenZero, whenAbove }: Ratio): Partial<RuleCells> {
  return { counted: numerator, denominator, whenZero: zeroWords[whenZero], whenAbove: excessWords[whenAbove] };
}
