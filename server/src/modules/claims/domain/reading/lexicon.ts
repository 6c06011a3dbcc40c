// SPDX-License-Identifier: Apache-2.0
import { NOUN_GROUPS } from './noun-groups.ts';

const GROUP_OF = new Map(Object.entries(NOUN_GROUPS).flatMap(([group, nouns]) => nouns.map((noun): [string, string] => [noun, group])));

/** Points that are places, not scores: "12/15 điểm giao dịch". */
const PLACE_AFTER_POINT = new Set([
  'giao',
  'trường',
  'bưu',
  'phục',
  'cầu',
  'dân',
  'du',
  'tái',
  'sạt',
  'nóng',
  'bán',
  'tiếp',
  'đen',
  'kinh',
  'khai',
  'mỏ',
  'truy',
  'trưng',
  'công',
  'thực',
  'kiểm',
  'phát',
]);

export type CountedNoun = { readonly group: string; readonly words: number };

type Branch = { noun: CountedNoun | undefined; readonly next: Map<string, Branch> };

/** The nouns by their words, so that most words of a text end the search at once. */
const NOUNS = new Map<string, Branch>();
for (const [noun, group] of GROUP_OF) {
  let next = NOUNS;
  let branch: Branch | undefined;
  for (const word of noun.split(' ')) {
    branch = next.get(word) ?? { noun: undefined, next: new Map() };
    next.set(word, branch);
    next = branch.next;
  }
  if (branch !== undefined) branch.noun = { group, words: noun.split(' ').length };
}

/** The counted thing that begins with these three words; `undefined` when the first one names no known thing. */
export function findCountedNoun(first: string, second: string, third: string): CountedNoun | undefined {
  const one = NOUNS.get(first);
  if (one === undefined) return undefined;
  if (first === 'điểm' && PLACE_AFTER_POINT.has(second)) return PLACE;
  const counted = first === 'lượt' ? findThingCounted(second, third) : undefined;
  if (counted !== undefined) return counted;
  const two = one.next.get(second);
  return two?.next.get(third)?.noun ?? two?.noun ?? one.noun;
}

const PLACE: CountedNoun = { group: 'office', words: 2 };

/** "lượt hồ sơ", "lượt hộ": times that a thing is counted, as the thing itself. */
function findThingCounted(second: string, third: string): CountedNoun | undefined {
  const one = NOUNS.get(second);
  const two = one?.next.get(third);
  const group = two?.noun?.group ?? one?.noun?.group;
  const isThing = group === 'person' || group === 'opinion' || group === 'dossier' || group === 'household' || group === 'business';
  return isThing ? { group, words: two?.noun === undefined ? 2 : 3 } : undefined;
}

const UNCOUNTABLE = new Set(['area', 'length', 'weight', 'money', 'point', 'time']);

/** Wholes: no report counts 19,63 dossiers. */
export const comesInWholes = (group: string): boolean => !UNCOUNTABLE.has(group);

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['ngàn', 3],
  ['nghìn', 3],
  ['triệu', 6],
  ['tỷ', 9],
  ['tỉ', 9],
]);

/** Words that end the noun phrase of a figure. */
export const PHRASE_STOPS: ReadonlySet<string> = new Set([
  'chiếm',
  'đạt',
  'tăng',
  'giảm',
  'là',
  'bằng',
  'so',
  'vượt',
  'nhưng',
  'với',
  'trên',
  'gồm',
  'bao',
  'từ',
  'tương',
  'ứng',
  'tỷ',
  'tỉ',
  'còn',
  'xuống',
  'lên',
  'nay',
]);

/** Words that tell something of a thing left unnamed: "812 trực tuyến", "480 đúng hạn", "14 chưa đạt". */
export const ELLIPTIC_WORDS: ReadonlySet<string> = new Set([
  'trực',
  'qua',
  'đúng',
  'sớm',
  'trước',
  'trễ',
  'quá',
  'chậm',
  'đã',
  'đang',
  'chưa',
  'không',
  'mới',
  'cũ',
  'hoàn',
  'được',
  'bị',
  'có',
  'thuộc',
  'về',
  'do',
  'theo',
  'ở',
  'tại',
  'của',
  'cho',
  'trong',
  'ngoài',
  'để',
  'và',
  'hoặc',
  'hài',
  'rất',
  'tốt',
  'khá',
  'giỏi',
  'yếu',
  'kém',
  'xuất',
  'tán',
  'vắng',
  'nộp',
  'gửi',
  'nhận',
  'xử',
  'giải',
  'thực',
  'triển',
  'đăng',
  'tham',
  'thiếu',
]);

export type Hedge = 'below' | 'above' | 'about';

const HEDGES: ReadonlyMap<string, Hedge> = new Map([
  ['gần', 'below'],
  ['xấp', 'about'],
  ['xỉ', 'about'],
  ['khoảng', 'about'],
  ['chừng', 'about'],
  ['ước', 'about'],
  ['hơn', 'above'],
  ['trên', 'above'],
  ['ngót', 'below'],
]);

export const findHedge = (word: string): Hedge | undefined => HEDGES.get(word);
