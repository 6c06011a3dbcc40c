// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aDocx, aJpg, anXlsx, aPdf, aPng, aProgram, aZip } from '../../../test/factories/file.ts';
import { sniffFile } from './sniff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-sniff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let written = 0;
function sniff(name: string, content: Uint8Array | string) {
  written += 1;
  const path = join(folder, String(written));
  writeFileSync(path, content);
  return sniffFile(path, name);
}

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000), Buffer.from(stream, 'utf16le'), Buffer.alloc(1_000)]);

describe('the type of a file', () => {
  it.each([
    ['kết luận.pdf', aPdf(), 'pdf'],
    ['biên bản.docx', aDocx(), 'docx'],
    ['số liệu.XLSX', anXlsx(), 'xlsx'],
    ['ảnh.jpeg', aJpg(), 'jpg'],
    ['ảnh.png', aPng(), 'png'],
    ['báo cáo.txt', 'Tỷ lệ 07/21 xã\r\n', 'txt'],
    ['mã cũ.txt', Buffer.from([0x42, 0xe1, 0x6f, 0x20, 0x63, 0xe1, 0x6f]), 'txt'],
    ['utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Báo cáo', 'utf16le')]), 'txt'],
    ['trang.html', '<!doctype html><p>Báo cáo</p>', 'html'],
    ['trang.htm', '\n<html><body></body></html>', 'html'],
    ['nguồn.txt', '<html><body></body></html>', 'txt'],
    ['không đuôi', aPdf(), 'pdf'],
    ['có dấu BOM.pdf', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0x0a]), aPdf()]), 'pdf'],
  ])('%s is told from its content', async (name, content, kind) => {
    expect(await sniff(name, content)).toBe(kind);
  });

  it.each([
    ['a program', 'virus.exe', aProgram(), 'platform.file_type_refused'],
    ['a program named as a report', 'báo cáo.pdf', aProgram(), 'platform.file_type_refused'],
    ['a program named as a text', 'báo cáo.txt', aProgram(), 'platform.file_type_refused'],
    ['a program that is a PDF as well', 'báo cáo.pdf', Buffer.concat([aProgram(), aPdf()]), 'platform.file_type_refused'],
    ['a page that is a PDF as well', 'báo cáo.pdf', `<script>alert(1)</script>${aPdf()}`, 'platform.file_type_mismatch'],
    [
      'a picture with a script in it',
      'ảnh.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'platform.file_type_refused',
    ],
    ['a script', 'chạy.bat', 'del *.*', 'platform.file_type_refused'],
    ['a text named as a picture', 'ảnh.png', 'chỉ là chữ', 'platform.file_type_refused'],
    ['an archive', 'tài liệu.zip', aZip([{ name: 'a.txt', content: 'a' }]), 'platform.file_type_refused'],
    ['an archive named as a document', 'tài liệu.docx', aZip([{ name: 'a.txt', content: 'a' }]), 'platform.file_type_refused'],
    ['a document with macros', 'mẫu.docx', aDocx({ name: 'word/vbaProject.bin', content: 'x' }), 'platform.file_type_refused'],
    ['an old binary document', 'cũ.doc', ole('WordDocument'), 'platform.file_type_refused'],
    ['a PDF named as a document', 'kết luận.docx', aPdf(), 'platform.file_type_mismatch'],
    ['a workbook named as a document', 'số liệu.docx', anXlsx(), 'platform.file_type_mismatch'],
    ['a document with a password', 'mật.docx', ole('EncryptedPackage'), 'platform.file_protected'],
    ['a zip document with a password', 'mật.docx', aDocx({ name: 'word/x.xml', content: 'x', encrypted: true }), 'platform.file_protected'],
    ['half a document', 'nửa.docx', aDocx().subarray(0, 120), 'platform.file_damaged'],
    ['half a PDF', 'nửa.pdf', aPdf().subarray(0, 12), 'platform.file_damaged'],
    ['half a picture', 'nửa.png', aPng().subarray(0, 20), 'platform.file_damaged'],
    [
      'a zip bomb',
      'bom.xlsx',
      anXlsx({ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(80 * 1_048_576) }),
      'platform.file_unpacks_too_large',
    ],
  ])('%s is refused', async (_, name, content, code) => {
    await expect(sniff(name, content)).rejects.toMatchObject({ kind: 'invalid', code, params: { name } });
  });
});
