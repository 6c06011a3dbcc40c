// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { ItemInput } from '../../domain/engine/input.ts';
import { explainItem } from '../../domain/wording/explain-item.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { openSheet, type Scope, setOfSheet } from '../cycle/open-round.ts';

/**
 * The points that an input would give an item of a sheet, with the sentence that leads to them; nothing is kept.
 *
 * @throws AppError `scoring.round_unit_not_found`, `scoring.item_unknown`, those of `scoreUnit`
 */
export async function tryInput(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  { itemCode, input }: { readonly itemCode: string; readonly input: ItemInput },
  language: Language,
): Promise<{ readonly points: string; readonly sentence: string }> {
  const set = await setOfSheet(db, await openSheet(db, actor, scope, id));
  const item = set.items[set.itemAt.get(itemCode) ?? -1];
  if (!item) throw new AppError('invalid', 'scoring.item_unknown', { item: itemCode });
  const { result, sentence } = explainItem(item, set.conventions, input, language);
  return { points: result.points, sentence };
}
