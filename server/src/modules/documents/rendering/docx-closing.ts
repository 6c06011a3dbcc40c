// SPDX-License-Identifier: Apache-2.0
import { Paragraph, type Table } from 'docx';
import type { SheetSigner } from '../domain/legal-form/sheet.ts';
import { placingTable } from './docx-header.ts';
import { centredLine, type DocxFrame, singleSpacing, textRuns, twips } from './docx-units.ts';

/** Share of the width that the recipients take beside a single signature. */
export const recipientsShare = 0.47;

/**
 * Elements 7, 8 and 9. One signer stands right of the recipients; several stand side by side, the recipients below them
 * (Decree 30/2020/NĐ-CP, annex I, part I, section IV).
 */
export function closing(frame: DocxFrame): (Paragraph | Table)[] {
  const { sheet, widthTwips } = frame;
  const [first, ...more] = sheet.signers;
  const space = emptyLine(120, true);
  if (first === undefined) return [space, ...recipients(frame)];
  if (more.length === 0) {
    const left = Math.round(widthTwips * recipientsShare);
    const table = placingTable([left, widthTwips - left], [[recipients(frame), [...head(frame, first), name(frame, first)]]]);
    return [space, table, emptyLine(20, false)];
  }
  const count = sheet.signers.length;
  const width = Math.floor(widthTwips / count);
  const heads = sheet.signers.map((signer) => head(frame, signer));
  const names = sheet.signers.map((signer) => [name(frame, signer, true)]);
  return [
    space,
    placingTable(
      sheet.signers.map(() => width),
      [heads, names],
    ),
    ...recipients(frame, 240),
  ];
}

/** Word wants a paragraph behind the last table of a section. */
function emptyLine(heightTwips: number, keepNext: boolean): Paragraph {
  return new Paragraph({ spacing: { ...singleSpacing, line: heightTwips, lineRule: 'exact' }, keepNext, children: [] });
}

function head({ sheet }: DocxFrame, signer: SheetSigner): Paragraph[] {
  const lines = signer.head.map((line) => centredLine(line, sheet.sizes.body, { bold: true }, { keepNext: true }));
  const note = signer.note === null ? [] : [centredLine(signer.note, sheet.sizes.table, { italic: true }, { keepNext: true })];
  return [...lines, ...note];
}

function name({ sheet }: DocxFrame, signer: SheetSigner, keepNext = false): Paragraph {
  const spacing = { ...singleSpacing, before: twips(sheet.sealSpaceMm) };
  return centredLine(signer.name, sheet.sizes.body, { bold: true }, { spacing, keepNext });
}

function recipients({ sheet }: DocxFrame, before = 0): Paragraph[] {
  const { recipientsHead, recipients: size, drafterMark } = sheet.sizes;
  const lines = sheet.recipients.length;
  const plain = (text: string, sizePt: number, gap: number, keepNext: boolean) =>
    new Paragraph({
      spacing: { ...singleSpacing, before: gap },
      keepNext,
      children: textRuns([{ text, bold: false, italic: false }], sizePt),
    });
  return [
    new Paragraph({
      spacing: { ...singleSpacing, before },
      keepNext: true,
      children: textRuns([{ text: sheet.recipientsHead, bold: true, italic: true }], recipientsHead),
    }),
    ...sheet.recipients.map((line, at) => plain(line, size, 0, at < lines - 1 || sheet.drafterMark !== null)),
    ...(sheet.drafterMark === null ? [] : [plain(sheet.drafterMark, drafterMark, 120, false)]),
  ];
}
