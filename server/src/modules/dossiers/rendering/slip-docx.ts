// SPDX-License-Identifier: Apache-2.0
import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { nationalMotto, nationalTitle } from '#modules/documents';
import type { Slip, SlipBlock } from '../domain/forms/slip.ts';
import { qrPng, qrSideMm } from './qr.ts';

const marginMm = 12;
const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const unseen = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const seen = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** A form of the desk as an editable Word file, with the QR code of the dossier as a picture. */
export async function renderSlipDocx(slip: Slip): Promise<Uint8Array> {
  const { widthMm, heightMm, bodyPt } = slip.paper;
  const landscape = widthMm > heightMm;
  const width = twips(widthMm - 2 * marginMm);
  const margin = twips(marginMm);
  const file = new Document({
    title: `${slip.title}${slip.code ? ` ${slip.code}` : ''}`,
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: bodyPt * 2, color: '000000', language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself where it lies broad.
            size: {
              width: twips(Math.min(widthMm, heightMm)),
              height: twips(Math.max(widthMm, heightMm)),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          head(slip, width),
          await title(slip, width),
          ...slip.blocks.flatMap((block) => blockOf(block, width)),
          ...signatures(slip, width),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number };

function centred(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children: [new TextRun({ text, ...look })] });
}

function placed(widths: readonly number[], cells: readonly (readonly Paragraph[])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: unseen,
    rows: [
      new TableRow({
        children: cells.map(
          (children, at) => new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children: [...children] }),
        ),
      }),
    ],
  });
}

function head(slip: Slip, width: number): Table {
  const left = Math.round(width * 0.4);
  const small = { size: 18 };
  return placed(
    [left, width - left],
    [
      [centred(slip.agency.toLocaleUpperCase('vi'), { ...small, bold: true }), centred(slip.basis, { ...small, italics: true })],
      [
        centred(nationalTitle, { ...small, bold: true }),
        centred(nationalMotto, { ...small, bold: true }),
        centred(slip.dateLine, { ...small, italics: true }, { spacing: { before: 60 } }),
      ],
    ],
  );
}

async function title(slip: Slip, width: number): Promise<Table> {
  const name = centred(
    slip.title.toLocaleUpperCase('vi'),
    { bold: true, size: (slip.paper.bodyPt + 1.5) * 2 },
    { spacing: { before: 200 } },
  );
  if (slip.code === null) return placed([width], [[name]]);
  const side = pixels(qrSideMm);
  const picture = new ImageRun({
    type: 'png',
    data: await qrPng(slip.code),
    transformation: { width: side, height: side },
    altText: { name: 'QR', description: slip.code, title: slip.code },
  });
  const right = twips(qrSideMm + 4);
  return placed(
    [width - right, right],
    [
      [name, centred(`Mã hồ sơ: ${slip.code}`, { bold: true }, { spacing: { before: 60 } })],
      [new Paragraph({ alignment: AlignmentType.RIGHT, children: [picture] })],
    ],
  );
}

function blockOf(block: SlipBlock, width: number): (Paragraph | Table)[] {
  const spacing = { before: 40, after: 40 };
  if (block.kind === 'field') {
    return [new Paragraph({ spacing, children: [new TextRun(`${block.label}: `), new TextRun({ text: block.value, bold: true })] })];
  }
  if (block.kind === 'text') {
    return [
      new Paragraph({
        spacing,
        alignment: AlignmentType.JUSTIFIED,
        children: [new TextRun({ text: block.text, bold: block.bold ?? false })],
      }),
    ];
  }
  return [gridOf(block, width), new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' }, children: [] })];
}

function gridOf(block: Extract<SlipBlock, { kind: 'table' }>, width: number): Table {
  const total = block.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = block.columns.map(({ share }) => Math.floor((width * share) / total));
  const cell = (text: string, at: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: isHeader || block.columns[at]?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: isHeader, size: 18 })],
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 60, right: 60 },
    borders: seen,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: block.header.map((text, at) => cell(text, at, true)) }),
      ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}

function signatures(slip: Slip, width: number): Table[] {
  if (slip.signers.length === 0) return [];
  const share = Math.floor(width / 2);
  const signed = slip.signers.map(({ title: what, note, name }) => [
    centred(what, { bold: true }, { spacing: { before: 160 }, keepNext: true }),
    centred(note, { italics: true }, { keepNext: true }),
    centred(name, { bold: true }, { spacing: { before: 900 } }),
  ]);
  return [placed([share, share], signed.length === 1 ? [[new Paragraph({})], ...signed] : signed)];
}
