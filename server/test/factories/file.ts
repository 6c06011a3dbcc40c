// SPDX-License-Identifier: Apache-2.0
import { crc32, deflateRawSync } from 'node:zlib';

type Entry = { readonly name: string; readonly content: Uint8Array | string; readonly encrypted?: boolean };

/** A zip file with these entries, deflated; `encrypted` only sets the flag. */
export function aZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const types = { name: '[Content_Types].xml', content: '<Types/>' };

export const aDocx = (...more: readonly Entry[]): Buffer => aZip([types, { name: 'word/document.xml', content: '<w:document/>' }, ...more]);
export const anXlsx = (...more: readonly Entry[]): Buffer => aZip([types, { name: 'xl/workbook.xml', content: '<workbook/>' }, ...more]);
export const aPdf = (body = ''): Buffer => Buffer.from(`%PDF-1.7\n${body}\nstartxref\n0\n%%EOF\n`);
export const aPng = (): Buffer =>
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex');
export const aJpg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
/** The first bytes of a Windows program. */
export const aProgram = (): Buffer =>
  Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300), Buffer.from('This program cannot be run in DOS mode.')]);
