// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { checkLegalForm, figureRunsOf, type LegalDocument, looseNumbersOf } from '#modules/documents';
import { buildConclusionNotice } from './conclusion-notice.ts';
import { buildMinutes } from './minutes.ts';
import { figureBook, proseRuns, writtenNumber } from './prose.ts';
import { sampleFigures, sampleMinutes, sampleNotice } from './sample-inputs.ts';

const book = figureBook(sampleFigures);
const bodyText = (doc: LegalDocument) => JSON.stringify(doc.body);
const headings = (doc: LegalDocument) =>
  doc.body.flatMap((block) => (block.kind === 'heading' ? [`${block.label} ${block.runs.map((run) => run.text).join('')}`] : []));

describe('prose', () => {
  test('quotes figures by id, whole or in part', () => {
    const runs = proseRuns('Kiểm tra {figure:inspected-communes}, báo cáo {figure:inspected-communes:stated}.', book);

    expect(runs.filter((run) => run.kind === 'figure').map((run) => run.text)).toEqual(['07/21 (33,33%)', '30%']);
  });

  test('tells dates and citations from numbers', () => {
    const runs = proseRuns(
      'Theo Kế hoạch số 215/KH-UBND ngày 05/02/2024, Nghị định số 61/2018/NĐ-CP (Điều 14), từ quý III/2024 đã xong 05/11 việc.',
      book,
    );

    expect(runs.filter((run) => run.kind === 'citation').map((run) => run.text)).toEqual(['215/KH-UBND', '61/2018/NĐ-CP', 'Điều 14']);
    expect(runs.filter((run) => run.kind === 'date').map((run) => run.text)).toEqual(['ngày 05/02/2024', 'quý III/2024']);
    expect(runs.at(-1)).toEqual({ kind: 'text', text: ' đã xong 05/11 việc.' });
  });

  test('keeps every letter of the text', () => {
    const text = 'Ngày 14 tháng 9 năm 2022, lúc 08 giờ 30 phút: TCVN ISO 9001:2015; {không phải số liệu}.';

    expect(
      proseRuns(text, book)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  test('refuses a figure that nobody stored', () => {
    expect(() => proseRuns('{figure:nobody}', book)).toThrow('inspections.unknown_figure');
    expect(() => proseRuns('{figure:inspected-communes:odd}', book)).toThrow('inspections.unknown_figure');
  });

  test('writes numbers as minutes do', () => {
    expect(['7', '12', '5369', '4.5'].map(writtenNumber)).toEqual(['07', '12', '5.369', '4,5']);
  });
});

describe('minutes', () => {
  const doc = buildMinutes(sampleMinutes);

  test('have the form of the decree and no loose number', () => {
    expect(checkLegalForm(doc)).toEqual([]);
    expect(looseNumbersOf(doc)).toEqual([]);
  });

  test('lead every count and percentage back to a stored figure', () => {
    const stored = new Set([
      ...sampleFigures.map(({ id }) => id),
      ...sampleMinutes.fields.flatMap(({ checked, met, unmet }) => [checked.figureId, met.figureId, unmet.figureId]),
      'sample-drawn',
      'sample-faulty',
    ]);
    const quoted = new Set(figureRunsOf(doc).map(({ figureId }) => figureId));

    expect([...quoted].sort()).toEqual([...stored].sort());
  });

  test('hold every field of minutes in order', () => {
    expect(headings(doc)).toEqual([
      'I. THÀNH PHẦN THAM DỰ',
      '1. Đoàn kiểm tra',
      '2. Đại diện đơn vị được kiểm tra',
      'II. NỘI DUNG, THỜI KỲ KIỂM TRA',
      'III. KẾT QUẢ KIỂM TRA',
      '1. Kết quả theo từng lĩnh vực',
      '2. Đối chiếu số liệu báo cáo',
      '3. Hồ sơ chọn mẫu',
      '4. Ưu điểm',
      '5. Tồn tại, hạn chế',
      '6. Nguyên nhân',
      'IV. KIẾN NGHỊ CỦA ĐOÀN KIỂM TRA',
      'V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA',
      '1. Ý kiến giải trình, bảo lưu',
      '2. Kiến nghị, đề xuất của đơn vị',
    ]);
  });

  test('are signed by unit, secretary and head, in two originals', () => {
    expect(doc.signers.map(({ name }) => name)).toEqual(['Lò Thị Ưởng', 'Vàng Thị Mỷ', 'Nguyễn Hữu Trường']);
    expect(bodyText(doc)).toContain('{"kind":"formality","text":"02"}');
    expect(doc.number).toEqual({ digits: null, symbol: 'BB-ĐKT' });
  });

  test('say so where nothing was found', () => {
    const empty = buildMinutes({
      ...sampleMinutes,
      strengths: [],
      findings: [],
      recommendations: [],
      proposals: [],
      unitOpinion: ' ',
      sample: null,
      figures: [],
      fields: [],
    });

    expect(bodyText(empty)).toContain('Không phát hiện tồn tại, hạn chế.');
    expect(bodyText(empty)).toContain('Đơn vị nhất trí với nội dung biên bản');
    expect(checkLegalForm(empty)).toEqual([]);
  });

  test('show a missing secretary as a missing element', () => {
    const team = sampleMinutes.team.filter(({ role }) => role !== 'secretary');

    expect(checkLegalForm(buildMinutes({ ...sampleMinutes, team })).map(({ code, where }) => `${code} ${where}`)).toEqual([
      'missing_element 7',
    ]);
  });

  test('betray a number typed into a remark', () => {
    const doc = buildMinutes({ ...sampleMinutes, strengths: ['Đạt 97,5% kế hoạch.'] });

    expect(looseNumbersOf(doc)).toEqual([{ kind: 'text', text: 'Đạt 97,5% kế hoạch.' }]);
  });
});

describe('conclusion notice', () => {
  const doc = buildConclusionNotice(sampleNotice);

  test('has the form of the decree and no loose number', () => {
    expect(checkLegalForm(doc)).toEqual([]);
    expect(looseNumbersOf(doc)).toEqual([]);
    expect(doc.number).toEqual({ digits: '07', symbol: 'TB-UBND' });
    expect(doc.issuer.name).toBe('ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY');
  });

  test('goes from strengths to deadlines', () => {
    expect(headings(doc).filter((text) => /^[IV]+\./.test(text))).toEqual([
      'I. ƯU ĐIỂM',
      'II. TỒN TẠI, HẠN CHẾ',
      'III. NGUYÊN NHÂN, TRÁCH NHIỆM',
      'IV. KIẾN NGHỊ, THỜI HẠN THỰC HIỆN',
      'V. KIẾN NGHỊ, ĐỀ XUẤT CỦA ĐƠN VỊ',
    ]);
    expect(bodyText(doc)).toContain('05/10/2024');
    expect(bodyText(doc)).toContain('trước ');
  });

  test('prints only the figures that differ from what the unit stated', () => {
    const ids = figureRunsOf(doc).map(({ figureId }) => figureId);

    expect(ids).toContain('inspected-communes');
    expect(ids).not.toContain('signed-documents');
  });

  test('tells a cause shared by findings once', () => {
    expect(bodyText(doc).split('Phân công theo dõi kế hoạch chưa rõ người').length - 1).toBe(1);
    expect(bodyText(doc)).toContain('F1.05, F7.09');
  });
});
