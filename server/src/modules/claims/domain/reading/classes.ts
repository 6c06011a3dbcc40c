// SPDX-License-Identifier: Apache-2.0
import { describe, hasAny, phrases } from './context.ts';
import type { ExclusiveClass, Figure, Reading } from './figure.ts';

const EARLY = phrases('sớm hạn', 'trước hạn', 'trước thời hạn', 'trước hẹn', 'sớm hẹn');
const ON_TIME = phrases('đúng hạn', 'đúng hẹn', 'đúng thời hạn');
const LATE = phrases('trễ hạn', 'quá hạn', 'chậm hạn', 'trễ hẹn', 'quá hẹn', 'chậm trễ', 'quá thời hạn', 'chậm muộn');

/** The exclusive class that a figure's description names, if exactly one. */
export function classOf(reading: Reading, figure: Figure): ExclusiveClass | undefined {
  const known = reading.classes[figure.index];
  if (known !== undefined) return known === 'none' ? undefined : known;
  const found = readClass(describe(reading, figure));
  reading.classes[figure.index] = found ?? 'none';
  return found;
}

/** One of these words is in every class; most figures have none. */
const CLASS_WORD = / (?:hạn|hẹn|trễ|muộn|cũ|mới|trước|sang|qua|sinh|tồn|kỳ|đúng|sai|sở|mạng|tuyến|tiếp|chính|điện|nữ|nam|cấp|thành) /;

function readClass(description: string): ExclusiveClass | undefined {
  if (!CLASS_WORD.test(description)) return undefined;
  return (
    timelinessOf(description) ??
    originOf(description) ??
    findingOf(description) ??
    channelOf(description) ??
    sexOf(description) ??
    ratingOf(description) ??
    levelOf(description)
  );
}

function timelinessOf(words: string): ExclusiveClass | undefined {
  const isEarly = hasAny(words, EARLY) || / (?:trước|sớm)(?: và|,)? đúng (?:hạn|hẹn) /.test(words);
  const isOnTime = hasAny(words, ON_TIME);
  const isLate = hasAny(words, LATE);
  if (isLate && (isEarly || isOnTime)) return undefined;
  if (isLate) return { family: 'timeliness', name: 'trễ hạn' };
  if (isEarly && isOnTime) return { family: 'timeliness', name: 'trước và đúng hạn' };
  if (isEarly) return { family: 'timeliness', name: 'sớm hạn' };
  return isOnTime ? { family: 'timeliness', name: 'đúng hạn' } : undefined;
}

const RATING = / (không )?hoàn thành( xuất sắc| tốt)?(?= (?:nhiệm vụ |$))/g;
const CARRIED = phrases('cũ', 'kỳ trước', 'chuyển sang', 'chuyển qua', 'năm trước chuyển', 'tồn');
const RECENT = phrases('mới', 'phát sinh', 'nhận mới', 'tiếp nhận mới', 'mới phát sinh', 'trong kỳ');

function originOf(words: string): ExclusiveClass | undefined {
  const isCarried = hasAny(words, CARRIED);
  if (isCarried === hasAny(words, RECENT) || words.includes(' nông thôn mới ')) return undefined;
  return { family: 'origin', name: isCarried ? 'kỳ trước chuyển sang' : 'mới tiếp nhận' };
}

function findingOf(words: string): ExclusiveClass | undefined {
  const isMixed = words.includes(' có đúng có sai ') || words.includes(' đúng một phần ') || words.includes(' vừa đúng vừa sai ');
  if (isMixed) return { family: 'finding', name: 'có đúng có sai' };
  if (words.includes(' không có cơ sở ')) return { family: 'finding', name: 'không có cơ sở' };
  const isCase = / (?:khiếu nại|tố cáo|kn|tc|đơn|vụ|vụ việc|việc) /.test(words);
  if (!isCase) return undefined;
  if (/ sai /.test(words)) return { family: 'finding', name: 'sai' };
  return / đúng /.test(words) ? { family: 'finding', name: 'đúng' } : undefined;
}

function channelOf(words: string): ExclusiveClass | undefined {
  if (words.includes(' trực tuyến ') || words.includes(' qua mạng ')) return { family: 'channel', name: 'trực tuyến' };
  if (words.includes(' trực tiếp ')) return { family: 'channel', name: 'trực tiếp' };
  return words.includes(' bưu chính ') || words.includes(' bưu điện ') ? { family: 'channel', name: 'bưu chính' } : undefined;
}

function sexOf(words: string): ExclusiveClass | undefined {
  const isFemale = words.includes(' nữ ');
  if (isFemale === words.includes(' nam ')) return undefined;
  return { family: 'sex', name: isFemale ? 'nữ' : 'nam' };
}

/** Grades of work done; "hoàn thành tốt trở lên" is more than one of them. */
function ratingOf(words: string): ExclusiveClass | undefined {
  if (!words.includes(' hoàn thành ') || words.includes(' trở lên ')) return undefined;
  const names = [...words.matchAll(RATING)].map(([, not = '', grade = '']) => `${not}hoàn thành${grade}`);
  const [name] = names;
  return name !== undefined && names.length === 1 ? { family: 'rating', name } : undefined;
}

/** Levels of government: "cấp tỉnh 1.561 thủ tục, cấp huyện 218 thủ tục". */
function levelOf(words: string): ExclusiveClass | undefined {
  const levels = ['tỉnh', 'huyện', 'xã'].filter((level) => words.includes(` cấp ${level} `));
  const [level] = levels;
  return level !== undefined && levels.length === 1 ? { family: 'level', name: `cấp ${level}` } : undefined;
}
