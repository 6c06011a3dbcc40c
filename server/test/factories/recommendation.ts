// SPDX-License-Identifier: Apache-2.0
import { newId } from '../../src/kernel/ids.ts';
import { createRecommendation, type NewRecommendation } from '../../src/modules/actions/index.ts';
import { systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';

let made = 0;

/** A recommendation to a unit, due on 2022-12-31 where nothing else is asked. */
export async function aRecommendation(
  db: Db,
  asked: Pick<NewRecommendation, 'unitId'> & Partial<NewRecommendation>,
): Promise<{ id: string }> {
  made += 1;
  return createRecommendation(
    db,
    systemActor,
    { roots: null },
    {
      origin: { module: 'inspections', type: 'round', id: newId(), title: `Đợt kiểm tra thử ${made}` },
      text: `Kiến nghị thử ${made}`,
      dueOn: '2022-12-31',
      madeOn: '2022-09-14',
      ...asked,
    },
  );
}
