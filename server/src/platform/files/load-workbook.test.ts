// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aZip } from '../../../test/factories/file.ts';
import { loadWorkbook } from './load-workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetPart = 'xl/worksheets/sheet1.xml';
const bookPart = 'xl/workbook.xml';
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  [bookPart]: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  [sheetPart]: `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="B1"><v>7</v></c></row></sheetData></worksheet>`,
};

/** A workbook whose sheet holds "Đơn vị" and 7, with a part of it written otherwise. */
const aWorkbook = (part: string, change: (xml: string) => string): Buffer =>
  aZip(Object.entries({ ...parts, [part]: change(parts[part] ?? '') }).map(([name, content]) => ({ name, content })));
const load = (bytes: Uint8Array) => loadWorkbook(bytes, 'x.unreadable');
const after = (tag: string, more: string) => (xml: string) => xml.replace(tag, `${tag}${more}`);
const before = (tag: string, more: string) => (xml: string) => xml.replace(tag, `${more}${tag}`);

describe('opening a workbook', () => {
  it.each([
    ['a merged area over a whole sheet', after('</sheetData>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
    ['the same behind a sign that ends no tag', after('</sheetData>', '<mergeCells><mergeCell x=">" ref=\'A1:XFD1048576\'/></mergeCells>')],
    ['the same in another spelling', after('</sheetData>', '<mergeCells><mergeCell ref="A1:XF&#68;1048576"/></mergeCells>')],
    ['a column of any number', before('<sheetData>', '<cols><col min="1" max="900000000" width="9"/></cols>')],
    ['a row of any number', after('<sheetData>', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>')],
    ['millions of cells', after('<sheetData>', '<row r="9"><c/></row>'.repeat(700_000))],
    ['a long text that packs well', after('<sheetData>', `<!--${' '.repeat(60_000_000)}-->`)],
  ])('refuses %s before it takes the memory of the program', async (_, change) => {
    await expect(load(aWorkbook(sheetPart, change))).rejects.toMatchObject({ code: 'platform.file_unpacks_too_large' });
  });

  it('takes checks of input and names over whole columns, which cost nothing when they are not read', async () => {
    const checked = aWorkbook(
      sheetPart,
      after(
        '</sheetData>',
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
    );
    const named = aWorkbook(
      bookPart,
      after('</sheets>', '<definedNames><definedName name="tat_ca">\'Số liệu\'!$A$1:$XFD$1048576</definedName></definedNames>'),
    );

    for (const bytes of [checked, named]) {
      const sheet = (await load(bytes)).worksheets[0];
      expect([sheet?.getCell('A1').text, sheet?.getCell('B1').value]).toEqual(['Đơn vị', 7]);
    }
  });

  it('keeps merged areas of an honest size', async () => {
    const book = await load(aWorkbook(sheetPart, after('</sheetData>', '<mergeCells><mergeCell ref="A1:A40"/></mergeCells>')));

    expect(book.worksheets[0]?.getCell('A40').text).toBe('Đơn vị');
  });

  it('refuses what is no workbook with the code of its caller', async () => {
    await expect(load(Buffer.from('chỉ là chữ'))).rejects.toMatchObject({ code: 'x.unreadable' });
  });
});
