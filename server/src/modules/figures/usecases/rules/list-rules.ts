// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { allRules, type RuleRow } from '../../data/rules.repo.ts';
import { figuresDb } from '../../data/tables.ts';

/** Every rule by which figures are or were judged, by code, with its days of validity. */
export function listRules(db: Db): Promise<RuleRow[]> {
  return allRules(figuresDb(db));
}
