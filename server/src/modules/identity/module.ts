// SPDX-License-Identifier: Apache-2.0
import type { ModuleDefinition } from '#platform/http/module';
import { identityErrors } from './domain/errors.ts';
import { identityRoutes } from './http/identity.routes.ts';
import type { HashPassword } from './usecases/manage-accounts.ts';

/** Accounts, positions and roles. Sign-in itself is answered by `authentication.ts` at `/api/auth`. */
export function identityModule(hashPassword: HashPassword): ModuleDefinition {
  return {
    name: 'identity',
    permissions: { 'identity.manage': ['administrator'] },
    errors: identityErrors,
    routes: identityRoutes(hashPassword),
  };
}
