// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { isUnitWithin } from '../../data/import/imports.repo.ts';
import { findRun, insertResponse, insertRun, listResponses, reopenRun, settleRun } from '../../data/import/portal.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import { isAskable, type PortalCall, type PortalRequest, planCalls, portalGroups, readAnswer } from '../../domain/import/portal.ts';
import { callPortal, type PortalPace, type PortalStop, usualPace } from './call-portal.ts';

const Period = z.discriminatedUnion('type', [
  z.object({ type: z.literal('month'), year: z.number(), month: z.number() }),
  z.object({ type: z.literal('quarter'), year: z.number(), quarter: z.number() }),
  z.object({ type: z.literal('year'), year: z.number() }),
]);
const Request = z.object({
  rootDepartmentId: z.string(),
  periods: z.array(Period),
  groups: z.array(z.enum(portalGroups)),
  procedureIds: z.array(z.string()),
});

export type PortalRunInput = PortalRequest & { readonly unitId: string; readonly baseAddress: string };

export type PortalRunResult = {
  readonly id: string;
  readonly state: 'done' | 'stopped';
  readonly calls: number;
  readonly stop: PortalStop | null;
};

/**
 * Asks the national portal's reporting API for the figures of a province and keeps every answer as it came, in the file store
 * with the request that it answers: the source of the figures that are taken from it. Calls follow one another with pauses.
 *
 * @throws AppError `dossiers.portal_period_open`, `dossiers.portal_address`, `platform.not_found`
 */
export async function fetchPortalFigures(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: UnitScope,
  input: PortalRunInput,
  pace: PortalPace = usualPace,
): Promise<PortalRunResult> {
  const { unitId, baseAddress, ...request } = input;
  if (!URL.canParse(baseAddress) || !/^https?:/.test(baseAddress))
    throw new AppError('invalid', 'dossiers.portal_address', { address: baseAddress });
  const open = request.periods.find((period) => !isAskable(period, new Date()));
  if (open) throw new AppError('invalid', 'dossiers.portal_period_open', { year: open.year });
  const tables = importsDb(db);
  if (!(await isUnitWithin(tables, scope, unitId))) throw new AppError('not_found', 'platform.not_found');
  const id = newId();
  await insertRun(tables, {
    id,
    unit_id: unitId,
    base_address: baseAddress,
    request: JSON.stringify(request),
    state: 'running',
    calls_planned: planCalls(request).length,
    created_by: actor.id,
    created_by_name: actor.name,
    settled_at: null,
    failure: null,
  });
  return run(db, files, actor, { id, unitId, baseAddress, request }, pace);
}

/**
 * Goes on with a run that stopped: only what is missing is asked for.
 *
 * @throws AppError `platform.not_found`
 */
export async function resumePortalRun(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: UnitScope,
  id: string,
  pace: PortalPace = usualPace,
): Promise<PortalRunResult> {
  const stored = await findRun(importsDb(db), scope, id);
  if (!stored) throw new AppError('not_found', 'platform.not_found');
  await reopenRun(importsDb(db), id);
  const request = Request.parse(stored.request);
  return run(db, files, actor, { id, unitId: stored.unit_id, baseAddress: stored.base_address, request }, pace);
}

type Run = { readonly id: string; readonly unitId: string; readonly baseAddress: string; readonly request: PortalRequest };

async function run(
  db: Db,
  files: FileStore,
  actor: Actor,
  { id, unitId, baseAddress, request }: Run,
  pace: PortalPace,
): Promise<PortalRunResult> {
  const kept = await listResponses(importsDb(db), id);
  const answered = new Set(kept.map(({ path, request: body }) => keyOf(path, body)));
  let position = kept.length;
  let stop: PortalStop | null = null;
  const waiting = planCalls(request);
  for (let call = waiting.shift(); call && !stop; call = waiting.shift()) {
    const pages = answered.has(keyOf(call.path, call.body)) ? await keptPages(files, kept, call) : undefined;
    const answer = pages === undefined ? await callPortal(baseAddress, call, pace) : { pages };
    if ('reason' in answer) {
      stop = answer;
      break;
    }
    if ('text' in answer) {
      position += 1;
      await keep(db, files, id, position, call, answer);
      await pause(pace.pauseMs);
    }
    if (call.body['currentPage'] === 1)
      waiting.unshift(
        ...Array.from({ length: answer.pages - 1 }, (_, index) => ({ ...call, body: { ...call.body, currentPage: index + 2 } })),
      );
  }
  await settle(db, actor, { id, unitId, position, stop });
  return { id, state: stop ? 'stopped' : 'done', calls: position, stop };
}

/** Pages of an answer that was kept; its own text says so. */
async function keptPages(files: FileStore, kept: Awaited<ReturnType<typeof listResponses>>, call: PortalCall): Promise<number> {
  const own = kept.find(({ path, request }) => keyOf(path, request) === keyOf(call.path, call.body));
  const pieces: Buffer[] = [];
  for await (const piece of await files.get(own?.sha256 ?? '')) pieces.push(piece);
  const read = readAnswer(call.group, Buffer.concat(pieces).toString('utf8'));
  return 'pages' in read ? read.pages : 1;
}

async function keep(
  db: Db,
  files: FileStore,
  runId: string,
  position: number,
  call: PortalCall,
  answer: { readonly text: string; readonly status: number; readonly tries: number },
): Promise<void> {
  const stored = await files.put(Buffer.from(answer.text), 50 * 1_048_576);
  await insertResponse(importsDb(db), {
    run_id: runId,
    position,
    path: call.path,
    request: JSON.stringify(call.body),
    http_status: answer.status,
    sha256: stored.sha256,
    size_bytes: stored.sizeBytes,
    tries: answer.tries,
  });
}

async function settle(
  db: Db,
  actor: Actor,
  {
    id,
    unitId,
    position,
    stop,
  }: { readonly id: string; readonly unitId: string; readonly position: number; readonly stop: PortalStop | null },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await settleRun(importsDb(tx), id, stop ? 'stopped' : 'done', stop);
    await recordAudit(tx, actor, {
      action: 'dossiers.portal_figures_fetched',
      subject: ['portal_run', id],
      unitId,
      data: { calls: position, ...(stop ? { stop } : {}) },
    });
  });
}

/** A request in one spelling, whatever the order of its fields in the database. */
function keyOf(path: string, body: unknown): string {
  return `${path} ${JSON.stringify(Object.entries(body as object).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
