// SPDX-License-Identifier: Apache-2.0
import type { Role } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { figuresErrors } from './domain/errors.ts';
import { approvalRoutes } from './http/approval.routes.ts';
import { exchangeRoutes } from './http/exchange.routes.ts';
import { exportRoutes } from './http/exports.routes.ts';
import { figureRoutes } from './http/figures.routes.ts';
import { indicatorRoutes } from './http/indicators.routes.ts';
import { pivotRoutes } from './http/pivot.routes.ts';
import { ruleRoutes } from './http/rules.routes.ts';
import { removeExpiredExports, runExports } from './usecases/export/run-exports.ts';
import { recomputeOpenPeriods } from './usecases/recompute/recompute-open.ts';
import { settleAfterSuccession } from './usecases/settle-after-succession.ts';

const working: readonly Role[] = ['par_officer', 'unit_officer', 'unit_leader'];

/** Indicators and their figures by unit and period, each with its origin. */
export function figuresModule(): ModuleDefinition {
  return {
    name: 'figures',
    permissions: {
      'figures.read': [...working, 'inspection_head', 'inspection_secretary', 'inspection_member', 'reader', 'administrator'],
      'figures.enter': working,
      'figures.approve': ['unit_leader', 'par_officer'],
      'figures.publish': ['par_officer'],
      'figures.manage': ['par_officer', 'administrator'],
    },
    errors: figuresErrors,
    routes: [...indicatorRoutes, ...figureRoutes, ...exchangeRoutes, ...approvalRoutes, ...ruleRoutes, ...pivotRoutes, ...exportRoutes],
    events: { 'units.unit_succeeded': settleAfterSuccession },
    jobs: [
      {
        name: 'figures.recompute_open_periods',
        cron: '20 3 * * *',
        run: async (db, log) => {
          log.info(await recomputeOpenPeriods(db), 'figures of open periods counted again');
        },
      },
      { name: 'figures.run_exports', everySeconds: 1, run: runExports },
      { name: 'figures.remove_expired_exports', cron: '20 2 * * *', run: (db, _log, files) => removeExpiredExports(db, files) },
    ],
  };
}
