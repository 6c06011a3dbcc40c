// SPDX-License-Identifier: Apache-2.0
import { compare, type Decimal, subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum, printed } from '../judging/drafts.ts';
import { agrees, overlap, sumRange } from '../judging/judge.ts';
import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isVisible, phrases, wordsBetween } from '../reading/context.ts';
import type { ExclusiveClass, Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

type Member = { readonly figure: Figure; readonly name: string };
type Group = { readonly family: ExclusiveClass['family']; readonly members: Member[] };

const FIGURES_BACK = 10;
const UNSETTLED = phrases('đang', 'chưa', 'tăng', 'giảm');
const DENUNCIATION = phrases('tc', 'tố cáo');
const COMPLAINT = phrases('kn', 'khiếu nại');
const INSIDE = phrases('trong đó', 'riêng', 'trong số');
const OPENS = phrases('trong đó', 'gồm', 'bao gồm');
const SETTLED = phrases('đã giải quyết', 'giải quyết xong', 'đã trả', 'đã xử lý', 'đến hạn');
const CARRIED = phrases('kỳ trước', 'chuyển sang', 'tăng', 'giảm');

/** Exclusive classes side by side: they cannot hold one another, exceed their total or miss it when their shares fill it. */
export function checkClasses(reading: Reading): JudgedSum[] {
  return readGroups(reading).flatMap((group) => {
    const question = findClassOfTheOthers(reading, group);
    const sumDraft = checkGroupTotal(reading, group);
    return [question, sumDraft].filter((draft) => draft !== undefined);
  });
}

function readGroups(reading: Reading): Group[] {
  const groups: Group[] = [];
  let open = new Map<string, Group>();
  let lastKeys = new Map<string, string>();
  let sentence = -1;
  for (const figure of reading.figures) {
    if (figure.sentence !== sentence && open.size > 0) {
      open = new Map();
      lastKeys = new Map();
    }
    sentence = figure.sentence;
    const exclusive = settledClassOf(reading, figure);
    if (exclusive === undefined) continue;
    const prefix = `${exclusive.family} ${figure.scope} `;
    const subject = subjectOf(describe(reading, figure));
    const key = subject === '' ? (lastKeys.get(prefix) ?? prefix) : `${prefix}${subject}`;
    lastKeys.set(prefix, key);
    const group = open.get(key);
    const member = { figure, name: exclusive.name };
    if (group !== undefined && !group.members.some(({ name }) => name === exclusive.name) && !isInside(reading, group, figure)) {
      group.members.push(member);
      continue;
    }
    const opened = { family: exclusive.family, members: [member] };
    open.set(key, opened);
    groups.push(opened);
  }
  return groups.filter((group) => group.members.length >= 2);
}

/** The class of a count that tells what became of something, not of what is under way. */
function settledClassOf(reading: Reading, figure: Figure): ExclusiveClass | undefined {
  if (figure.kind !== 'count' || figure.isBase || figure.baseIndex >= 0 || figure.group === 'time') return undefined;
  const exclusive = classOf(reading, figure);
  return exclusive === undefined || hasAny(describe(reading, figure), UNSETTLED) ? undefined : exclusive;
}

/** Complaints and denunciations are counted apart. */
const subjectOf = (words: string): string => (hasAny(words, DENUNCIATION) ? 'tc' : hasAny(words, COMPLAINT) ? 'kn' : '');

/** "đúng hạn 500, trong đó trước hạn 300": a class within a class. */
function isInside(reading: Reading, group: Group, figure: Figure): boolean {
  const last = group.members[group.members.length - 1];
  return last !== undefined && hasAny(wordsBetween(reading, last.figure.after, figure.at), INSIDE);
}

/** 5.190 on time, 5.126 early, 64 late: one of the three is the sum of the others, so they are not three classes. */
function findClassOfTheOthers(reading: Reading, { family, members }: Group): JudgedSum | undefined {
  if (family !== 'timeliness' || members.length < 3) return undefined;
  const whole = members.find(({ figure }) => figure.approx >= 10 && overlap(sumRange(others(members, figure)), figure.range));
  if (whole === undefined) return undefined;
  const rest = others(members, whole.figure);
  const late = members.find((member) => member.name === 'trễ hạn');
  const odd = late === undefined || late === whole ? members.find((member) => member !== whole) : late;
  const added = sum(rest.map((figure) => figure.value));
  const judged = draftSum(reading, rest, whole.figure, 'question', {
    code: 'class_equals_the_others',
    sum: added,
    difference: subtract(whole.figure.value, added),
  });
  const params = {
    rest: rest.map((figure) => printed(reading, figure)).join(' + '),
    restList: rest.map((figure) => printed(reading, figure)).join(', '),
    whole: printed(reading, whole.figure),
    wholeName: whole.name,
    odd: odd === undefined ? '' : printed(reading, odd.figure),
    oddName: odd?.name ?? '',
  };
  return { ...judged, draft: { ...judged.draft, finding: { code: 'class_equals_the_others', params } } };
}

const others = (members: readonly Member[], figure: Figure): Figure[] =>
  members.filter((member) => member.figure !== figure).map((member) => member.figure);

function checkGroupTotal(reading: Reading, group: Group): JudgedSum | undefined {
  const parts = group.members.map((member) => member.figure);
  const totals = findTotals(reading, group, parts).filter((total) => group.family !== 'level' || isOpened(reading, total, parts[0]));
  const added = sum(parts.map((part) => part.value));
  const range = sumRange(parts);
  const right = totals.find((total) => overlap(range, total.range));
  const [nearest] = totals;
  if (right !== undefined)
    return draftSum(reading, parts, right, 'consistent', { code: 'sum_agrees', sum: added, difference: subtract(right.value, added) });
  if (nearest === undefined) return undefined;
  const difference = subtract(nearest.value, added);
  if (totals.every((total) => compare(range.lo, total.range.hi) > 0))
    return draftSum(reading, parts, nearest, 'inconsistent', { code: 'sum_exceeds_total', sum: added, difference });
  const closest = totals.reduce(
    (best, total) =>
      Math.abs(total.approx - Number(added.units) / 10 ** added.scale) < Math.abs(best.approx - Number(added.units) / 10 ** added.scale)
        ? total
        : best,
    nearest,
  );
  const missing = isMissing(reading, group, nearest);
  if (missing !== undefined)
    return draftSum(reading, parts, nearest, missing, {
      code: missing === 'question' ? 'sum_falls_short' : 'sum_differs_from_total',
      sum: added,
      difference,
    });
  if (!fillsWhole(reading, parts) || areSharesOfSum(reading, parts, added)) return undefined;
  return draftSum(reading, parts, closest, 'inconsistent', {
    code: 'sum_differs_from_total',
    sum: added,
    difference: subtract(closest.value, added),
  });
}

/** Every class of a family is there, behind the total that opens them, and yet they are fewer: "40 người, trong đó 21 nam, 17 nữ". */
function isMissing(reading: Reading, { family, members }: Group, total: Figure): 'inconsistent' | 'question' | undefined {
  const first = members[0]?.figure;
  if (first === undefined || first.index !== total.index + 1) return undefined;
  const isPrinted = [total, ...members.map(({ figure }) => figure)].every((figure) => !figure.isRounded && !figure.isBase);
  if (!isPrinted || !isDivided(reading, total, first)) return undefined;
  if (isComplete(reading, family, new Set(members.map(({ name }) => name)), total)) return 'inconsistent';
  const added = members.reduce((result, { figure }) => result + figure.approx, 0);
  return family === 'channel' && total.approx - added <= 0.1 * total.approx ? 'question' : undefined;
}

function isComplete(reading: Reading, family: Group['family'], names: ReadonlySet<string>, total: Figure): boolean {
  if (family === 'sex') return names.size === 2;
  if (family === 'channel') return names.size === 3;
  const isTimely = names.has('trước và đúng hạn') || (names.has('sớm hạn') && names.has('đúng hạn'));
  return family === 'timeliness' && isTimely && names.has('trễ hạn') && hasAny(describe(reading, total), SETTLED);
}

/** "trong đó", "gồm", a colon or a parenthesis right behind the total. */
function isDivided(reading: Reading, total: Figure, first: Figure): boolean {
  const { low } = tokenAt(reading.tokens, total.phraseEnd);
  return low === ':' || (low === '(' && first.scope !== total.scope) || isOpened(reading, total, first);
}

/** Numbers of several levels are parts only of a total that announces them. */
const isOpened = (reading: Reading, total: Figure, first: Figure | undefined): boolean =>
  first !== undefined && hasAny(wordsBetween(reading, total.after, first.at), OPENS);

/** Totals printed before the classes, nearest first: comparable counts that could hold the largest class. */
function findTotals(reading: Reading, group: Group, parts: readonly Figure[]): Figure[] {
  const first = parts[0];
  if (first === undefined) return [];
  const largest = parts.reduce((best, part) => (part.approx > best.approx ? part : best), first);
  const totals: Figure[] = [];
  for (let j = first.index - 1; j >= 0 && j >= first.index - FIGURES_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || first.sentence - figure.sentence > 1 || figure.paragraph !== first.paragraph) break;
    const noun = figure.kind === 'count' ? nounDistance(figure, first) : undefined;
    const words = noun === undefined ? '' : describe(reading, figure);
    const isSameSubject = group.family !== 'finding' || subjectOf(words) === subjectOf(describe(reading, first)) || subjectOf(words) === '';
    const isCarried = hasAny(words, CARRIED);
    if (
      noun !== undefined &&
      noun <= 1 &&
      isSameSubject &&
      !isCarried &&
      figure.approx >= largest.approx &&
      isVisible(reading, figure.scope, first.scope)
    )
      totals.push(figure);
  }
  const subject = subjectOf(describe(reading, first));
  const own = totals.filter((total) => subject !== '' && !total.isBase && subjectOf(describe(reading, total)) === subject);
  return own.length > 0 && !totals.some((total) => overlap(sumRange(parts), total.range)) ? own : totals;
}

/** The printed shares are those of the sum itself, which is another total, not printed. */
const areSharesOfSum = (reading: Reading, parts: readonly Figure[], added: Decimal): boolean =>
  parts.every((part) => {
    const share = reading.figures[part.index + 1];
    return share !== undefined && agrees(part.range, { lo: added, hi: added }, share);
  });

/** The printed shares of the classes add to 100 %, so together they claim to be everything. */
function fillsWhole(reading: Reading, parts: readonly Figure[]): boolean {
  const shares = parts.map((part) => reading.figures[part.index + 1]).filter((figure) => figure?.kind === 'percent');
  const added = shares.reduce((total, share) => total + (share?.approx ?? 0), 0);
  return shares.length === parts.length && Math.abs(added - 100) <= 0.1;
}
