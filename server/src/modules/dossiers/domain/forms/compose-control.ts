// SPDX-License-Identifier: Apache-2.0
import type { StepEvent } from '../desk/step-events.ts';
import { findStatus } from '../status.ts';
import type { SlipFacts, SlipStep } from './facts.ts';
import type { SlipBlock } from './slip.ts';
import { writtenDue, writtenLimit, writtenMoment } from './written.ts';

const stepNames: Readonly<Record<StepEvent, string>> = {
  submitted: 'Nộp trực tuyến',
  received: 'Tiếp nhận',
  supplement_requested: 'Yêu cầu bổ sung',
  supplemented: 'Nhận giấy tờ bổ sung',
  obligation_requested: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  obligation_met: 'Đã thực hiện nghĩa vụ tài chính',
  stopped: 'Dừng xử lý',
  resumed: 'Xử lý tiếp',
  extended: 'Hẹn lại ngày trả',
  rejected: 'Từ chối tiếp nhận',
  withdrawn: 'Rút hồ sơ',
  finished: 'Xử lý xong',
  returned: 'Trả kết quả',
  processing: 'Chuyển xử lý',
  assigned: 'Giao xử lý',
  imported: 'Nạp từ tệp',
};

const outcomes: Readonly<Record<number, string>> = { 1: 'Trước hạn', 2: 'Đúng hạn', 3: 'Quá hạn', 4: 'Kết thúc không có kết quả' };

/** The slip that goes with a dossier from hand to hand: every step with giver, receiver and moment. */
export function composeControl(facts: SlipFacts): SlipBlock[] {
  return [
    { kind: 'field', label: 'Người nộp', value: facts.applicantName },
    { kind: 'field', label: 'Thủ tục', value: facts.procedureName },
    { kind: 'field', label: 'Thời hạn giải quyết', value: writtenLimit(facts.limit) },
    { kind: 'field', label: 'Hẹn trả kết quả lúc', value: writtenDue(facts.dueAt ?? facts.computedDueAt) },
    {
      kind: 'table',
      columns: [5, 17, 16, 16, 18, 14, 14].map((share, at) => ({ share, align: at === 0 ? 'center' : 'left' })),
      header: ['STT', 'Bước', 'Người giao (ký)', 'Người nhận (ký)', 'Lúc giao nhận', 'Trạng thái', 'Ghi chú'],
      rows: facts.steps.map((step, at) => [
        String(at + 1),
        stepNames[step.event],
        step.actorName ?? '',
        receiverOf(step),
        writtenMoment(step.at),
        findStatus(step.status)?.vi ?? '',
        step.reason ?? '',
      ]),
    },
    {
      kind: 'field',
      label: 'Kết quả giải quyết',
      value: facts.timeliness === null ? 'Đang giải quyết' : (outcomes[facts.timeliness] ?? ''),
    },
  ];
}

function receiverOf({ details }: SlipStep): string {
  return details && typeof details === 'object' && 'handlerName' in details ? String(details.handlerName ?? '') : '';
}
