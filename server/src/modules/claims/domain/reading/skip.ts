// SPDX-License-Identifier: Apache-2.0
import { comesInWholes, findCountedNoun } from './lexicon.ts';
import { type Token, tokenAt } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Right before a number they make it a name: "Điều 5", "thứ 3", "mức độ 4". */
const ORDINAL_BEFORE = words('điều khoản mục chương thứ trang bảng biểu phụ_lục iso tcvn qcvn covid bis top số điểm_a hạng khoá khóa no');
/** The same, unless a counted thing follows: "năm 2021", but "trong năm 5.369 hồ sơ". */
const PERIOD_BEFORE = words(
  'tháng năm quý đợt kỳ lần mức loại tổ khu cấp lớp phố đường ngõ ngách hẻm kiệt thửa tuần phiên vòng thế_kỷ nhóm phòng tầng km phường quận số_nhà',
);
/** Two words that announce a document, a level, a place or a telephone number. */
const NAMED_BEFORE = new Set([
  'nghị định',
  'nghị quyết',
  'quyết định',
  'thông tư',
  'chỉ thị',
  'công văn',
  'đề án',
  'công điện',
  'hướng dẫn',
  'phụ lục',
  'mức độ',
  'cấp độ',
  'số nhà',
  'văn bản',
  'dự án',
  'đội',
  'quốc lộ',
  'giai đoạn',
  'tờ trình',
  'thông báo',
  'pháp lệnh',
  'chương trình',
  'kế hoạch',
  'kết luận',
  'phiên bản',
  'vị trí',
  'tờ',
  'số thứ',
  'nhiệm kỳ',
  'báo cáo',
  'bộ luật',
  'tiêu chuẩn',
  'biểu mẫu',
  'biểu số',
  'mẫu số',
]);
/** Things whose name ends like one that is numbered: "tổng số đại biểu 52". */
const COMPOUNDS = new Set(['đại biểu', 'tiêu biểu', 'hạng mục', 'chuyên mục', 'danh mục', 'đề mục', 'tài khoản']);
const PHONE_BEFORE = new Set(['dây nóng', 'tổng đài', 'điện thoại', 'số máy', 'liên hệ']);
const PHONE_LAST = words('nóng đài thoại máy hệ');
const PHONE_WORDS = words('nóng đài thoại máy hệ hotline sđt fax zalo đt');
const NAMED_LAST = new Set([...NAMED_BEFORE].map((name) => name.split(' ').pop() ?? name));
const DATE_STRONG = words('ngày sáng chiều tối trưa đêm hôm tháng mùng rạng tết lễ dịp quý năm');
const DATE_WEAK = words('từ đến trước sau lúc tới hết vào kể cuối đầu');
const ADDRESS_BEFORE = words('ngõ ngách hẻm kiệt đường nhà thửa lô lớp quốc_lộ phố khối');
const RANK_BEFORE = words('thứ hạng xếp đứng bậc top');

export const isCountedAt = (tokens: readonly Token[], i: number): boolean => {
  const noun = findCountedNoun(tokenAt(tokens, i).low, tokenAt(tokens, i + 1).low, tokenAt(tokens, i + 2).low);
  return noun !== undefined && comesInWholes(noun.group);
};

const isNumber = (tokens: readonly Token[], i: number): boolean => tokenAt(tokens, i).type === 'number';
const isYear = (raw: string): boolean => raw.length === 4 && /^(?:19|20)\d\d$/.test(raw);
const isDash = (low: string): boolean => low === '-' || low === '–' || low === '—';
const isPlainWithin = (raw: string, most: number): boolean => raw.length <= 2 && Number(raw) >= 1 && Number(raw) <= most;

/**
 * How many tokens from the number at `i` on form no figure: dates, document numbers, levels, ranges,
 * telephone numbers, times, list markers. 0 when the number is a figure.
 */
export function countSkipped(text: string, tokens: readonly Token[], i: number): number {
  return (
    skipListMarker(text, tokens, i) ||
    skipChain(text, tokens, i) ||
    skipLevel(tokens, i) ||
    skipNamed(text, tokens, i) ||
    skipFraction(tokens, i) ||
    skipYear(tokens, i)
  );
}

function skipListMarker(text: string, tokens: readonly Token[], i: number): number {
  const before = tokenAt(tokens, i - 1);
  const isLineStart = before.type === 'newline' || before.type === 'end';
  const { low, end } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  if (before.low === '(' && next.low === ')' && low.length <= 2) return 1;
  if (!isLineStart || low.length > 8) return 0;
  const isMarked = (next.low === '.' || next.low === ')') && next.start === end;
  const isHeading =
    /^\d{1,2}(\.\d{1,2}){1,3}$/.test(low) && next.type === 'word' && text.charAt(next.start) !== text.charAt(next.start).toLowerCase();
  return isMarked || isHeading ? 1 : 0;
}

/** 09/8/2022 · 15 - 09 - 2022 · 30/2020/NĐ-CP · 1367/QĐ-UBND · 3/ngày · 2021-2025 · 10 – 20 · 9001:2015 · 15:55:02 · 7h45. */
function skipChain(text: string, tokens: readonly Token[], i: number): number {
  const join = tokenAt(tokens, i + 1).low;
  const second = tokenAt(tokens, i + 2);
  if (join === ':' && second.type === 'number' && second.start === tokenAt(tokens, i).end + 1) return skipColons(tokens, i);
  if (join === '/' && second.type === 'word') return isCountedAt(tokens, i + 2) && !isCode(text, second) ? 1 : 3;
  if (join === '/' || isDash(join)) {
    if (second.type !== 'number') return 0;
    const isTriple =
      tokenAt(tokens, i + 3).low === join && (isNumber(tokens, i + 4) || (join === '/' && tokenAt(tokens, i + 4).type === 'word'));
    if (isTriple) return 5;
    return isDash(join) ? 3 : 0;
  }
  return /^[hg](\d|$)/.test(join) && join.length <= 3 && tokenAt(tokens, i + 1).start === tokenAt(tokens, i).end ? 2 : 0;
}

const isCode = (text: string, token: Token): boolean =>
  text.slice(token.start, token.start + 2).toUpperCase() === text.slice(token.start, token.start + 2);

function skipColons(tokens: readonly Token[], i: number): number {
  let count = 3;
  while (tokenAt(tokens, i + count).low === ':' && isNumber(tokens, i + count + 1) && count < 9) count += 2;
  return count;
}

/** "mức độ 3,4", "mức độ 3, 4", "cấp độ 3 và 4": service levels, never a decimal. */
function skipLevel(tokens: readonly Token[], i: number): number {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  const isLevel = (one === 'độ' && (two === 'mức' || two === 'cấp')) || (one === 'mức' && !isCountedAt(tokens, i + 1));
  if (!isLevel) return 0;
  let count = 1;
  while (count < 9) {
    const join = tokenAt(tokens, i + count).low;
    const next = tokenAt(tokens, i + count + 1);
    const isNextLevel =
      (join === ',' || join === 'và' || join === '&' || join === '/') && /^[1-5]$/.test(next.low) && !isCountedAt(tokens, i + count + 2);
    if (!isNextLevel) break;
    count += 2;
  }
  return count;
}

function skipNamed(text: string, tokens: readonly Token[], i: number): number {
  const one = tokenAt(tokens, i - 1).low;
  const two = tokenAt(tokens, i - 2).low;
  const before = NAMED_LAST.has(one) ? `${two} ${one}` : '';
  const isFraction = tokenAt(tokens, i + 1).low === '/' && isNumber(tokens, i + 2);
  const skipped = isFraction ? 3 : 1;
  if (one === 'số') return two === 'tổng' || two === 'trong' || two === 'con' || two === 'trên' ? 0 : isSymbolic(tokens, i, skipped);
  if (one === 'thứ' || one === 'hạng' || (isFraction && RANK_BEFORE.has(one))) return skipped;
  const isGrouped = /\.\d{3}$/.test(tokenAt(tokens, i).low) && !isFraction;
  if (ORDINAL_BEFORE.has(one)) return COMPOUNDS.has(`${two} ${one}`) || isGrouped ? 0 : skipped;
  const isCounted = isCountedAt(tokens, i + skipped);
  if (NAMED_BEFORE.has(before) && !isCounted) return isPlan(before) && !isCapitalAt(text, tokens, i - 2) ? 0 : skipped;
  if (PERIOD_BEFORE.has(one) && !isGrouped)
    return isCounted && tokenAt(tokens, i).low.length > 1 && !isYear(tokenAt(tokens, i).low) && !isFraction
      ? 0
      : isFraction && isCounted && !DATE_STRONG.has(one)
        ? 0
        : skipped;
  return isPhone(tokens, i) && !isCounted ? skipped : 0;
}

/** "đạt kế hoạch 150": a planned amount; "Kế hoạch 150/KH-UBND" is caught by its symbol. */
const isPlan = (before: string): boolean => before === 'kế hoạch' || before === 'dự án' || before === 'báo cáo';

const isCapitalAt = (text: string, tokens: readonly Token[], i: number): boolean => {
  const letter = text.charAt(tokenAt(tokens, i).start);
  return letter !== letter.toLowerCase();
};

const isSymbolic = (tokens: readonly Token[], i: number, skipped: number): number =>
  isCountedAt(tokens, i + skipped) && skipped === 1 ? 0 : skipped;

function isPhone(tokens: readonly Token[], i: number): boolean {
  for (let back = i - 1; back >= i - 8 && back >= 0; back -= 1) {
    const { low } = tokenAt(tokens, back);
    if (!PHONE_WORDS.has(low)) continue;
    if (!PHONE_LAST.has(low) || PHONE_BEFORE.has(`${tokenAt(tokens, back - 1).low} ${low}`)) return true;
  }
  return false;
}

/** Date-shaped, scale, address, clock or school-class fractions. */
function skipFraction(tokens: readonly Token[], i: number): number {
  if (tokenAt(tokens, i + 1).low !== '/' || !isNumber(tokens, i + 2)) return 0;
  const a = tokenAt(tokens, i).low;
  const b = tokenAt(tokens, i + 2).low;
  const before = tokenAt(tokens, i - 1).low;
  if (ADDRESS_BEFORE.has(before) || isYear(b) || (a === '24' && (b === '7' || b === '24'))) return 3;
  const isRate = before === 'lệ' || before === 'đồ' || before === 'hoạch';
  if (a === '1' && isRate && Number(b.replace('.', '')) >= 100) return 3;
  if (isZero(b)) return 3;
  const isDateShaped = (isPlainWithin(a, 31) && isPlainWithin(b, 12)) || (isPlainWithin(a, 12) && isPlainWithin(b, 31));
  if (!isDateShaped) return 0;
  if (DATE_STRONG.has(before)) return 3;
  const after = tokenAt(tokens, i + 3);
  if (isCountedAt(tokens, i + 3) || (!DATE_WEAK.has(before) && isFollowedByPercent(tokens, i + 3))) return 0;
  const isClosed = after.type !== 'word';
  return DATE_WEAK.has(before) ||
    (isClosed && after.low !== ')' && after.low !== '(') ||
    DATE_WEAK.has(after.low) ||
    isNumberlessDate(before, after)
    ? 3
    : 0;
}

/** "2/15 trụ sở (13,3%)": what follows is a thing and its share. */
function isFollowedByPercent(tokens: readonly Token[], from: number): boolean {
  if (tokenAt(tokens, from).type !== 'word' || DATE_WEAK.has(tokenAt(tokens, from).low)) return false;
  for (let i = from; i < from + 10; i += 1) {
    const { type, low } = tokenAt(tokens, i);
    if (type === 'number')
      return tokenAt(tokens, i + 1).low === '%' && (tokenAt(tokens, i - 1).low === '(' || tokenAt(tokens, i - 1).type === 'word');
    if (type !== 'word' && low !== '(' && low !== ',') return false;
  }
  return false;
}

/** "30/4 và 1/5", "(14/9)": no counted thing on either side. */
const isNumberlessDate = (before: string, after: Token): boolean =>
  before === '(' ||
  before === ',' ||
  before === '' ||
  before === '-' ||
  before === '–' ||
  before === 'và' ||
  after.low === 'và' ||
  after.low === 'của' ||
  after.low === 'tại' ||
  after.low === 'vừa';

const isZero = (raw: string): boolean => /^0+$/.test(raw);

/** "PAR Index 2023 trên 80%": a bare year counts nothing. */
function skipYear(tokens: readonly Token[], i: number): number {
  const { low } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1).low;
  return isYear(low) && next !== '/' && next !== '%' && !isCountedAt(tokens, i + 1) ? 1 : 0;
}
