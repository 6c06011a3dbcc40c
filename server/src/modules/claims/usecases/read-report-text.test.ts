// SPDX-License-Identifier: Apache-2.0
import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readReportText } from './read-report-text.ts';

const SENTENCE = 'Đã kiểm tra 07/21 xã (đạt 30%).';

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(SENTENCE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SENTENCE}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(SENTENCE, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16()],
    ['Windows-1258', iconv.encode(decomposeTones(SENTENCE), 'windows-1258')],
  ])('is read from %s', async (_, bytes) => {
    expect((await readReportText(bytes, 'bao-cao.txt')).normalize('NFC')).toBe(SENTENCE);
  });

  it('keeps the rows of a page as lines and leaves out what is not shown', async () => {
    const page =
      '<!doctype html><head><title>x</title><style>p{}</style></head><p>Đã kiểm tra <b>07/21</b> xã</p><table><tr><td>Xã A</td><td>95%</td></tr></table><script>1/2</script>';

    expect(await readReportText(Buffer.from(page), 'bai.html')).toBe('Đã kiểm tra 07/21 xã\n\nXã A | 95%');
  });
});

describe('Word documents', () => {
  it('give their paragraphs and tables', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      sections: [{ children: [new Paragraph(SENTENCE), new Table({ rows: [new TableRow({ children: [cell('Xã A'), cell('95%')] })] })] }],
    });

    expect(await readReportText(await Packer.toBuffer(document), 'bao-cao.docx')).toBe(`${SENTENCE}\nXã A | 95%`);
  });
});

describe('PDF', () => {
  it('gives its text layer', async () => {
    expect(await readReportText(pdfWith('BT /F1 12 Tf 72 700 Td (So lieu 07/21 dat 30%) Tj ET'), 'a.pdf')).toContain(
      'So lieu 07/21 dat 30%',
    );
  });

  it('keeps the cells of a table apart, in their columns', async () => {
    const row = (y: number, cells: readonly (readonly [number, string])[]): string =>
      cells.map(([x, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
    const table = [
      row(700, [
        [72, 'TT'],
        [100, 'Don vi'],
        [200, 'Nhan'],
        [260, 'Ty le'],
      ]),
      row(680, [
        [72, '1'],
        [100, 'Xa A'],
        [200, '5.369'],
        [260, '07,50'],
      ]),
      row(660, [
        [100, 'Tong'],
        [200, '5.369'],
        [260, '07,50'],
      ]),
    ];

    expect(await readReportText(pdfWith(table.join('\n')), 'a.pdf')).toBe(
      'TT | Don vi | Nhan | Ty le\n1 | Xa A | 5.369 | 07,50\n | Tong | 5.369 | 07,50',
    );
  });

  it('without text is refused as a scan', async () => {
    await expect(readReportText(pdfWith('0 0 10 10 re f'), 'a.pdf')).rejects.toMatchObject({ code: 'claims.file_no_text' });
  });

  it('with a password is refused as encrypted', async () => {
    const bytes = pdfWith(
      'BT ET',
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> /ID [<00> <00>]`,
    );

    await expect(readReportText(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'claims.file_encrypted' });
  });
});

describe('bad files', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const truncated = zipOf('word/document.xml', Buffer.from('<w:document><w:p/></w:document>')).subarray(0, 60);

  it.each([
    ['an empty file', Buffer.alloc(0), 'a.docx', 'claims.file_empty'],
    ['only spaces', Buffer.from(' \n '), 'a.txt', 'claims.file_no_text'],
    ['a few bytes', Buffer.from([0, 1, 2, 3, 0]), 'a.bin', 'claims.file_type_unknown'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]), 'a.png', 'claims.file_type_unknown'],
    [
      'a locked Word document',
      Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.docx',
      'claims.file_encrypted',
    ],
    ['an old .doc', Buffer.from([...ole, 1, 2, 3]), 'a.doc', 'claims.file_type_unknown'],
    ['a cut .docx', truncated, 'a.docx', 'claims.file_unreadable'],
    ['text named .pdf', Buffer.from('xin chào'), 'a.pdf', 'claims.file_unreadable'],
    ['a cut PDF', Buffer.from('%PDF-1.4\n1 0 obj <<'), 'a.pdf', 'claims.file_unreadable'],
    ['another archive', zipOf('x.txt', Buffer.from('x')), 'a.zip', 'claims.file_type_unknown'],
    [
      'a document cut inside its XML',
      zipOf('word/document.xml', Buffer.from('<w:document><w:p><w:t>07/21')),
      'a.docx',
      'claims.file_unreadable',
    ],
    ['a page of nested tags', Buffer.from(`<html>${'<div>'.repeat(300_000)}07/21`), 'a.html', 'claims.file_too_deep'],
    [
      'a document of nested tags',
      zipOf('word/document.xml', Buffer.from(`<w:document>${'<w:p>'.repeat(300_000)}`)),
      'a.docx',
      'claims.file_too_deep',
    ],
    ['a huge file', Buffer.alloc(26 * 1_048_576, 32), 'a.txt', 'claims.file_too_large'],
  ])('are refused: %s', async (_, bytes, name, code) => {
    await expect(readReportText(bytes, name)).rejects.toMatchObject({ name: 'AppError', code });
  });

  it('are refused while inflating when an archive is a bomb', async () => {
    const bomb = zipOf('word/document.xml', Buffer.alloc(80 * 1_048_576, 32));

    expect(bomb.length).toBeLessThan(1_048_576);
    await expect(readReportText(bomb, 'a.docx')).rejects.toMatchObject({ code: 'claims.file_too_large' });
  });
});

/** Windows-1258 writes the tone as a mark of its own after the letter. */
function decomposeTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([\u0302\u0306\u031b])/g, '$1')
    .replace(/[a-zA-Z][\u0302\u0306\u031b]/g, (letter) => letter.normalize('NFC'));
}

/** An archive with one deflated entry; its checksum stays zero, nothing reads it. */
function zipOf(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content, { level: 9 });
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

function pdfWith(content: string, trailer = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  );
}
