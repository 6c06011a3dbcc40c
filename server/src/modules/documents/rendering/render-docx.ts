// SPDX-License-Identifier: Apache-2.0
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { LegalDocument } from '../domain/legal-form/model.ts';
import { composeSheet, documentTitle, type Sheet } from '../domain/legal-form/sheet.ts';
import { bodyBlocks } from './docx-body.ts';
import { closing } from './docx-closing.ts';
import { headerTable, titleParagraphs } from './docx-header.ts';
import { coreProperties, type DocxPart, embeddedFonts, namedFonts, withoutZipTimes } from './docx-package.ts';
import { centredLine, type DocxFrame, singleSpacing, stroke, textWidthTwips, twips } from './docx-units.ts';
import { prescribedFamily, readFontFace, shippedFamily } from './font-files.ts';
import { measureOf } from './text-width.ts';

/** `embedFonts` carries Liberation Serif inside the file (about 0.9 MB) for readers without Times New Roman. */
export type DocxOptions = { readonly embedFonts?: boolean };

/**
 * The document as an editable Word file in the form of Decree 30/2020/NĐ-CP. Equal documents give equal bytes:
 * the file holds no moment of writing.
 */
export async function renderDocx(doc: LegalDocument, options: DocxOptions = {}): Promise<Uint8Array> {
  const sheet = composeSheet(doc);
  const [regular, bold] = await Promise.all([readFontFace('Regular'), readFontFace('Bold')]);
  const frame: DocxFrame = { sheet, widthTwips: textWidthTwips(sheet), regular: measureOf(regular), bold: measureOf(bold) };
  const embed = options.embedFonts ?? false;
  const file = new Document({
    styles: { default: { document: { run: documentRun(sheet, embed ? shippedFamily : prescribedFamily) } } },
    sections: [
      section(sheet, [headerTable(frame), ...titleParagraphs(frame), ...bodyBlocks(frame, sheet.body, true), ...closing(frame)]),
      ...sheet.annexes.map((annex) => section(sheet, [...annexHead(frame, annex), ...bodyBlocks(frame, annex.body, false)])),
    ],
  });
  const parts = [coreProperties(documentTitle(sheet)), ...(embed ? await embeddedFonts() : namedFonts())];
  return withoutZipTimes(await Packer.toBuffer(file, undefined, overridesOf(parts)));
}

// docx 9.15 writes bytes as well as text, but its type names only text.
const overridesOf = (parts: readonly DocxPart[]) => parts as readonly { path: string; data: string }[];

function documentRun(sheet: Sheet, family: string) {
  return {
    font: { ascii: family, hAnsi: family, cs: family, eastAsia: family },
    size: sheet.sizes.body * 2,
    color: '000000',
    language: { value: 'vi-VN', eastAsia: 'vi-VN' },
  };
}

/** The library turns the sides of a sheet that lies across by itself. */
function paperSize({ paperMm: { width, height } }: Sheet) {
  const [short, long] = [twips(Math.min(width, height)), twips(Math.max(width, height))];
  return { width: short, height: long, orientation: width > height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
}

function section(sheet: Sheet, children: readonly (Paragraph | Table)[]): ISectionOptions {
  const { top, bottom, left, right } = sheet.marginsMm;
  return {
    properties: {
      titlePage: true,
      page: {
        size: paperSize(sheet),
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(top / 2),
          footer: twips(bottom / 2),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: pageNumberHeader(sheet), first: new Header({ children: [emptyLine()] }) },
    children: [...children],
  };
}

const emptyLine = (): Paragraph => new Paragraph({ spacing: { ...singleSpacing, line: 20, lineRule: LineRuleType.EXACT }, children: [] });

/** Page number in the middle of the top margin, not shown on page 1 (annex I, part I, section I.7). */
function pageNumberHeader(sheet: Sheet): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: sheet.sizes.pageNumber * 2 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: singleSpacing, children: [number] })] });
}

function annexHead({ sheet, regular, widthTwips }: DocxFrame, annex: Sheet['annexes'][number]): Paragraph[] {
  const { body } = sheet.sizes;
  return [
    ...annex.head.map((line) => centredLine(line, body, { bold: true })),
    centredLine(annex.tie, body, { italic: true }),
    stroke(Math.min(regular(annex.tie, body), widthTwips / 20) * 0.4, widthTwips, 240),
  ];
}
