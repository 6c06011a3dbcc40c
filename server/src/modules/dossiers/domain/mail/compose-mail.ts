// SPDX-License-Identifier: Apache-2.0
import { isEndOfDay, writtenDue } from '../forms/written.ts';

export const mailOccasions = ['submitted', 'received', 'supplement', 'rejected', 'extended', 'ready', 'late'] as const;
export type MailOccasion = (typeof mailOccasions)[number];

export type MailFacts = {
  readonly code: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly unitName: string;
  readonly dueAt: string | null;
  readonly reason: string | null;
};

type Words = { readonly subject: string; readonly lines: (facts: MailFacts) => readonly string[] };

const dueWords = (dueAt: string): string => (isEndOfDay(dueAt) ? `chậm nhất ${writtenDue(dueAt)}` : `lúc ${writtenDue(dueAt)}`);
const whenDue = ({ dueAt }: MailFacts): string[] => (dueAt ? [`Hẹn trả kết quả ${dueWords(dueAt)}.`] : []);
const because = ({ reason }: MailFacts): string[] => (reason ? [`Nội dung: ${reason}`] : []);

const words: Readonly<Record<MailOccasion, Words>> = {
  submitted: {
    subject: 'Đã nhận được hồ sơ nộp trực tuyến',
    lines: () => ['Hồ sơ đã đến cơ quan và chờ cán bộ kiểm tra. Thời hạn giải quyết bắt đầu tính khi hồ sơ được tiếp nhận.'],
  },
  received: { subject: 'Hồ sơ đã được tiếp nhận', lines: (facts) => ['Cơ quan đã tiếp nhận hồ sơ của ông/bà.', ...whenDue(facts)] },
  supplement: {
    subject: 'Đề nghị bổ sung hồ sơ',
    lines: (facts) => [
      'Hồ sơ cần được bổ sung, hoàn thiện trước khi giải quyết tiếp.',
      ...because(facts),
      'Trong thời gian chờ bổ sung, thời hạn giải quyết tạm dừng.',
    ],
  },
  rejected: {
    subject: 'Hồ sơ không được tiếp nhận',
    lines: (facts) => ['Cơ quan không tiếp nhận giải quyết hồ sơ này.', ...because(facts)],
  },
  extended: {
    subject: 'Xin lỗi và hẹn lại ngày trả kết quả',
    lines: (facts) => [
      'Cơ quan thành thật xin lỗi vì chưa giữ được ngày đã hẹn.',
      ...because(facts),
      ...whenDue(facts),
      'Ông/bà không phải nộp thêm giấy tờ hay chi phí nào vì việc hẹn lại này.',
    ],
  },
  ready: { subject: 'Hồ sơ đã có kết quả', lines: () => ['Hồ sơ đã xử lý xong. Mời ông/bà đến nhận kết quả và mang theo giấy tiếp nhận.'] },
  late: {
    subject: 'Xin lỗi vì hồ sơ quá hạn',
    lines: ({ dueAt }) => [
      `Hồ sơ đã được hẹn trả kết quả${dueAt ? ` ${dueWords(dueAt)}` : ''} nhưng đến nay chưa có kết quả.`,
      'Cơ quan thành thật xin lỗi ông/bà và đang giải quyết trong thời gian sớm nhất.',
    ],
  },
};

/** What an applicant is told by mail: nothing that does not stand on their own receipt. */
export function composeMail(occasion: MailOccasion, facts: MailFacts): { readonly subject: string; readonly body: string } {
  const { subject, lines } = words[occasion];
  const body = [
    `Kính gửi ông/bà ${facts.applicantName},`,
    '',
    ...lines(facts),
    '',
    `Mã hồ sơ: ${facts.code}`,
    `Thủ tục: ${facts.procedureName}`,
    `Cơ quan: ${facts.unitName}`,
    '',
    'Thư này được gửi tự động; xin không trả lời thư.',
  ];
  return { subject: `${subject} (${facts.code})`, body: body.join('\n') };
}
