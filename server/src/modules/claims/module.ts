// SPDX-License-Identifier: Apache-2.0
import type { ModuleDefinition } from '#platform/http/module';
import { claimsErrors } from './domain/errors.ts';
import { claimsRoutes } from './http/claims.routes.ts';

/** The figure checker: pure reading and arithmetic, no tables. */
export function claimsModule(): ModuleDefinition {
  return {
    name: 'claims',
    permissions: {
      'claims.check': [
        'par_officer',
        'inspection_head',
        'inspection_secretary',
        'inspection_member',
        'unit_officer',
        'unit_leader',
        'reader',
        'administrator',
      ],
    },
    errors: {
      ...claimsErrors,
      'claims.nothing_found': {
        kind: 'invalid',
        vi: 'Không tìm thấy số liệu nào để xuất. Kiểm tra lại văn bản đã dán.',
        en: 'There is no numeric claim to export.',
      },
    },
    routes: claimsRoutes,
  };
}
