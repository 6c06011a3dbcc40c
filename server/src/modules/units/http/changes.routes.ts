// SPDX-License-Identifier: Apache-2.0
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { correctUnit } from '../usecases/correct-unit.ts';
import { createUnit } from '../usecases/create-unit.ts';
import { describePlan } from '../usecases/describe-plan.ts';
import { mergeUnits } from '../usecases/merge-units.ts';
import { renameUnit } from '../usecases/rename-unit.ts';
import { dissolveUnit, splitUnit } from '../usecases/split-unit.ts';
import {
  ChangedUnit,
  ChangeUnitBody,
  CreateUnitBody,
  DissolveUnitBody,
  MergeUnitsBody,
  PlanDescription,
  SplitUnitBody,
} from './changes.schema.ts';
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

const createErrors = [
  'units.not_found',
  'units.parent_required',
  'units.level_not_below',
  'units.not_in_force',
  'units.outlasts_parent',
  'units.outside_parent',
  'units.code_taken',
  'units.name_taken',
  'units.dates_reversed',
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
      errors: createErrors,
    },
    ({ db, actor, scope, body }) => createUnit(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/units/preview',
      operationId: 'previewUnit',
      summary: 'Ask all that the creation of a unit would ask, and write nothing',
      access: 'units.manage',
      body: CreateUnitBody,
      response: Unit.omit({ id: true, version: true }),
      errors: createErrors,
    },
    ({ db, actor, scope, body }) => createUnit(db, actor, scope, { ...body, dryRun: true }),
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
      response: ChangedUnit,
      errors: [
        ...planErrors,
        'units.nothing_corrected',
        'units.name_taken',
        'units.start_by_succession',
        'units.start_not_later',
        'units.dates_reversed',
        'platform.stale',
      ],
    },
    async ({ db, actor, scope, params, body }) => {
      if (body.change === 'correct') {
        const { unit, changes } = await correctUnit(db, actor, scope, params.id, body);
        return { unit: body.dryRun ? null : unit, plan: null, changes };
      }
      const plan = await renameUnit(db, actor, scope, params.id, body);
      const unit = body.dryRun ? null : (plan.heirs[0]?.unit ?? null);
      return { unit, plan: await describePlan(db, plan, body.dryRun), changes: [] };
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
