// SPDX-License-Identifier: Apache-2.0
import { type FontFace, fontFaces, prescribedFamily, readFontFace, shippedFamily } from './font-files.ts';

/** A part of the package that replaces what the library would write. */
export type DocxPart = { readonly path: string; readonly data: string | Uint8Array };

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Core properties without the moment of writing, which the library would take from the clock. */
export function coreProperties(title: string): DocxPart {
  const package_ = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const data =
    `${xmlHead}<cp:coreProperties xmlns:cp="${package_}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

/** Font table that names the shipped family as the stand-in where Times New Roman is missing (ECMA-376-1, 17.8.3.1). */
export function namedFonts(): DocxPart[] {
  return [fontTable(`<w:font w:name="${prescribedFamily}"><w:altName w:val="${shippedFamily}"/>${fontKind}</w:font>`)];
}

const embedElements: Readonly<Record<FontFace, string>> = {
  Regular: 'embedRegular',
  Bold: 'embedBold',
  Italic: 'embedItalic',
  BoldItalic: 'embedBoldItalic',
};

/** Font table and files of the four shipped faces, obfuscated as ECMA-376-4, 9.1 asks, with fixed keys. */
export async function embeddedFonts(): Promise<DocxPart[]> {
  const faces = await Promise.all(
    fontFaces.map(async (face, at) => {
      const key = `54554f4e-474d-494e-4800-00000000000${at + 1}`.toUpperCase();
      return { face, key, id: `rId${at + 1}`, target: `fonts/font${at + 1}.odttf`, data: obfuscate(await readFontFace(face), key) };
    }),
  );
  const embeds = faces.map(({ face, id, key }) => `<w:${embedElements[face]} r:id="${id}" w:fontKey="{${key}}"/>`).join('');
  const links = faces.map(({ id, target }) => `<Relationship Id="${id}" Type="${relationships}/font" Target="${target}"/>`).join('');
  return [
    fontTable(`<w:font w:name="${shippedFamily}"><w:altName w:val="${prescribedFamily}"/>${fontKind}${embeds}</w:font>`),
    {
      path: 'word/_rels/fontTable.xml.rels',
      data: `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    },
    ...faces.map(({ target, data }) => ({ path: `word/${target}`, data })),
  ];
}

const fontKind = '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/>';

function fontTable(fonts: string): DocxPart {
  return {
    path: 'word/fontTable.xml',
    data: `${xmlHead}<w:fonts xmlns:w="${wordprocessing}" xmlns:r="${relationships}">${fonts}</w:fonts>`,
  };
}

function obfuscate(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return font.map((byte, at) => (at < 32 ? byte ^ (bytes[at % 16] ?? 0) : byte));
}

const endOfDirectory = 0x06054b50;
const fixedDosDate = 0x0021;

/** Sets the time of every entry of a zip file to 1980-01-01 (APPNOTE 4.4.6), so that equal content gives equal bytes. */
export function withoutZipTimes(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  let end = bytes.length - 22;
  while (end > 0 && bytes.readUInt32LE(end) !== endOfDirectory) end--;
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const local = bytes.readUInt32LE(entry + 42);
    bytes.writeUInt32LE(fixedDosDate << 16, entry + 12);
    bytes.writeUInt32LE(fixedDosDate << 16, local + 10);
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return new Uint8Array(bytes);
}
