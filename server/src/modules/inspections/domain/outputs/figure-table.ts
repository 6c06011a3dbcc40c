// SPDX-License-Identifier: Apache-2.0
import { reformFieldNames } from '#kernel/reform-fields';
import type { Block, FigureRun, Run } from '#modules/documents';
import type { FieldResult, FigureFact } from './facts.ts';
import { column, line, ordinal, paragraph, word } from './legal-parts.ts';
import { countRun, type FigureBook, proseRuns, ratioText, writtenNumber } from './prose.ts';

/** Checklist results by reform field: every count is a figure, and the kinds of result add up to the items. */
export function fieldTable(fields: readonly FieldResult[], figures: FigureBook): Block {
  return {
    kind: 'table',
    columns: [
      column(10, 'center'),
      column(34),
      ...['items', 'met', 'partly', 'unmet', 'unjudged'].map(() => column(13, 'center')),
      column(40),
    ],
    header: ['STT', 'Lĩnh vực', 'Số mục', 'Đạt', 'Đạt một phần', 'Chưa đạt', 'Không đánh giá', 'Nhận xét'].map((text) => line(text)),
    rows: fields.map((result, at) => [
      ordinal(at),
      [word('name', reformFieldNames[result.field])],
      ...[result.items, result.met, result.partly, result.unmet, result.unjudged].map((count) => [countRun(count)]),
      proseRuns(result.remarks, figures),
    ]),
  };
}

const verdicts: Readonly<Record<FigureFact['verdict'], string>> = {
  agrees: 'Khớp',
  differs: 'Không khớp',
  question: 'Cần làm rõ',
  not_computable: 'Thiếu tử số hoặc mẫu số',
  count: 'Chưa đếm lại',
};

/** What the unit stated beside what the team computed from it or counted itself. */
export function figureTable(figures: readonly FigureFact[]): Block {
  return {
    kind: 'table',
    columns: [column(9, 'center'), column(35), column(20, 'center'), column(14, 'center'), column(18, 'center'), column(15, 'center')],
    header: ['STT', 'Chỉ tiêu', 'Số đơn vị báo cáo', 'Tỷ lệ báo cáo', 'Đoàn tính lại, đếm lại', 'Đối chiếu'].map((text) => line(text)),
    rows: figures.map((figure, at) => [
      ordinal(at),
      [word('name', figure.label)],
      [valueRun(figure, withUnit(ratioText(figure), figure.unitOfMeasure))],
      [valueRun(figure, figure.statedPercent)],
      [valueRun(figure, computed(figure))],
      line(verdicts[figure.verdict]),
    ]),
  };
}

const withUnit = (text: string | null, unit: string): string | null => (text === null || unit === '' ? text : `${text} ${unit}`);

function computed({ counted, recomputedPercent, sum }: FigureFact): string | null {
  if (!counted) return recomputedPercent ?? (sum === null ? null : writtenNumber(sum));
  const ratio = ratioText(counted);
  return counted.percent === null ? ratio : `${ratio} (${counted.percent})`;
}

function valueRun({ id }: FigureFact, text: string | null): Run {
  return text === null ? { kind: 'text', text: '–' } : { kind: 'figure', figureId: id, text };
}

/** Below the table: each sum added up again, and each question to the unit in full. */
export function figureNotes(all: readonly FigureFact[], questions: readonly string[], figures: FigureBook): readonly Block[] {
  return [
    ...all.filter((figure) => figure.sum !== null && figure.parts.length > 0).map(additionOf),
    ...questions.map((question): Block => ({ kind: 'paragraph', runs: proseRuns(question, figures) })),
  ];
}

function additionOf(figure: FigureFact): Block {
  const number = (value: string): FigureRun => ({ kind: 'figure', figureId: figure.id, text: writtenNumber(value) });
  const terms = figure.parts.flatMap(({ label, value }, at): (string | Run)[] => [
    at === 0 ? '' : ' + ',
    number(value),
    ' (',
    word('name', label.charAt(0).toLocaleLowerCase('vi') + label.slice(1)),
    ')',
  ]);
  return paragraph(
    'Cộng lại ',
    word('name', figure.label.charAt(0).toLocaleLowerCase('vi') + figure.label.slice(1)),
    ': ',
    ...terms.filter((term) => term !== ''),
    ' = ',
    number(figure.sum ?? ''),
    ...(figure.verdict === 'differs'
      ? [', đơn vị báo cáo tổng số ', number(figure.numerator ?? ''), '.']
      : [', khớp với tổng số đơn vị báo cáo.']),
  );
}
