// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';
import type { Db } from '../db/db.ts';
import type { EventHandler } from '../events/outbox.ts';
import type { Log } from '../log/log.ts';
import type { PermissionTable } from '../permissions/permissions.ts';
import type { RouteDefinition } from './route.ts';

/** Work at set times, in the same database. */
export type JobDefinition = {
  readonly name: string;
  /** Five-field cron expression in Việt Nam's time. */
  readonly cron: string;
  readonly run: (db: Db, log: Log) => Promise<void>;
};

/** What a module registers; `app.ts` alone puts them together. */
export type ModuleDefinition = {
  readonly name: string;
  readonly permissions: PermissionTable;
  readonly errors: ErrorCatalogue;
  readonly routes: readonly RouteDefinition[];
  readonly events?: Readonly<Record<string, EventHandler>>;
  readonly jobs?: readonly JobDefinition[];
};
