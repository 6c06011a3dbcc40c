// SPDX-License-Identifier: Apache-2.0
import type { NodeKind } from '../../domain/criteria/criteria-set.ts';
import type { Stage } from '../../domain/cycle/stages.ts';
import type { Sheet, SheetItem, ToldScore } from '../cycle/read-sheet.ts';

/** A row of the official score table; points are decimal texts, null where the row has none. */
export type ScoreRow = {
  readonly code: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly maximum: string;
  readonly self: string | null;
  readonly appraised: string | null;
  readonly survey: string | null;
  readonly got: string | null;
  readonly evidence: string;
  readonly note: string;
};

/** The columns of the official table in their order (docs/domain/scoring-cycle.md, "The printed table"). */
export const scoreHeadings = [
  'STT',
  'Lĩnh vực, tiêu chí, tiêu chí thành phần',
  'Điểm tối đa',
  'Điểm tự đánh giá',
  'Điểm thẩm định',
  'Điều tra XHH',
  'Điểm đạt',
  'Giải trình, tài liệu kiểm chứng',
  'Ghi chú',
] as const;

/** The sheet of a unit as rows, and its total as the last one. Sums stand where the engine makes them: self-scored and counting points. */
export function scoreRows(sheet: Sheet): ScoreRow[] {
  const { self, final } = sheet.results;
  const total: ScoreRow = {
    code: '',
    kind: 'field',
    name: 'Tổng điểm',
    maximum: sheet.set.maximum,
    self: self.total,
    appraised: null,
    survey: null,
    got: final.total,
    evidence: '',
    note: [final.index === null ? '' : `Chỉ số ${final.index.replace('.', ',')} %`, final.grade ?? ''].filter(Boolean).join('; '),
  };
  return [...sheet.items.map((item) => rowOf(sheet, item)), total];
}

function rowOf({ results }: Sheet, item: SheetItem): ScoreRow {
  const { code, kind, name, maximum } = item;
  const row = { code, kind, name, maximum };
  if (item.method === null) {
    const sumIn = (view: 'self' | 'final'): string | null => results[view].nodes.find((node) => node.code === code)?.points ?? null;
    return { ...row, self: sumIn('self'), appraised: null, survey: null, got: sumIn('final'), evidence: '', note: '' };
  }
  const papers = item.papers.map((paper) => (paper.place ? `${paper.name} (${paper.place})` : paper.name));
  const said = standing(item, 'self')?.note;
  const { counting } = item;
  return {
    ...row,
    self: standing(item, 'self')?.points ?? null,
    appraised: (standing(item, 'appraised_2') ?? standing(item, 'appraised_1'))?.points ?? null,
    survey: standing(item, 'survey')?.points ?? null,
    got: counting?.points ?? null,
    evidence: [...papers, ...(said ? [`Giải trình: ${said}`] : [])].join('; '),
    note: noteOf(counting),
  };
}

/** The score of a stage that counts or stands beside the one that does. */
function standing(item: SheetItem, stage: Stage): ToldScore | undefined {
  return item.scores.find((score) => score.stage === stage && (score.state === 'counts' || score.state === 'stands'));
}

function noteOf(counting: ToldScore | null): string {
  if (!counting) return 'Chưa có điểm';
  const reason = counting.stage === 'self' ? null : counting.note;
  return [counting.outcome === 'not_applicable' ? 'Không áp dụng' : '', reason ?? '', counting.source ?? ''].filter(Boolean).join('. ');
}
