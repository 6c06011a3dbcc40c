// SPDX-License-Identifier: Apache-2.0

import type { IndicatorContent } from '../../src/modules/figures/domain/indicator.ts';
import { createIndicator } from '../../src/modules/figures/usecases/manage-indicators.ts';
import { systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';

const content: IndicatorContent = {
  name: 'Tỷ lệ việc đã xong',
  reformField: 'steering',
  kind: 'ratio',
  unitOfMeasure: '%',
  numerator: { label: 'Việc đã xong', measure: null },
  denominator: { label: 'Việc được giao', measure: null },
  scale: '100',
  decimals: 2,
  aggregation: 'sum',
  periodKinds: ['month', 'quarter', 'half', 'year', 'legal', 'days'],
  direction: 'higher',
  goodFrom: null,
  warnFrom: null,
  legalBasis: null,
  mark: null,
  note: null,
};

let made = 0;

/**
 * An indicator from 2010-01-01 on, a percent of two entered numbers where nothing else is asked.
 *
 * @example
 * const { id } = await anIndicator(db, { unitId: province.id, code: 'A.01' });
 */
export async function anIndicator(
  db: Db,
  asked: { readonly unitId: string; readonly code?: string } & Partial<IndicatorContent>,
): Promise<{ readonly id: string; readonly code: string }> {
  made += 1;
  const { unitId, code = `T.${String(made).padStart(3, '0')}`, ...given } = asked;
  const { id } = await createIndicator(
    db,
    systemActor,
    { roots: null, reformFields: null },
    { code, unitId, validFrom: '2010-01-01', content: { ...content, ...given } },
  );
  return { id, code };
}

/** A count of something that people enter. */
export const entered = {
  kind: 'count',
  numerator: { label: 'Số tin', measure: null },
  denominator: null,
  scale: '1',
  decimals: 0,
  unitOfMeasure: 'tin',
} as const;

/** A count of something that a module below counts. */
export const measuredBy = (measure: string) => ({ ...entered, numerator: { label: 'Đếm được', measure }, unitOfMeasure: 'hồ sơ' }) as const;
