// SPDX-License-Identifier: Apache-2.0

import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import content from '../../../../../seeds/dossier-clock-rules.json' with { type: 'json' };
import { hasClockRules, insertClockRules } from '../../data/clock-rules.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import type { ClockRule } from '../../domain/clock/types.ts';

/** The counting rules of the law and of practice, each with citation and validity; writes only where there are none. */
export async function seedClockRules(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = dossiersDb(tx);
    if (await hasClockRules(own)) return;
    await insertClockRules(own, content.rules as readonly ClockRule[]);
    await recordAudit(tx, systemActor, {
      action: 'dossiers.clock_rules_seeded',
      subject: ['clock_rules', 'all'],
      unitId: null,
      data: { count: content.rules.length },
    });
  });
}
