// SPDX-License-Identifier: Apache-2.0
import { vietnameseDay } from '#kernel/dates';
import type { Language } from '../wording/numbers.ts';
import type { EvidenceFlag } from './flags.ts';

const mostNames = 3;

/** The sign as a sentence. `unitNames` are the other units by sheet where the reader may know them; they are counted otherwise. */
export function flagSentence(flag: EvidenceFlag, language: Language, unitNames: ReadonlyMap<string, string>): string {
  const vi = language === 'vi';
  switch (flag.kind) {
    case 'many_units': {
      const names = listed(
        flag.otherSheets.flatMap((id) => unitNames.get(id) ?? []),
        vi,
      );
      const count = flag.otherSheets.length;
      const told = names ? `: ${names}` : '';
      return vi
        ? `Cùng tài liệu này ở phiếu của ${count} đơn vị khác${told}.`
        : `The same content is on the sheets of ${count} other units${told}.`;
    }
    case 'many_items': {
      const items = flag.otherItems.join(', ');
      return vi
        ? `Cùng chỗ này của tài liệu còn dùng cho mục ${items} của phiếu.`
        : `The same place of the content is also used for the items ${items} of the sheet.`;
    }
    case 'expired': {
      const day = vietnameseDay(flag.on);
      return vi
        ? `Hết hiệu lực ngày ${day}, trước khi hết năm ${flag.year}.`
        : `Its validity ended on ${day}, before the end of the year ${flag.year}.`;
    }
    case 'outside_year': {
      const day = vietnameseDay(flag.on);
      return vi ? `Đề ngày ${day}, ngoài năm ${flag.year} được chấm.` : `It is dated ${day}, outside the judged year ${flag.year}.`;
    }
  }
}

function listed(names: readonly string[], vi: boolean): string {
  const shown = names.slice(0, mostNames).join(', ');
  if (names.length <= mostNames) return shown;
  return vi ? `${shown} và ${names.length - mostNames} đơn vị nữa` : `${shown} and ${names.length - mostNames} more`;
}
