// SPDX-License-Identifier: Apache-2.0
import type { Role } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { deskErrors } from './domain/desk/errors.ts';
import { formErrors } from './domain/forms/errors.ts';
import { importErrors } from './domain/import/errors.ts';
import { onlineErrors } from './domain/online/errors.ts';
import { clockRuleErrors } from './domain/rule-changes/errors.ts';
import { statisticsErrors } from './domain/statistics/errors.ts';
import { clockRuleRoutes } from './http/clock-rules.routes.ts';
import { deskRoutes } from './http/desk.routes.ts';
import { formRoutes } from './http/forms.routes.ts';
import { importRoutes } from './http/import.routes.ts';
import { importMappingRoutes } from './http/import-mappings.routes.ts';
import { onlineRoutes } from './http/online.routes.ts';
import { statisticsRoutes } from './http/statistics.routes.ts';
import { workListRoutes } from './http/work-list.routes.ts';
import { checkReferences } from './usecases/desk/check-references.ts';
import { forgetEntryRequests } from './usecases/desk/enter-once.ts';
import { resumeInterruptedImports } from './usecases/import/resume-interrupted-imports.ts';
import { apologiseLate } from './usecases/mail/apologise-late.ts';
import { forgetOnlineUse } from './usecases/online/keep-quota.ts';
import { forgetLookupAttempts } from './usecases/online/look-up.ts';
import { foldWaitingChanges } from './usecases/statistics/fold-waiting-changes.ts';

const handling: readonly Role[] = ['par_officer', 'unit_officer', 'unit_leader'];
const inspecting: readonly Role[] = ['inspection_head', 'inspection_secretary', 'inspection_member'];

/** Dossiers of administrative procedures: desk, clock, import and statistics. */
export function dossiersModule(): ModuleDefinition {
  return {
    name: 'dossiers',
    permissions: {
      'dossiers.handle': ['unit_officer', 'unit_leader'],
      'dossiers.import': ['par_officer', 'unit_officer', 'administrator'],
      'dossiers.manage_clock_rules': ['administrator'],
      'dossiers.read_clock_rules': [...handling, ...inspecting, 'reader', 'administrator'],
      'dossiers.read': [...handling, ...inspecting],
      'dossiers.read_statistics': [...handling, ...inspecting, 'reader', 'administrator'],
    },
    errors: { ...clockRuleErrors, ...deskErrors, ...formErrors, ...importErrors, ...onlineErrors, ...statisticsErrors },
    routes: [
      ...importRoutes,
      ...importMappingRoutes,
      ...statisticsRoutes,
      ...workListRoutes,
      ...formRoutes,
      ...onlineRoutes,
      ...clockRuleRoutes,
      ...deskRoutes,
    ],
    jobs: [
      { name: 'dossiers.fold_waiting_changes', everySeconds: 1, run: (db) => foldWaitingChanges(db) },
      { name: 'dossiers.apologise_late', cron: '10 7-17 * * *', run: (db) => apologiseLate(db) },
      {
        name: 'dossiers.check_references',
        cron: '50 1 * * *',
        run: async (db, log) => {
          await checkReferences(db, log);
        },
      },
      { name: 'dossiers.forget_lookup_attempts', cron: '40 2 * * *', run: (db) => forgetLookupAttempts(db) },
      { name: 'dossiers.forget_entry_requests', cron: '45 2 * * *', run: (db) => forgetEntryRequests(db) },
      { name: 'dossiers.forget_online_use', cron: '5 0 * * *', run: (db) => forgetOnlineUse(db) },
      { name: 'dossiers.resume_imports', everySeconds: 5, run: resumeInterruptedImports },
    ],
  };
}
