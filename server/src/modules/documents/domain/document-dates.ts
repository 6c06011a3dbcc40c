// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, isDay, vietnameseDay } from '#kernel/dates';

/** @throws AppError `documents.day_unreal`, `documents.issued_in_future` */
export function checkIssuedOn(issuedOn: Day, today: Day): void {
  if (!isDay(issuedOn)) throw new AppError('invalid', 'documents.day_unreal', { day: issuedOn });
  if (issuedOn > today)
    throw new AppError('invalid', 'documents.issued_in_future', { day: vietnameseDay(issuedOn), today: vietnameseDay(today) });
}

/**
 * A document arrives on or after the day it bears, and not tomorrow.
 *
 * @throws AppError `documents.day_unreal`, `documents.received_in_future`, `documents.received_before_issued`
 */
export function checkReceivedOn(receivedOn: Day, issuedOn: Day | null, today: Day): void {
  if (!isDay(receivedOn)) throw new AppError('invalid', 'documents.day_unreal', { day: receivedOn });
  if (receivedOn > today)
    throw new AppError('invalid', 'documents.received_in_future', { day: vietnameseDay(receivedOn), today: vietnameseDay(today) });
  if (issuedOn !== null && receivedOn < issuedOn) {
    throw new AppError('invalid', 'documents.received_before_issued', {
      receivedOn: vietnameseDay(receivedOn),
      issuedOn: vietnameseDay(issuedOn),
    });
  }
}

/** A document that another one is based on, replaces or is replaced by. */
export type DatedReference = {
  readonly id: string;
  readonly code: string | null;
  readonly issuedOn: Day | null;
  readonly state: 'draft' | 'issued' | 'recalled';
};

/**
 * A legal basis is a document that stands already: issued, and not dated after the document that rests on it.
 * A recalled basis is kept, because the document was based on it on its own day.
 *
 * @throws AppError `documents.basis_not_issued`, `documents.basis_later`
 */
export function checkBasis(issuedOn: Day | null, basis: DatedReference): void {
  if (basis.state === 'draft' || basis.issuedOn === null)
    throw new AppError('invalid', 'documents.basis_not_issued', { code: basis.code ?? '' });
  if (issuedOn !== null && basis.issuedOn > issuedOn) {
    throw new AppError('invalid', 'documents.basis_later', {
      code: basis.code ?? '',
      basisOn: vietnameseDay(basis.issuedOn),
      issuedOn: vietnameseDay(issuedOn),
    });
  }
}

/** Whether receipt was acknowledged on the day of arrival, as electronic documents demand (Decree 30/2020/NĐ-CP, art. 21.2c). */
export function acknowledgedSameDay(receivedOn: Day, acknowledgedOn: Day): boolean {
  return acknowledgedOn === receivedOn;
}
