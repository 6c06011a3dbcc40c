// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { contentDisposition, extensionOf, safeFileName } from './file-name.ts';

describe('a safe file name', () => {
  it.each([
    ['Báo cáo số 15.docx', 'Báo cáo số 15.docx'],
    ['C:\\Tài liệu\\Quyết định.pdf', 'Quyết định.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\ẩn.txt', 'ẩn.txt'],
    ['.htaccess', 'htaccess'],
    ['a<b>:c|"d?.pdf', 'a_b__c__d_.pdf'],
    ['hóa đơn\u202Efdp.exe', 'hóa đơnfdp.exe'],
    ['dòng\r\nmới.txt', 'dòngmới.txt'],
    ['CON.txt', '_CON.txt'],
    ['  nhiều   khoảng   trắng .pdf ', 'nhiều khoảng trắng .pdf'],
    ['', 'tep'],
    ['...', 'tep'],
  ])('of "%s" is "%s"', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('is composed, whatever the sender’s system wrote', () => {
    expect(safeFileName('Điện Biên – kết luận.pdf'.normalize('NFD'))).toBe('Điện Biên – kết luận.pdf'.normalize('NFC'));
  });

  it('is at most 180 characters long and keeps its extension', () => {
    const name = safeFileName(`${'ệ'.repeat(400)}.docx`);

    expect([...name]).toHaveLength(180);
    expect(extensionOf(name)).toBe('docx');
  });
});

describe('the header of a download', () => {
  it('carries the whole name for today’s programs and a plain one for old ones', () => {
    expect(contentDisposition('Đề cương (bản 1).docx')).toBe(
      `attachment; filename="De cuong (ban 1).docx"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng%20%28b%E1%BA%A3n%201%29.docx`,
    );
  });

  it('cannot be broken out of', () => {
    const header = contentDisposition('a"; filename=b.exe\r\nX: y\u{1F600}');

    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('filename*=')[0]).toBe('attachment; filename="a_; filename=b.exe__X: y__"; ');
  });
});
