// SPDX-License-Identifier: Apache-2.0
import type { CompiledSet } from '../engine/compiled-set.ts';
import type { ItemInput } from '../engine/input.ts';
import type { CompiledItem } from '../engine/item.ts';
import type { Phase, UnitState } from './phases.ts';
import { scoreOne } from './score-one.ts';
import { isScoredAt, type Score, type Stage } from './stages.ts';

export type DemoPaper = { readonly fileId: string; readonly sha256: string; readonly name: string; readonly datedOn: string };
type DemoUnit = { readonly year: number; readonly unitCode: string; readonly place: number; readonly phase: Phase };
type DemoScore = Pick<
  Score,
  'itemCode' | 'stage' | 'sequence' | 'input' | 'outcome' | 'points' | 'note' | 'source' | 'origin' | 'inSightOf'
>;
type DemoEvidence = {
  readonly itemCode: string;
  readonly fileId: string;
  readonly documentId: null;
  readonly sha256: string;
  readonly name: string;
  readonly place: string;
  readonly datedOn: string;
  readonly expiresOn: null;
};

/** Objections of the demo: which unit, the how-many-th own item, and the answer where one was given. */
export const demoObjections = [
  { place: 0, itemOf: 3, text: 'Đề nghị xem lại: báo cáo đã gửi đúng hạn, có số văn bản đến.', answer: null },
  { place: 4, itemOf: 6, text: 'Đã bổ sung tài liệu kiểm chứng, trang 3 của báo cáo năm.', answer: null },
  {
    place: 7,
    itemOf: 1,
    text: 'Kế hoạch ban hành trong thời hạn của tỉnh.',
    answer: { accepted: true, text: 'Đã kiểm tra ngày ban hành; sẽ điều chỉnh ở thẩm định lần 2.' },
  },
  {
    place: 24,
    itemOf: 2,
    text: 'Đề nghị tính cả hồ sơ tiếp nhận cuối năm.',
    answer: { accepted: false, text: 'Hồ sơ chưa đến hạn tính vào năm sau theo hướng dẫn.' },
  },
] as const;

/** A generated sheet: the same for the same year and unit, however often it is made. */
export function demoSheet(
  set: CompiledSet,
  unit: DemoUnit,
  papers: { readonly own: DemoPaper | undefined; readonly before: DemoPaper | undefined; readonly shared: DemoPaper | undefined },
): { readonly state: UnitState; readonly scores: readonly DemoScore[]; readonly evidence: readonly DemoEvidence[] } {
  const isOver = unit.phase !== 'self_scoring';
  const state: UnitState = isOver || unit.place % 4 === 0 ? 'approved' : unit.place % 4 === 1 ? 'handed_in' : 'scoring';
  const scores: DemoScore[] = [];
  const evidence: DemoEvidence[] = [];
  for (const [index, item] of set.items.entries()) {
    const dice = (what: string): number => chance(`${unit.year} ${unit.unitCode} ${item.node.code} ${what}`);
    const give = (stage: Stage, input: ItemInput, note: string | null): void => {
      const { points } = scoreOne(item, set.conventions.decimals, input);
      const inSightOf = scores.filter(({ itemCode }) => itemCode === item.node.code).length;
      scores.push({
        itemCode: item.node.code,
        stage,
        sequence: 1,
        input,
        outcome: 'scored',
        points,
        note,
        source: null,
        origin: null,
        inSightOf,
      });
    };
    const input = demoInput(item, dice);
    const isEntered = state !== 'scoring' || dice('entered') < 0.55;
    if (isScoredAt(item.node, 'self') && isEntered) {
      const kind = dice('paper');
      const used = kind < 0.03 ? papers.shared : kind < 0.06 ? (papers.before ?? papers.own) : papers.own;
      const explained = dice('explained') < 0.3 || !used;
      give('self', input, explained ? 'Đơn vị giải trình: số liệu lấy từ sổ theo dõi và báo cáo năm.' : null);
      if (!explained) evidence.push({ itemCode: item.node.code, ...used, documentId: null, place: `Trang ${1 + index}`, expiresOn: null });
    }
    if (!isOver) continue;
    if (isScoredAt(item.node, 'survey')) give('survey', input, null);
    if (isScoredAt(item.node, 'appraised_1')) {
      const lowered = isScoredAt(item.node, 'self') && dice('lowered') < 0.12;
      give(
        'appraised_1',
        lowered ? demoInput(item, (what) => dice(`${what} appraised`) * 0.6) : input,
        lowered ? 'Tài liệu kiểm chứng chưa đủ.' : null,
      );
    }
    if (unit.phase === 'published' && item.node.method === 'leader') give('council', input, null);
  }
  return { state, scores, evidence };
}

/** An input that the rule understands; the higher the dice, the better. */
function demoInput({ node }: CompiledItem, dice: (what: string) => number): ItemInput {
  const good = Math.sqrt(dice('good'));
  const { rule } = node;
  switch (rule.kind) {
    case 'options':
      return { kind: 'option', option: rule.options[Math.floor((1 - good) * rule.options.length)]?.code ?? '' };
    case 'amount_bands':
      return { kind: 'amount', amount: String(Math.floor(good * 100)) };
    case 'per_case_deduction':
    case 'per_case_bonus':
      return { kind: 'cases', cases: String(good > 0.5 ? 0 : Math.floor((1 - good) * 4)) };
    case 'flat_deduction':
      return { kind: 'happened', happened: good < 0.1 };
    case 'survey_mean': {
      const counts = rule.answers.map(({ code }, index) => [code, String(Math.floor(dice(code) * 40 * (index < 2 ? 1.5 : 0.3)))] as const);
      return { kind: 'answers', counts: Object.fromEntries(counts) };
    }
    case 'leader_score':
      return { kind: 'points', points: '0' };
    default: {
      const denominator = 20 + Math.floor(dice('of') * 180);
      return { kind: 'ratio', numerator: String(Math.floor(denominator * (0.55 + 0.45 * good))), denominator: String(denominator) };
    }
  }
}

/** A number from 0 to below 1 that follows from a text alone (FNV-1a). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
