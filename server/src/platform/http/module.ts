// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';
import type { Db } from '../db/db.ts';
import type { EventHandler } from '../events/outbox.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Log } from '../log/log.ts';
import type { PermissionTable } from '../permissions/permissions.ts';
import type { RouteDefinition } from './route.ts';

type Times =
  | {
      /** Five-field cron expression in Việt Nam's time. */
      readonly cron: string;
    }
  | { readonly everySeconds: number };

/** Work at set times, in the same database. */
export type JobDefinition = { readonly name: string; readonly run: (db: Db, log: Log) => Promise<void> } & Times;

/** The same as a module registers it: it may go on with stored files. */
export type ModuleJob = { readonly name: string; readonly run: (db: Db, log: Log, files: FileStore) => Promise<void> } & Times;

/** What a module registers; `app.ts` alone puts them together. */
export type ModuleDefinition = {
  readonly name: string;
  readonly permissions: PermissionTable;
  readonly errors: ErrorCatalogue;
  readonly routes: readonly RouteDefinition[];
  readonly events?: Readonly<Record<string, EventHandler>>;
  readonly jobs?: readonly ModuleJob[];
};
