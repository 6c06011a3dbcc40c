// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';
import type { ResolveActor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Log } from '../log/log.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { RouteDefinition } from './route.ts';

export type ServerParts = {
  readonly db: Db;
  readonly log: Log;
  readonly files: FileStore;
  readonly permissions: Permissions;
  readonly errors: ErrorCatalogue;
  readonly routes: readonly RouteDefinition[];
  readonly resolveActor: ResolveActor;
  /** Addresses from which a browser may send changes; the address that the request names is always one of them. */
  readonly trustedOrigins: readonly string[];
  /** Requests a minute of one person. */
  readonly perMinute?: number;
};
