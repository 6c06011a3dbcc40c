// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { createZipWriter } from '#platform/files/zip-writer';
import { cellName, markRows } from './mark-rows.ts';
import { openPackage, type WorkbookPackage } from './package.ts';
import { readParts, readRelations } from './read-workbook.ts';

/** A cell of the first visible sheet and what is to be said about it; columns count from 0. */
export type CellNote = { readonly row: number; readonly column: number; readonly text: string };

const mostNotes = 10_000;

/**
 * The same workbook with red cells and a comment on each of them; everything else is kept as it is written. Undefined where
 * the sheet has comments of its own, which would be lost.
 */
export async function markWorkbook(path: string, notes: readonly CellNote[]): Promise<Buffer | undefined> {
  const zip = await openPackage(path);
  try {
    const parts = await readParts(zip);
    const sheet = parts.sheets.find((one) => !one.isHidden) ?? parts.sheets[0];
    if (!sheet || !parts.styles) return undefined;
    const relations = relationsPart(sheet.part);
    const own = zip.has(relations) ? await zip.text(relations) : emptyRelations;
    if (readRelations(own, '').some(({ type }) => /\/(comments|vmlDrawing|threadedComment)$/.test(type))) return undefined;
    return await rewrite(zip, { sheet: sheet.part, styles: parts.styles, relations, own }, notes.slice(0, mostNotes));
  } finally {
    zip.close();
  }
}

/** Names of the new parts in the places where Excel looks for them, with a number that no part has. */
function newParts(zip: WorkbookPackage): { readonly comments: string; readonly drawing: string } {
  let number = 1;
  while (zip.has(`xl/comments${number}.xml`) || zip.has(`xl/drawings/vmlDrawing${number}.vml`)) number += 1;
  return { comments: `xl/comments${number}.xml`, drawing: `xl/drawings/vmlDrawing${number}.vml` };
}

type Places = { readonly sheet: string; readonly styles: string; readonly relations: string; readonly own: string };

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawingId = 'rIdTuongMinhDrawing';

async function rewrite(zip: WorkbookPackage, places: Places, notes: readonly CellNote[]): Promise<Buffer> {
  const out = createZipWriter();
  const { comments, drawing } = newParts(zip);
  const styles = await zip.text(places.styles);
  const marked = createMarkedStyles(styles);
  const cells = new Map<number, Set<number>>();
  for (const { row, column } of notes) cells.set(row, (cells.get(row) ?? new Set()).add(column));
  const rewritten = new Set([places.sheet, places.styles, places.relations, '[Content_Types].xml']);

  await out.add('[Content_Types].xml', withContentTypes(await zip.text('[Content_Types].xml'), comments));
  await out.add(places.sheet, withDrawing(markRows(texts(await zip.open(places.sheet)), cells, marked.styleOf)));
  await out.add(places.styles, marked.xml());
  await out.add(places.relations, withRelations(places.own, target(places.sheet, comments), target(places.sheet, drawing)));
  await out.add(comments, commentsXml(notes));
  await out.add(drawing, drawingXml(notes));
  for (const name of zip.names) if (!rewritten.has(name) && !name.endsWith('/')) await out.add(name, await zip.open(name));
  return out.finish();
}

async function* texts(part: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of part) yield decoder.decode(piece, { stream: true });
}

/** What may only stand behind the comments of a sheet (ECMA-376, 18.3.1.99). */
const followers =
  /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s>/]|<\/(?:\w+:)?worksheet>/;

/** Names the comments in the sheet; its end is held back until it is whole. */
async function* withDrawing(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let tail = '';
  let isTail = false;
  for await (const piece of pieces) {
    tail += piece;
    const end: number = isTail ? 0 : tail.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/);
    isTail ||= end !== -1;
    if (isTail) continue;
    yield tail.slice(0, -20);
    tail = tail.slice(-20);
  }
  const prefix = /<\/(\w+:)?worksheet>/.exec(tail)?.[1] ?? '';
  const element = `<${prefix}legacyDrawing xmlns:tmr="${officeRelations}" tmr:id="${drawingId}"/>`;
  yield tail.replace(followers, (found) => element + found);
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A part as a sheet names it: beside `worksheets` in the usual way, else from the root. */
function target(sheet: string, part: string): string {
  return sheet.startsWith('xl/worksheets/') ? `../${part.slice('xl/'.length)}` : `/${part}`;
}

function withRelations(xml: string, comments: string, drawing: string): string {
  const prefix = /<\/(\w+:)?Relationships>/.exec(xml)?.[1] ?? '';
  const added =
    `<${prefix}Relationship Id="rIdTuongMinhComments" Type="${officeRelations}/comments" Target="${comments}"/>` +
    `<${prefix}Relationship Id="${drawingId}" Type="${officeRelations}/vmlDrawing" Target="${drawing}"/>`;
  const opened = xml.replace(/<((?:\w+:)?Relationships)([^>]*)\/>/, '<$1$2></$1>');
  return opened.replace(/<\/(?:\w+:)?Relationships>/, (end) => added + end);
}

function withContentTypes(xml: string, comments: string): string {
  const added =
    (/Extension="vml"/i.test(xml)
      ? ''
      : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>') +
    `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  const prefix = /<\/(\w+:)?Types>/.exec(xml)?.[1] ?? '';
  return xml.replace(/<\/(?:\w+:)?Types>/, (end) => added.replaceAll('<', `<${prefix}`) + end);
}

/** Red twins of the styles in use: the same number format and border, another fill. */
function createMarkedStyles(styles: string) {
  const formats = /<((?:\w+:)?)cellXfs([^>]*)>([\s\S]*?)<\/\1cellXfs>/.exec(styles);
  const list = formats?.[3]?.match(/<(?:\w+:)?xf(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g) ?? [];
  const prefix = formats?.[1] ?? '';
  const fills = /<(?:\w+:)?fills([^>]*)>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(styles);
  const fill = fills?.[2]?.match(/<(?:\w+:)?fill(?=[\s/>])/g)?.length ?? 0;
  const twins = new Map<number, number>();
  const styleOf = (own: number): number => {
    const known = twins.get(own) ?? list.length + twins.size;
    twins.set(own, known);
    return known;
  };
  const xml = (): string => {
    const added = [...twins.keys()].map((own) => redTwin(list[own] ?? `<${prefix}xf numFmtId="0" fontId="0" borderId="0"/>`, fill));
    const red = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FFFFC7CE"/></${prefix}patternFill></${prefix}fill>`;
    return styles
      .replace(/<(?:\w+:)?fills[^>]*>/, (open) => counted(open, fill + 1))
      .replace(/<\/(?:\w+:)?fills>/, (end) => red + end)
      .replace(/<(?:\w+:)?cellXfs[^>]*>/, (open) => counted(open, list.length + added.length))
      .replace(/<\/(?:\w+:)?cellXfs>/, (end) => added.join('') + end);
  };
  return { styleOf, xml };
}

function redTwin(format: string, fill: number): string {
  const end = format.indexOf('>');
  const opening = format.slice(0, end).replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const alone = opening.endsWith('/');
  return `${alone ? opening.slice(0, -1) : opening} fillId="${fill}" applyFill="1"${alone ? '/' : ''}${format.slice(end)}`;
}

function counted(opening: string, count: number): string {
  return opening.replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/, ` count="${count}"`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '\ufffd');
}

function commentsXml(notes: readonly CellNote[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(column, row)}" authorId="0"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Tường Minh</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** Excel shows a comment only where a shape is drawn for it, in the markup of its older versions. */
function drawingXml(notes: readonly CellNote[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1_025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
