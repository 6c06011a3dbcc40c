// SPDX-License-Identifier: Apache-2.0
import type { FastifyInstance } from 'fastify';
import type { Authentication } from '#modules/identity';
import { reachesWholeTree, withinScope } from '#modules/units';
import { verifyAudit } from '#platform/audit/audit';
import { auditPermissions, auditRoutes } from '#platform/audit/audit-routes';
import type { Db } from '#platform/db/db';
import { platformDbErrors } from '#platform/db/errors';
import { deliverEvents, type EventHandler } from '#platform/events/outbox';
import { fileErrors, filePermissions, fileRoutes } from '#platform/files/file-routes';
import { createFileStore, type FileStore } from '#platform/files/file-store';
import { mountAuthentication } from '#platform/http/authentication';
import { platformErrors } from '#platform/http/errors';
import { registerHealth } from '#platform/http/health';
import type { JobDefinition, ModuleDefinition } from '#platform/http/module';
import { buildServer } from '#platform/http/server';
import { serveStaticPages } from '#platform/http/static-pages';
import type { Log } from '#platform/log/log';
import { createMailer, type MailSettings } from '#platform/mail/mailer';
import { sendWaitingMail } from '#platform/mail/send-waiting-mail';
import { createPermissions, type Permissions } from '#platform/permissions/permissions';
import { actionsModule } from './modules/actions/module.ts';
import { calendarModule } from './modules/calendar/module.ts';
import { claimsModule } from './modules/claims/module.ts';
import { documentsModule } from './modules/documents/module.ts';
import { dossiersModule } from './modules/dossiers/module.ts';
import { figuresModule } from './modules/figures/module.ts';
import { identityModule } from './modules/identity/module.ts';
import { inspectionsModule } from './modules/inspections/module.ts';
import { proceduresModule } from './modules/procedures/module.ts';
import { scoringModule } from './modules/scoring/module.ts';
import { unitsModule } from './modules/units/module.ts';

/** The modules of the house, lowest first. */
export function modulesOf(authentication: Pick<Authentication, 'hashPassword'>): ModuleDefinition[] {
  return [
    unitsModule(),
    calendarModule({ within: withinScope, isWhole: reachesWholeTree }),
    identityModule(authentication.hashPassword),
    claimsModule(),
    documentsModule(),
    proceduresModule(),
    dossiersModule(),
    figuresModule(),
    actionsModule(),
    inspectionsModule(),
    scoringModule(),
  ];
}

export type AppParts = {
  readonly db: Db;
  readonly log: Log;
  readonly filesFolder: string;
  readonly pagesFolder: string;
  readonly authentication: Authentication;
  readonly trustedOrigins: readonly string[];
  readonly perMinute?: number;
  /** Where mail goes out; nothing is sent where absent. */
  readonly mail?: MailSettings | undefined;
};

export type App = { readonly server: FastifyInstance; readonly permissions: Permissions; readonly jobs: readonly JobDefinition[] };

// What the database needs to go on while no upload fits any more.
const keepFreeBytes = 300_000_000;

/** Joins platform and modules into one server; the only place that knows all of them. */
export async function createApp(parts: AppParts): Promise<App> {
  const modules = modulesOf(parts.authentication);
  const permissions = createPermissions([auditPermissions, filePermissions, ...modules.map((module) => module.permissions)]);
  const files = createFileStore(parts.filesFolder, { keepFreeBytes });
  const server = await buildServer({
    db: parts.db,
    log: parts.log,
    files,
    permissions,
    errors: Object.assign({}, platformErrors, platformDbErrors, fileErrors, ...modules.map((module) => module.errors)),
    routes: [...auditRoutes, ...fileRoutes, ...modules.flatMap((module) => module.routes)],
    trustedOrigins: parts.trustedOrigins,
    ...(parts.perMinute ? { perMinute: parts.perMinute } : {}),
    resolveActor: parts.authentication.actorOf,
  });
  await mountAuthentication(server, parts.authentication.handle);
  registerHealth(server, parts.db);
  await serveStaticPages(server, parts.pagesFolder);
  server.get('/api/openapi.json', { schema: { hide: true } } as never, async () => server.swagger());
  return { server, permissions, jobs: [...platformJobs(modules), mailJob(parts.mail), ...moduleJobs(modules, files)] };
}

function moduleJobs(modules: readonly ModuleDefinition[], files: FileStore): JobDefinition[] {
  return modules.flatMap((module) => module.jobs ?? []).map((job) => ({ ...job, run: (db: Db, log: Log) => job.run(db, log, files) }));
}

function mailJob(settings: MailSettings | undefined): JobDefinition {
  const mailer = settings && createMailer(settings);
  return { name: 'platform.send_mail', everySeconds: 5, run: (db, log) => sendWaitingMail(db, log, mailer) };
}

function platformJobs(modules: readonly ModuleDefinition[]): JobDefinition[] {
  const handlers = new Map<string, EventHandler[]>();
  for (const [name, handler] of modules.flatMap((module) => Object.entries(module.events ?? {}))) {
    handlers.set(name, [...(handlers.get(name) ?? []), handler]);
  }
  return [
    {
      name: 'platform.deliver_events',
      cron: '* * * * *',
      run: async (db) => {
        while ((await deliverEvents(db, handlers)) > 0);
      },
    },
    {
      name: 'platform.verify_audit',
      cron: '30 1 * * *',
      run: async (db, log) => {
        const verdict = await verifyAudit(db);
        if (!verdict.intact) log.error(verdict, 'audit chain is broken');
      },
    },
  ];
}
