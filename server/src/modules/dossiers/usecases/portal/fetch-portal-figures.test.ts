// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aFileStore } from '../../../../../test/factories/import.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { systemActor } from '../../../../platform/auth/actor.ts';
import { daysOf, isAskable, type PortalRequest, planCalls } from '../../domain/import/portal.ts';
import type { PortalPace } from './call-portal.ts';
import { fetchPortalFigures, resumePortalRun } from './fetch-portal-figures.ts';

const { db } = await aDatabase();
const files = aFileStore();
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province' });
const pace: PortalPace = { pauseMs: 1, timeoutMs: 300, tries: 3, backoffMs: 5 };

type Fault = 'slow' | 'cut' | 'wrong_json' | 'wrong_shape' | 'not_ok' | number;
type Asked = { readonly path: string; readonly body: Record<string, unknown>; readonly at: number };

/** A portal that answers in the shapes of 2026, each answer after the faults that wait for it. */
const portal = { asked: [] as Asked[], faults: [] as (Fault | null)[], pages: 1 };

function answerOf(path: string, body: Record<string, unknown>): unknown {
  const unit = { departmentId: '019d2be3-6a88-732b-8b17-b68020c8553a', departmentName: 'Tỉnh Thử', departmentCode: 'H99' };
  if (path.endsWith('tree')) {
    return {
      parent: { ...unit, totalReceived: 135, totalOnTime: 130, ratio: 96.3 },
      children: [{ ...unit, totalReceived: 135 }],
      monthlyChart: [],
    };
  }
  const pagination = { total: 163, currentPage: body['currentPage'], pageSize: body['pageSize'], totalPages: portal.pages };
  return {
    overview: { ...unit, totalScore: 12, totalMaxScore: 18, ratio: 66.67 },
    evaluation: [{ stt: 1, ...unit, metrics: [] }],
    pagination,
    source: 'x',
  };
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const piece of request) text += piece;
  const [path, body] = [request.url ?? '', JSON.parse(text) as Record<string, unknown>];
  portal.asked.push({ path, body, at: performance.now() });
  const fault = portal.faults.shift() ?? null;
  const answer = JSON.stringify({
    code: fault === 'not_ok' ? 'ERROR' : 'OK',
    data: fault === 'wrong_shape' ? { parent: [] } : answerOf(path, body),
    message: 'OK',
  });
  if (fault === 'slow') return;
  if (typeof fault === 'number') {
    response.writeHead(fault).end('<html>');
    return;
  }
  response.writeHead(201, { 'content-type': 'application/json', ...(fault === 'cut' ? { 'content-length': '100000' } : {}) });
  if (fault !== 'cut') {
    response.end(fault === 'wrong_json' ? answer.slice(0, -20) : answer);
    return;
  }
  response.write(answer);
  setTimeout(() => response.destroy(), 20);
}

const server = createServer((request, response) => void respond(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const baseAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeEach(() => {
  Object.assign(portal, { asked: [], faults: [], pages: 1 });
});

const request: PortalRequest = {
  rootDepartmentId: '019d2be3-6a88-732b-8b17-b68020c8553a',
  periods: [{ type: 'month', year: 2025, month: 8 }],
  groups: ['transparency', 'progress', 'satisfaction'],
  procedureIds: [],
};
const fetchAll = (asked: Partial<PortalRequest> = {}) =>
  fetchPortalFigures(db, files, systemActor, everywhere, { ...request, ...asked, unitId: province.id, baseAddress }, pace);

async function keptOf(id: string) {
  const { rows } = await sql<{ path: string; request: Record<string, unknown>; tries: number; sha256: string }>`
    select path, request, tries, sha256 from dossiers.portal_response where run_id = ${id} order by position`.execute(db);
  return rows;
}

test('every answer is kept as it came, with the request that it answers', async () => {
  const result = await fetchAll();

  const kept = await keptOf(result.id);
  expect(result).toMatchObject({ state: 'done', calls: 3, stop: null });
  expect(kept.map(({ path }) => path.split('/').at(-1))).toEqual(['transparency', 'dvc-progress-tree', 'handling-satisfaction']);
  expect(portal.asked.map(({ body }) => body)).toEqual([
    { timeType: 'month', year: 2025, month: 8, rootDepartmentId: request.rootDepartmentId, currentPage: 1, pageSize: 200 },
    { timeType: 'month', year: 2025, month: 8, rootDepartmentId: request.rootDepartmentId, currentPage: 1, pageSize: 100 },
    { fromDate: '2025-08-01', toDate: '2025-08-31', rootDepartmentId: request.rootDepartmentId, currentPage: 1, pageSize: 200 },
  ]);
  let text = '';
  for await (const piece of await files.get(kept[1]!.sha256)) text += String(piece);
  expect(JSON.parse(text)).toMatchObject({ code: 'OK', data: { parent: { totalReceived: 135 } } });
});

test('all pages are asked for, one after another, with pauses', async () => {
  portal.pages = 3;

  await fetchAll({ groups: ['transparency'] });

  expect(portal.asked.map(({ body }) => body['currentPage'])).toEqual([1, 2, 3]);
});

test('slow, cut, broken and erring answers are asked for again, with growing pauses', async () => {
  portal.faults = ['slow', 500, null, 'cut', 'wrong_json', null, 'wrong_shape', 'not_ok', null];

  const result = await fetchAll();

  expect(result).toMatchObject({ state: 'done', calls: 3 });
  expect((await keptOf(result.id)).map(({ tries }) => tries)).toEqual([3, 3, 3]);
});

test.each([
  [403, 'refused'],
  [429, 'too_many'],
])('%d ends the run at once; taken up again, it asks only for what is missing', async (status, reason) => {
  portal.faults = [null, status];
  const stopped = await fetchAll();
  const before = portal.asked.length;

  const resumed = await resumePortalRun(db, files, systemActor, everywhere, stopped.id, pace);

  expect(stopped).toMatchObject({ state: 'stopped', calls: 1, stop: { reason, status, tries: 1 } });
  expect(before).toBe(2);
  expect(resumed).toMatchObject({ state: 'done', calls: 3 });
  expect(portal.asked.slice(before).map(({ path }) => path.split('/').at(-1))).toEqual(['dvc-progress-tree', 'handling-satisfaction']);
});

test('a run that stopped between two pages goes on with the next page', async () => {
  portal.pages = 3;
  portal.faults = [null, null, 429];
  const stopped = await fetchAll({ groups: ['transparency'] });

  await resumePortalRun(db, files, systemActor, everywhere, stopped.id, pace);

  expect(portal.asked.map(({ body }) => body['currentPage'])).toEqual([1, 2, 3, 3]);
});

test('a portal that never answers is given up after the tries', async () => {
  portal.faults = [503, 503, 503];

  expect(await fetchAll()).toMatchObject({ state: 'stopped', calls: 0, stop: { reason: 'server_error', status: 503, tries: 3 } });
});

test('a month is asked for only after its end, the running quarter and year at once', () => {
  const now = new Date('2026-08-31T20:00:00Z');

  expect([
    isAskable({ type: 'month', year: 2026, month: 8 }, now),
    isAskable({ type: 'month', year: 2026, month: 9 }, now),
    isAskable({ type: 'quarter', year: 2026, quarter: 3 }, now),
    isAskable({ type: 'year', year: 2027 }, now),
  ]).toEqual([true, false, true, false]);
  expect(daysOf({ type: 'quarter', year: 2024, quarter: 1 })).toEqual({ fromDate: '2024-01-01', toDate: '2024-03-31' });
});

test('procedures are asked for by the key that each endpoint has', () => {
  const calls = planCalls({ ...request, groups: ['digitisation', 'payment', 'satisfaction'], procedureIds: ['p1'] });

  expect(calls.map(({ body }) => Object.keys(body).find((key) => key.startsWith('formality')) ?? null)).toEqual([
    null,
    'formalityID',
    null,
    'formalityId',
    null,
  ]);
});

test('an address that is none, and a unit out of reach, are refused', async () => {
  await expect(
    fetchPortalFigures(db, files, systemActor, everywhere, { ...request, unitId: province.id, baseAddress: 'file:///etc' }, pace),
  ).rejects.toThrow('dossiers.portal_address');
  await expect(
    fetchPortalFigures(db, files, systemActor, { roots: [], reformFields: null }, { ...request, unitId: province.id, baseAddress }, pace),
  ).rejects.toThrow('platform.not_found');
});
