// SPDX-License-Identifier: Apache-2.0
import { reachesWholeTree } from '#modules/units';
import type { RouteContext } from '#platform/http/route';
import { tellFaults, tellRules } from '../usecases/sets/check-content.ts';
import { getSet } from '../usecases/sets/read-sets.ts';

/** Whether the reader may change sets. */
export async function mayManage({ db, actor, permissions }: RouteContext): Promise<boolean> {
  const held = permissions.find(actor, 'scoring.manage_sets');
  return held !== undefined && (await reachesWholeTree(db, held));
}

/** The answer of every operation on one version: content, rules in words, faults. */
export async function sheetOf(context: RouteContext, id: string) {
  const set = await getSet(context.db, id);
  return {
    ...set,
    mayManage: await mayManage(context),
    faults: set.state === 'draft' ? tellFaults(set.content, context.language) : [],
    rules: tellRules(set.content, context.language),
  };
}
