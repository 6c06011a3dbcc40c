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
      ...sampleMinutes.fields.flatMap(({ items, met, partly, unmet, unjudged }) =>
        [items, met, partly, unmet, unjudged].map(({ figureId }) => figureId),
      ),
      ...['population', 'drawn', 'examined', 'faulty'].map((kind) => `sample-${kind}`),
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

  const empty = {
    ...sampleMinutes,
    strengths: [],
    findings: [],
    recommendations: [],
    proposals: [],
    unitOpinion: ' ',
    samples: [],
    figures: [],
    questions: [],
    fields: sampleMinutes.fields.map((field) => ({ ...field, remarks: '' })),
  };

  test('say that nothing was found only where something was judged, and leave the causes of nothing out', () => {
    const judged = buildMinutes(empty);
    const unjudged = buildMinutes({ ...empty, fields: [] });

    expect(bodyText(judged)).toContain('Đoàn kiểm tra không ghi nhận tồn tại, hạn chế.');
    expect(bodyText(unjudged)).toContain('Không có mục nào được đánh giá');
    expect(headings(judged)).not.toContain('6. Nguyên nhân');
    expect([judged, unjudged].flatMap(checkLegalForm)).toEqual([]);
  });

  test('put no agreement into the mouth of a unit that said nothing', () => {
    expect(bodyText(buildMinutes(empty))).toContain('Đơn vị chưa ghi ý kiến.');
    expect(bodyText(buildMinutes(empty))).not.toContain('nhất trí với nội dung');
  });

  test('leave room for hours, pages, names and the inspected time that nobody recorded', () => {
    const unknown = buildMinutes({
      ...empty,
      startedAt: { on: '2024-09-06', time: null },
      endedAt: { on: '2024-09-06', time: null },
      unitAttendees: [],
      team: sampleMinutes.team.map((member) => ({ ...member, name: '' })),
      round: { ...sampleMinutes.round, period: null },
    });

    expect(bodyText(unknown)).toContain('……… giờ ……… phút');
    expect(bodyText(unknown)).toContain('chức vụ ');
    expect(bodyText(unknown)).toContain(', Trưởng đoàn');
    expect(bodyText(unknown)).toContain('từ ngày ');
    expect(unknown.signers.map(({ name }) => name)).toEqual(['Lò Thị Ưởng', '……………………', '……………………']);
    expect(looseNumbersOf(unknown)).toEqual([]);
  });

  test('print each sum with its parts, each question, and the team’s count beside its own percentage', () => {
    const text = [...bodyText(doc).matchAll(/"text":"([^"]*)"/g)].map((match) => match[1]).join('');

    expect(text).toContain('5.400 (đã giải quyết) + 12 (đang giải quyết) = 5.412, khớp với tổng số');
    expect(text).toContain('43 hồ sơ trễ hạn cần đơn vị làm rõ');
    expect(bodyText(doc)).toContain('43/5.412 (0,79%)');
    expect(bodyText(doc)).not.toContain('40/5.412 (0,79%)');
  });

  test('print the seed, the length of the list and the algorithm of each sample, and count only examined dossiers', () => {
    for (const part of ['20240904', '"812"', 'MINSTD (48271, 2147483647)', '"44"', 'H18.17-240301-0007'])
      expect(bodyText(doc)).toContain(part);
  });

  test('say that a demonstration is one', () => {
    expect(bodyText(buildMinutes({ ...sampleMinutes, mark: 'Minh họa theo bài viết ngày 15/9/2022' }))).toContain(
      '(Minh họa theo bài viết ngày 15/9/2022; không thay cho văn bản đã ký.)',
    );
  });

  test('keep the year of the title on one line', () => {
    expect(doc.subject).toContain('năm\u00a02024');
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
      'IV. KẾT LUẬN',
      'V. KIẾN NGHỊ, THỜI HẠN THỰC HIỆN',
      'VI. KIẾN NGHỊ, ĐỀ XUẤT CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA',
    ]);
    expect(bodyText(doc)).toContain('05/10/2024');
    expect(bodyText(doc)).toContain('chậm nhất ');
  });

  test('leaves out what nobody wrote: no blame by itself, no empty section', () => {
    const findings = sampleNotice.findings.map((finding) => ({ ...finding, cause: '' }));
    const sparse = buildConclusionNotice({ ...sampleNotice, findings, strengths: [], responsibility: '', proposals: [] });

    expect(headings(sparse)).toEqual(['I. TỒN TẠI, HẠN CHẾ', 'II. KẾT LUẬN', 'III. KIẾN NGHỊ, THỜI HẠN THỰC HIỆN']);
    expect(bodyText(sparse)).not.toContain('Trách nhiệm');
    expect(checkLegalForm(sparse)).toEqual([]);
  });

  test('names a number of days while it bears no date, and the day of minutes signed on paper', () => {
    const draft = buildConclusionNotice({
      ...sampleNotice,
      paper: { ...sampleNotice.paper, stage: 'draft', sequence: null, issuedOn: null },
      minutes: null,
      minutesSignedOn: '2024-09-06',
      report: { dueOn: null, days: '15 ngày', to: 'Sở Nội vụ' },
    });

    expect(bodyText(draft)).toContain(' kể từ ngày ban hành Thông báo này');
    expect(bodyText(draft)).toContain('biên bản làm việc ký ');
    expect(looseNumbersOf(draft)).toEqual([]);
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
