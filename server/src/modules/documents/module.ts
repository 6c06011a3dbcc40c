// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { documentsErrors } from './domain/errors.ts';
import { documentRoutes } from './http/documents.routes.ts';
import { linkRoutes } from './http/links.routes.ts';
import { registerRoutes } from './http/registers.routes.ts';

/** Registers, numbering, legal bases and attached files of documents. */
export function documentsModule(): ModuleDefinition {
  return {
    name: 'documents',
    permissions: {
      'documents.read': roles,
      'documents.write': ['par_officer', 'inspection_secretary', 'unit_officer'],
      'documents.issue': ['par_officer', 'unit_leader', 'inspection_head'],
      'documents.reopen_register': ['administrator'],
    },
    errors: documentsErrors,
    routes: [...documentRoutes, ...linkRoutes, ...registerRoutes],
  };
}
