// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { isDecimal } from '../arithmetic/decimal.ts';
import type { CriteriaNode } from './criteria-set.ts';

/** What is wrong with a set, and where: the row (null for the set itself) and the field as a path. */
export type Fault = {
  readonly code: FaultCode;
  readonly row: number | null;
  readonly nodeCode: string | null;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
};

type Sentences = { readonly vi: string; readonly en: string };

/** Every fault with its sentences; `{name}` is filled from the params. */
export const faultSentences = {
  number: { vi: '"{value}" không phải số thập phân không âm (tối đa 6 chữ số sau dấu phẩy).', en: '"{value}" is no decimal number.' },
  too_precise: {
    vi: 'Điểm {value} có nhiều chữ số sau dấu phẩy hơn quy ước làm tròn ({decimals}).',
    en: '{value} has more decimals than the set rounds to ({decimals}).',
  },
  not_positive: { vi: 'Phải lớn hơn 0.', en: 'Must be above 0.' },
  above: { vi: '{value} lớn hơn mức cho phép {most}.', en: '{value} exceeds {most}.' },
  empty: { vi: 'Còn để trống.', en: 'Is empty.' },
  twice: { vi: 'Mã {value} xuất hiện hơn một lần.', en: 'The code {value} occurs more than once.' },
  code_form: {
    vi: 'Mã "{value}" chỉ được gồm chữ, số, dấu chấm, gạch ngang, gạch dưới và bắt đầu bằng chữ hoặc số.',
    en: 'The code "{value}" may hold letters, digits, points, hyphens and underscores, and begins with a letter or digit.',
  },
  no_field: { vi: 'Bộ tiêu chí chưa có lĩnh vực nào.', en: 'The set has no field.' },
  dates: { vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.', en: 'Validity must end after it begins.' },
  sum: {
    vi: 'Điểm tối đa là {maximum}, nhưng tổng điểm tối đa của các mục con là {sum}.',
    en: 'The maximum is {maximum}, but the children add up to {sum}.',
  },
  set_sum: {
    vi: 'Điểm tối đa của bộ là {maximum}, nhưng tổng các lĩnh vực là {sum}.',
    en: 'The maximum of the set is {maximum}, but the fields add up to {sum}.',
  },
  parent_missing: { vi: 'Không có mục cha mang mã {value}.', en: 'There is no parent {value}.' },
  parent_kind: {
    vi: 'Tiêu chí phải thuộc một lĩnh vực, tiêu chí thành phần phải thuộc một tiêu chí; lĩnh vực, điểm thưởng, điểm trừ không có mục cha.',
    en: 'A criterion belongs to a field, a sub-criterion to a criterion; fields, bonuses and deductions have no parent.',
  },
  cycle: { vi: 'Mục này là cha của chính nó qua các mục khác.', en: 'The node is its own ancestor.' },
  needs_sum: { vi: 'Mục có mục con thì điểm là tổng các mục con.', en: 'A node with children has their sum as its points.' },
  needs_rule: { vi: 'Mục không có mục con phải có cách tính điểm.', en: 'A node without children needs a rule of its own.' },
  needs_method: { vi: 'Chưa ghi ai chấm điểm mục này.', en: 'Who scores this item is not said.' },
  has_method: { vi: 'Mục có mục con không có phương pháp chấm riêng.', en: 'A node with children has no method of its own.' },
  rule_for_kind: { vi: 'Cách tính này không dùng cho điểm thưởng, điểm trừ.', en: 'This rule does not fit a bonus or deduction.' },
  modifier_applies: {
    vi: 'Điểm thưởng, điểm trừ không có "không áp dụng".',
    en: 'A bonus or deduction cannot be not applicable.',
  },
  contradicts_refuse: {
    vi: 'Bộ tiêu chí quy định không có mục "không áp dụng", nên mục này không được cho phép.',
    en: 'The set has no "not applicable", so it cannot be allowed here.',
  },
  too_few: { vi: 'Cần ít nhất {least} dòng.', en: 'Needs at least {least} rows.' },
  greatest: {
    vi: 'Mức cao nhất là {found}, phải đúng bằng {wanted} để đạt được điểm tối đa.',
    en: 'The greatest is {found}; it must be {wanted}, or the maximum is out of reach.',
  },
  band_empty: { vi: 'Khoảng này không chứa giá trị nào.', en: 'The band holds no value.' },
  band_gap: { vi: 'Giá trị {value} không thuộc khoảng nào.', en: 'No band holds {value}.' },
  band_overlap: { vi: 'Giá trị {value} thuộc hai khoảng.', en: 'Two bands hold {value}.' },
  percent: { vi: '{value} % ngoài khoảng từ 0 đến 100.', en: '{value} % is not between 0 and 100.' },
  not_multiple: { vi: 'Điểm tối đa {maximum} không phải bội của bước {value}.', en: 'The maximum {maximum} is no multiple of {value}.' },
  grade_order: { vi: 'Mức điểm phải giảm dần từ trên xuống.', en: 'Grades must fall strictly.' },
  grade_last: { vi: 'Loại cuối cùng phải bắt đầu từ 0 để đơn vị nào cũng được xếp loại.', en: 'The last grade must begin at 0.' },
} as const satisfies Readonly<Record<string, Sentences>>;

export type FaultCode = keyof typeof faultSentences;

/** The sentence of a fault in a language; Vietnamese prints its numbers with a comma. */
export function faultSentence(fault: Pick<Fault, 'code' | 'params'>, language: 'vi' | 'en'): string {
  return faultSentences[fault.code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fault.params[name] ?? '';
    return language === 'vi' && isDecimal(value) && !textParams.has(fault.code) ? vietnameseNumber(value) : value;
  });
}

/** Faults whose params are codes, which are printed as they stand. */
const textParams: ReadonlySet<FaultCode> = new Set(['twice', 'parent_missing', 'number', 'code_form']);

/** Collects faults of one row. */
export type Report = (code: FaultCode, path: string, params?: Readonly<Record<string, string>>) => void;

/** A collector of the faults of a row, or of the set where there is none. */
export function reportFor(faults: Fault[], row: number | null, node: CriteriaNode | null): Report {
  return (code, path, params = {}) => void faults.push({ code, row, nodeCode: node?.code ?? null, path, params });
}
