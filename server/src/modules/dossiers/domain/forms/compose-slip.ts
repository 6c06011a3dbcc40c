// SPDX-License-Identifier: Apache-2.0
import { composeControl } from './compose-control.ts';
import { lastStep, missingPapers, type SlipFacts } from './facts.ts';
import type { FormEntry, FormRegime } from './form-list.ts';
import { paperOf, type Slip, type SlipBlock, type SlipSigner } from './slip.ts';
import { blank, writtenDue, writtenLimit, writtenMoment } from './written.ts';

const field = (label: string, value: string | null): SlipBlock => ({ kind: 'field', label, value: value ?? blank });
const text = (words: string, bold = false): SlipBlock => ({ kind: 'text', text: words, bold });

/**
 * A form of a dossier, filled in. The words are this product's own, after the list of fields of each form; a circular's
 * annex is not copied.
 *
 * @param dateLine place and day of the printing, as documents write them
 */
export function composeSlip(regime: FormRegime, form: FormEntry, facts: SlipFacts, dateLine: string): Slip {
  return {
    basis: `Mẫu số ${form.number} · ${regime.citation}`,
    title: form.title,
    paper: paperOf(form.kind),
    agency: facts.unitName,
    dateLine,
    code: facts.code,
    blocks: blocksOf(form, facts),
    signers: signersOf(form, facts),
  };
}

function blocksOf(form: FormEntry, facts: SlipFacts): SlipBlock[] {
  switch (form.kind) {
    case 'reception':
      return reception(facts);
    case 'supplement':
      return supplement(facts);
    case 'refusal':
      return refusal(facts);
    case 'apology':
      return apology(facts);
    case 'stop':
      return stop(facts);
    case 'control':
      return composeControl(facts);
    case 'register':
      return [];
  }
}

function who(facts: SlipFacts): SlipBlock[] {
  const { applicant } = facts;
  return [
    field('Người nộp', facts.applicantName),
    field('Địa chỉ', applicant?.address ?? null),
    field('Điện thoại', applicant?.phone ?? null),
    ...(applicant?.email ? [field('Thư điện tử', applicant.email)] : []),
    ...(applicant?.identityNumber ? [field('Số định danh', applicant.identityNumber)] : []),
    field('Thủ tục', facts.procedureName),
    ...(facts.subject ? [field('Nội dung', facts.subject)] : []),
  ];
}

function papersTable(facts: SlipFacts): SlipBlock {
  const handed = facts.papers.filter((paper) => paper.handed);
  return {
    kind: 'table',
    columns: [
      { share: 8, align: 'center' },
      { share: 56, align: 'left' },
      { share: 18, align: 'center' },
      { share: 18, align: 'center' },
    ],
    header: ['STT', 'Giấy tờ đã nộp', 'Bản chính', 'Bản sao'],
    rows: handed.map((paper, at) => [
      String(at + 1),
      paper.note ? `${paper.name} (${paper.note})` : paper.name,
      String(paper.originals),
      String(paper.copies),
    ]),
  };
}

function missing(facts: SlipFacts, lead: string): SlipBlock[] {
  const papers = missingPapers(facts);
  return papers.length === 0 ? [] : [text(lead, true), ...papers.map((paper, at) => text(`${at + 1}. ${paper.name}`))];
}

function reception(facts: SlipFacts): SlipBlock[] {
  return [
    ...who(facts),
    ...(facts.papers.some((paper) => paper.handed) ? [papersTable(facts)] : []),
    ...missing(facts, 'Giấy tờ còn thiếu:'),
    field('Số bộ hồ sơ', '01'),
    field('Thời hạn giải quyết', writtenLimit(facts.limit)),
    field('Nhận hồ sơ lúc', writtenMoment(facts.receivedAt)),
    field('Hẹn trả kết quả lúc', writtenDue(facts.dueAt ?? facts.computedDueAt)),
    field('Nhận kết quả tại', facts.unitName),
    field('Vào sổ theo dõi', 'Quyển số ………… Số thứ tự …………'),
  ];
}

function supplement(facts: SlipFacts): SlipBlock[] {
  const step = lastStep(facts, 'supplement_requested');
  return [
    ...who(facts),
    text('Đề nghị ông/bà bổ sung, hoàn thiện hồ sơ như sau, đầy đủ trong một lần:'),
    field('Nội dung cần bổ sung, hoàn thiện', step?.reason ?? null),
    ...missing(facts, 'Giấy tờ còn thiếu:'),
    field('Yêu cầu lúc', writtenMoment(step?.at ?? null)),
    text(
      'Trong thời gian chờ bổ sung, thời hạn giải quyết tạm dừng. Khi hồ sơ đã đủ, thời hạn được tính lại từ đầu và cơ quan hẹn ngày trả mới.',
    ),
  ];
}

function refusal(facts: SlipFacts): SlipBlock[] {
  const step = lastStep(facts, 'rejected');
  return [
    ...who(facts),
    text('Sau khi xem xét, cơ quan không tiếp nhận giải quyết hồ sơ này.'),
    field('Lý do', step?.reason ?? null),
    ...missing(facts, 'Giấy tờ còn thiếu:'),
    field('Từ chối lúc', writtenMoment(step?.at ?? null)),
    text('Ông/bà có quyền đề nghị giải thích, hoặc nộp lại khi hồ sơ đã đủ và đúng quy định.'),
  ];
}

function apology(facts: SlipFacts): SlipBlock[] {
  const step = lastStep(facts, 'extended');
  const at = step ? facts.steps.indexOf(step) : -1;
  const promised = step ? (facts.steps[at - 1]?.dueAt ?? facts.computedDueAt) : facts.dueAt;
  const outcome = facts.finishedAt ? `Hồ sơ có kết quả lúc ${writtenMoment(facts.finishedAt)}.` : 'Đến nay hồ sơ chưa có kết quả.';
  return [
    text(`Kính gửi: ${facts.applicantName}`, true),
    field('Thủ tục', facts.procedureName),
    field('Nhận hồ sơ lúc', writtenMoment(facts.receivedAt)),
    field('Đã hẹn trả kết quả lúc', writtenDue(promised)),
    text(`${outcome} Cơ quan chưa giữ được ngày đã hẹn và thành thật xin lỗi ông/bà về sự chậm trễ này.`),
    field('Lý do', step?.reason ?? null),
    field('Hẹn trả kết quả lại vào', newAppointment(step?.details, facts)),
    text('Rất mong ông/bà thông cảm. Ông/bà không phải nộp thêm giấy tờ hay chi phí nào vì việc hẹn lại này.'),
  ];
}

function newAppointment(details: unknown, facts: SlipFacts): string {
  if (facts.finishedAt) return 'Ngay khi ông/bà đến nhận';
  const day = details && typeof details === 'object' && 'newDueOn' in details ? String(details.newDueOn) : null;
  return day ? writtenDue(facts.dueAt ?? `${day}T23:59:00+07:00`) : blank;
}

function stop(facts: SlipFacts): SlipBlock[] {
  const step = lastStep(facts, 'stopped');
  return [
    ...who(facts),
    field('Nhận hồ sơ lúc', writtenMoment(facts.receivedAt)),
    field('Dừng giải quyết từ', writtenMoment(step?.at ?? null)),
    field('Lý do', step?.reason ?? null),
    text('Thời hạn giải quyết không tính trong thời gian dừng. Cơ quan sẽ báo cho ông/bà khi hồ sơ được giải quyết tiếp.'),
  ];
}

function signersOf(form: FormEntry, facts: SlipFacts): SlipSigner[] {
  const applicant = { title: 'NGƯỜI NỘP HỒ SƠ', note: '(Ký và ghi rõ họ tên)', name: facts.applicantName };
  const event = { reception: 'received', supplement: 'supplement_requested', refusal: 'rejected' } as const;
  const officerOf = (kind: keyof typeof event) => lastStep(facts, event[kind])?.actorName ?? '';
  switch (form.kind) {
    case 'reception':
    case 'supplement':
    case 'refusal':
      return [applicant, { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', note: '(Ký và ghi rõ họ tên)', name: officerOf(form.kind) }];
    case 'apology':
    case 'stop':
      return [{ title: 'THỦ TRƯỞNG CƠ QUAN', note: '(Ký, ghi rõ họ tên, đóng dấu)', name: '' }];
    case 'control':
    case 'register':
      return [];
  }
}
