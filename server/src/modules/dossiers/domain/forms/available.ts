// SPDX-License-Identifier: Apache-2.0
import { isLate, lastStep, type SlipFacts } from './facts.ts';
import type { FormKind } from './form-list.ts';

/** The moment that a form of a dossier tells of; null where the dossier gives no cause for it (yet). */
export function occasionOf(kind: FormKind, facts: SlipFacts): string | null {
  switch (kind) {
    case 'reception':
    case 'control':
      return facts.receivedAt;
    case 'supplement':
      return lastStep(facts, 'supplement_requested')?.at ?? null;
    case 'refusal':
      return lastStep(facts, 'rejected')?.at ?? null;
    case 'stop':
      return lastStep(facts, 'stopped')?.at ?? null;
    case 'apology':
      return lastStep(facts, 'extended')?.at ?? (isLate(facts) ? facts.dueAt : null);
    case 'register':
      return null;
  }
}

/** Why a form cannot be printed. */
export const unavailableBecause: Readonly<Record<FormKind, string>> = {
  reception: 'hồ sơ chưa được tiếp nhận',
  control: 'hồ sơ chưa được tiếp nhận',
  supplement: 'chưa lần nào yêu cầu bổ sung',
  refusal: 'hồ sơ không bị từ chối tiếp nhận',
  stop: 'hồ sơ chưa bị dừng xử lý',
  apology: 'hồ sơ chưa quá hạn và chưa hẹn lại',
  register: 'sổ theo dõi in theo đơn vị và khoảng thời gian',
};
