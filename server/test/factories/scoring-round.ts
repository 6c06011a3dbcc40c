// SPDX-License-Identifier: Apache-2.0
import { newId } from '../../src/kernel/ids.ts';
import type { CriteriaSet } from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import type { Db } from '../../src/platform/db/db.ts';
import { itemOf } from './criteria-set.ts';

/** Puts a set into force as it is, without the path of its drafts. */
export async function aPublishedSet(db: Db, content: CriteriaSet): Promise<string> {
  const id = newId();
  const { level, year, title, certainty, validFrom } = content;
  const tables = db as Db<{ 'scoring.criteria_set': Record<string, unknown> }>;
  await tables
    .insertInto('scoring.criteria_set')
    .values({
      id,
      level,
      year,
      number: 1,
      title,
      state: 'published',
      certainty,
      valid_from: validFrom,
      content: JSON.stringify(content),
      sha256: '0'.repeat(64),
      published_at: new Date().toISOString(),
      published_by: 'thử',
      created_by: 'thử',
      updated_by: 'thử',
    })
    .execute();
  return id;
}

const ratio = { numerator: 'Số hồ sơ đúng hạn', denominator: 'Số hồ sơ đã giải quyết', whenZero: 'full', whenAbove: 'refuse' } as const;

/** Items of every method, two reform fields: 20 points. */
export function nodesOfEveryMethod() {
  return [
    itemOf('1', '6', { kind: 'proportional', ratio }, { appraiserField: 'procedures', evidence: 'Báo cáo năm' }),
    itemOf(
      '2',
      '4',
      {
        kind: 'options',
        options: [
          { code: 'A', label: 'Ban hành đúng hạn', points: '4' },
          { code: 'B', label: 'Ban hành chậm', points: '2' },
          { code: 'C', label: 'Không ban hành', points: '0' },
        ],
      },
      { appraiserField: 'steering' },
    ),
    itemOf(
      '3',
      '3',
      { kind: 'per_case_deduction', unit: 'hồ sơ trễ hạn', perCase: '0.5', most: null },
      { method: 'appraisal', appraiserField: 'procedures' },
    ),
    itemOf(
      '4',
      '5',
      {
        kind: 'survey_mean',
        answers: [
          { code: 'A', percent: '100' },
          { code: 'B', percent: '60' },
          { code: 'C', percent: '20' },
          { code: 'D', percent: '0' },
        ],
        whenZero: 'zero',
      },
      { method: 'survey' },
    ),
    itemOf('5', '2', { kind: 'leader_score', step: '0.5' }, { method: 'leader' }),
  ];
}
