// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { correctUnit } from '../usecases/correct-unit.ts';
import { createUnit } from '../usecases/create-unit.ts';
import { describePlan } from '../usecases/describe-plan.ts';
import { mergeUnits } from '../usecases/merge-units.ts';
import { renameUnit } from '../usecases/rename-unit.ts';
import { dissolveUnit, splitUnit } from '../usecases/split-unit.ts';
import { ChangeUnitBody, CreateUnitBody, DissolveUnitBody, MergeUnitsBody, PlanDescription, SplitUnitBody } from './changes.schema.ts';
import { Unit } from './units.schema.ts';

const planErrors = [
  'units.not_found',
  'units.not_in_force',
  'units.already_ends',
  'units.later_change',
  'units.code_taken',
  'units.levels_differ',
  'units.level_not_below',
  'units.named_twice',
  'units.heir_among_ending',
  'units.heir_below',
  'units.child_without_heir',
  'units.outside_parent',
  'units.parent_required',
];

/** Changes of the tree: units begin, end and succeed one another. */
export const changesRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/units',
      operationId: 'createUnit',
      summary: 'A unit begins below its parent',
      access: 'units.manage',
      body: CreateUnitBody,
      status: 201,
      response: Unit,
      errors: [
        'units.not_found',
        'units.parent_required',
        'units.level_not_below',
        'units.not_in_force',
        'units.outside_parent',
        'units.code_taken',
        'units.dates_reversed',
      ],
    },
    ({ db, actor, scope, body }) => createUnit(db, actor, scope, body),
  ),
  route(
    {
      method: 'PATCH',
      path: '/units/:id',
      operationId: 'changeUnit',
      summary: 'Rename a unit from a day on (it ends, its successor begins), or correct a slip with a reason',
      access: 'units.manage',
      params: IdParams,
      body: ChangeUnitBody,
      response: z.object({ unit: Unit.nullable(), plan: PlanDescription.nullable() }),
      errors: [...planErrors, 'units.nothing_corrected', 'platform.stale'],
    },
    async ({ db, actor, scope, params, body }) => {
      if (body.change === 'correct') return { unit: await correctUnit(db, actor, scope, params.id, body), plan: null };
      const plan = await renameUnit(db, actor, scope, params.id, body);
      return { unit: body.dryRun ? null : (plan.heirs[0]?.unit ?? null), plan: await describePlan(db, plan, body.dryRun) };
    },
  ),
  route(
    {
      method: 'POST',
      path: '/units/merge',
      operationId: 'mergeUnits',
      summary: 'Several units become one from a day on; dryRun shows what would happen',
      access: 'units.manage',
      body: MergeUnitsBody,
      response: PlanDescription,
      errors: planErrors,
    },
    async ({ db, actor, scope, body }) => describePlan(db, await mergeUnits(db, actor, scope, body), body.dryRun),
  ),
  route(
    {
      method: 'POST',
      path: '/units/:id/split',
      operationId: 'splitUnit',
      summary: 'One unit becomes several from a day on',
      access: 'units.manage',
      params: IdParams,
      body: SplitUnitBody,
      response: PlanDescription,
      errors: planErrors,
    },
    async ({ db, actor, scope, params, body }) => describePlan(db, await splitUnit(db, actor, scope, params.id, body), body.dryRun),
  ),
  route(
    {
      method: 'POST',
      path: '/units/:id/dissolve',
      operationId: 'dissolveUnit',
      summary: 'A unit ends without an heir',
      access: 'units.manage',
      params: IdParams,
      body: DissolveUnitBody,
      response: PlanDescription,
      errors: planErrors,
    },
    async ({ db, actor, scope, params, body }) => describePlan(db, await dissolveUnit(db, actor, scope, params.id, body), body.dryRun),
  ),
];
