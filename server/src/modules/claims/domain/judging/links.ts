// SPDX-License-Identifier: Apache-2.0
import { findLeadStart, hasAny, isVisible, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { isCountedAt } from '../reading/skip.ts';
import { tokenAt } from '../reading/tokens.ts';

/**
 * How firmly a percent is tied to a count: `strong` ("689 hồ sơ chiếm 3,45 %"), `condition`
 * ("2/85 khu vực đạt 100%": perhaps a level that they reach), `weak` (only near each other).
 */
export type Link = { readonly numerator: Figure; readonly strength: 'strong' | 'condition' | 'weak' };

const NO_LINKS: readonly Link[] = [];
/** Signs behind which a share of what stands before them may begin. */
const PAUSES = new Set([',', ')', '-', '–', ';', '=']);
const OPENS_FIRMLY = /^ (?:chiếm|đạt|bằng|tương|ứng|tỷ|tỉ|tl|hay|tức|hoàn) /;
const FIRM_VERBS = phrases('chiếm', 'bằng', 'tương đương', 'tương ứng', 'ứng với', 'tỷ lệ', 'tỉ lệ', 'tỷ trọng', 'tỉ trọng', 'tl');
/** "12/45 xã có tỷ lệ số hóa dưới 50%": what they have, not how many they are. */
const OWN_RATE = / có (?:\S+ ){0,4}t[ỷỉ] lệ /;
const BOUNDED = / (?:dưới|từ|tối thiểu|ít nhất|không quá) $/;
const REACHED = phrases('đạt', 'hay');
const SHARE = phrases('đạt', 'chiếm', 'tỷ lệ', 'tỉ lệ');
const EQUIVALENT = phrases('tương đương', 'tương ứng', 'ứng với', 'tức');
const TAKES = phrases('chiếm');
const RESPECTIVE = phrases('lần lượt');
const FROM = / (?:tăng|giảm|rút ngắn) từ (?:\S+ ){0,2}$/;
const TURNS = phrases('còn', 'xuống', 'lên', 'thành');
const BARE_LINK =
  /^ (?:hoàn thành )?(?:(?:đạt|chiếm|bằng|tương|đương|ứng|với|tỷ|tỉ|lệ|trọng|tl|là|hay|tức|khoảng|gần|hơn|trên|xấp|xỉ|ước|được|mức|chừng|còn|cao|tới|đến) )*$/;
const CHANGES = ['tăng', 'giảm', 'vượt', 'rút ngắn', 'cao hơn', 'thấp hơn'];
const CHANGE = phrases(...CHANGES);
const FARTHEST_TOKENS = 40;
const FARTHEST_FIGURES = 10;

/** The words right before a percent, and what stands before them. */
export function readLead(reading: Reading, percent: Figure): PercentLead {
  const known = reading.percentLeads[percent.index];
  if (known !== undefined) return known;
  const at = findLeadStart(reading, percent.at);
  const { type, low } = tokenAt(reading.tokens, at);
  const isSame = at >= 0 && reading.structure.sentence[at] === reading.structure.sentence[percent.at];
  const words = wordsBetween(reading, at + 1, percent.at);
  const isOfChange = isChange(words) || (words !== ' ' && EQUIVALENT.test(words) && followsChange(reading, percent));
  const lead = { words, boundary: !isSame ? '' : type === 'number' ? '#' : low, at, isChange: isOfChange };
  reading.percentLeads[percent.index] = lead;
  return lead;
}

/** "giảm từ 1.245 ngày xuống còn 806 ngày, tương đương 35,3%". */
function followsChange(reading: Reading, percent: Figure): boolean {
  const before = reading.figures[percent.index - 2];
  const after = reading.figures[percent.index - 1];
  if (before?.kind !== 'count' || after?.kind !== 'count' || before.sentence !== percent.sentence || after.sentence !== percent.sentence)
    return false;
  return FROM.test(leadOf(reading, before)) && hasAny(leadOf(reading, after), TURNS);
}

/** "tăng 11,25%": a change, unless a share follows the word ("cắt giảm đạt 75%"). */
function isChange(words: string): boolean {
  if (words === ' ' || !CHANGE.test(words)) return false;
  const last = Math.max(...CHANGES.map((word) => words.lastIndexOf(` ${word} `)));
  return !hasAny(words.slice(last), SHARE);
}

/** The counts that a percent may be a share of, the firmest first. */
export function findLinks(reading: Reading, percent: Figure): readonly Link[] {
  const respective = findRespective(reading, percent);
  if (respective !== undefined) return [{ numerator: respective, strength: 'strong' }];
  const back = findBackLinks(reading, percent);
  const ahead = findLinkAhead(reading, percent);
  if (ahead === undefined) return back;
  const isFirm = ahead.numerator.baseIndex >= 0 || back[0]?.strength !== 'strong';
  return isFirm ? [ahead, ...back] : [...back, ahead];
}

/** "9/11 phòng và 18/24 xã, đạt lần lượt 81,82% và 75%": the counts in the order of the percents. */
function findRespective(reading: Reading, percent: Figure): Figure | undefined {
  let first = percent.index;
  while (isListed(reading, first - 1, first)) first -= 1;
  let last = percent.index;
  while (isListed(reading, last, last + 1)) last += 1;
  const head = reading.figures[first];
  if (last === first || head === undefined || !hasAny(readLead(reading, head).words, RESPECTIVE)) return undefined;
  const counts: Figure[] = [];
  for (let j = first - 1; j >= 0 && j >= first - FARTHEST_FIGURES && counts.length <= last - first; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== percent.sentence || figure.kind !== 'count') break;
    if (!figure.isBase) counts.unshift(figure);
  }
  return counts.length === last - first + 1 ? counts[percent.index - first] : undefined;
}

/** Two percents with nothing but "và" or a comma between them. */
function isListed(reading: Reading, left: number, right: number): boolean {
  const a = reading.figures[left];
  const b = reading.figures[right];
  if (a?.kind !== 'percent' || b?.kind !== 'percent' || b.at - a.after !== 1) return false;
  const { low } = tokenAt(reading.tokens, a.after);
  return low === 'và' || low === ',' || low === ';';
}

/** "46,5% (79/170 máy tính)", "11% (tương đương 669 hộ)", "95%, tương ứng 669 hộ". */
function findLinkAhead(reading: Reading, percent: Figure): Link | undefined {
  const figure = reading.figures[percent.index + 1];
  if (figure === undefined || figure.kind !== 'count' || figure.sentence !== percent.sentence || figure.at - percent.after > 14)
    return undefined;
  let open = percent.after;
  while (open < figure.at && (tokenAt(reading.tokens, open).type === 'word' || isEnumerating(reading, open))) open += 1;
  if (tokenAt(reading.tokens, open).low === '(' && figure.scope !== percent.scope) {
    const words = wordsBetween(reading, open, figure.at);
    const isTied = figure.baseIndex >= 0 ? BARE_OR_COUNT.test(words) : false;
    return isTied || BARE_COUNT.test(words) || hasAny(words, EQUIVALENT) ? { numerator: figure, strength: 'strong' } : undefined;
  }
  const direct = wordsBetween(reading, percent.after, figure.at);
  const isDirect = hasAny(direct, EQUIVALENT) && (figure.at - percent.after <= 6 || figure.baseIndex >= 0);
  return isDirect ? { numerator: figure, strength: 'strong' } : undefined;
}

/** "98,75% thôn, bản (1.189/1.204 thôn, bản)": the comma of one thing under two names. */
const isEnumerating = (reading: Reading, i: number): boolean =>
  tokenAt(reading.tokens, i).low === ',' && isCountedAt(reading.tokens, i + 1);

const BARE_COUNT = /^ (?:(?:với|là|có|khoảng|gần|hơn) )*$/;
const BARE_OR_COUNT = /^ (?!(?:trong|tăng|giảm|so|năm|cùng|kế) )(?:\S+ ){0,8}$/;

function findBackLinks(reading: Reading, percent: Figure): readonly Link[] {
  const lead = readLead(reading, percent);
  const nearest = findCountsBefore(reading, percent);
  const first = nearest[0];
  if (first === undefined) return NO_LINKS;
  const before = findCoordinated(reading, percent, lead);
  if (before !== undefined) return [before];
  const strength = strengthOf(reading, lead, first, percent);
  return nearest.map((numerator): Link => ({ numerator, strength: numerator === first ? strength : 'weak' }));
}

/** "chiếm 8,88% số hồ sơ đất đai và 1,21% tổng số hồ sơ": both percents are of one count. */
function findCoordinated(reading: Reading, percent: Figure, lead: PercentLead): Link | undefined {
  const before = reading.figures[percent.index - 1];
  const isJoined = lead.boundary === '%' && lead.words.endsWith(' và ') && tokenAt(reading.tokens, percent.after).type === 'word';
  if (!isJoined || before?.kind !== 'percent' || before.sentence !== percent.sentence) return undefined;
  const link = findBackLinks(reading, before)[0];
  return link?.strength === 'strong' ? link : undefined;
}

function strengthOf(reading: Reading, lead: PercentLead, numerator: Figure, percent: Figure): Link['strength'] {
  const { boundary, words } = lead;
  if (boundary === '#') return isOwnNumber(numerator, lead.at) ? strengthOfDirect(words) : 'weak';
  if (boundary === '(' || boundary === '[') {
    const gap = startOfParentheses(reading, lead.at) - numerator.phraseEnd;
    return gap <= 8 && (BARE_LINK.test(words) || startsFirmly(words)) ? 'strong' : 'weak';
  }
  if (!PAUSES.has(boundary)) return strengthAcrossPhrase(reading, lead, numerator);
  if (words === ' ') return boundary === '=' || isDashed(lead, numerator) ? 'strong' : 'weak';
  if (percent.at - numerator.phraseEnd > FARTHEST_TOKENS) return 'weak';
  if (BARE_LINK.test(words)) return 'strong';
  return boundary !== ';' && OPENS_FIRMLY.test(words) && startsFirmly(words) ? 'strong' : 'weak';
}

/** "351 phiếu - 27,42%". */
const isDashed = (lead: PercentLead, numerator: Figure): boolean =>
  (lead.boundary === '-' || lead.boundary === '–') && lead.at - numerator.phraseEnd <= 0;

/** "90 đơn (khiếu nại 59, tố cáo 31) (đạt 75%)": parentheses right before are stepped over. */
function startOfParentheses(reading: Reading, at: number): number {
  if (tokenAt(reading.tokens, at - 1).low !== ')') return at;
  const scope = reading.structure.scope[at - 1] ?? 0;
  let i = at - 1;
  while (i > 0 && at - i < FARTHEST_TOKENS && reading.structure.scope[i - 1] === scope) i -= 1;
  return i;
}

/** "đạt tỷ lệ đúng hạn toàn tỉnh 98,33%" is tied to its count; "tỷ lệ hồ sơ trực tuyến là 79%" opens a new subject. */
const startsFirmly = (words: string): boolean =>
  /^ (?:chiếm|đạt|bằng|tương|ứng|hay|tức|hoàn thành) /.test(words) || /^ t[ỷỉ] lệ (?:\S+ ){0,1}$/.test(words);

const isOwnNumber = (numerator: Figure, at: number): boolean => at >= numerator.at && at < numerator.phraseEnd;

function strengthOfDirect(words: string): Link['strength'] {
  if (BOUNDED.test(words)) return 'weak';
  if (hasAny(words, FIRM_VERBS)) return OWN_RATE.test(words) ? 'condition' : 'strong';
  return hasAny(words, REACHED) ? 'condition' : 'weak';
}

/** The lead is cut by its length or a quote; the count's own phrase may reach into it. */
function strengthAcrossPhrase(reading: Reading, lead: PercentLead, numerator: Figure): Link['strength'] {
  const isNear = lead.at - numerator.phraseEnd <= 4 && lead.at > numerator.at && tokenAt(reading.tokens, lead.at).type === 'word';
  return isNear && hasAny(lead.words, TAKES) ? 'strong' : 'weak';
}

/** Up to three counts before a percent in its sentence, nearest first, skipping closed parentheses and bases. */
export function findCountsBefore(reading: Reading, percent: Figure): Figure[] {
  const found: Figure[] = [];
  for (let j = percent.index - 1; j >= 0 && j >= percent.index - FARTHEST_FIGURES && found.length < 3; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== percent.sentence) break;
    const isCandidate =
      figure.kind === 'count' && !figure.isBase && (figure.group !== 'time' || figure.baseIndex >= 0) && figure.group !== 'rank';
    if (isCandidate && isVisible(reading, figure.scope, percent.scope)) found.push(figure);
  }
  return found;
}
