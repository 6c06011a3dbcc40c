// SPDX-License-Identifier: Apache-2.0
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createAuthentication } from '../../server/src/modules/identity/index.ts';
import { createAccount } from '../../server/src/modules/identity/usecases/manage-accounts.ts';
import { systemActor } from '../../server/src/platform/auth/actor.ts';
import type { Province } from '../province.ts';

const password = 'doc-so-lieu-do-toc-do-2026';
/** Several, so that none asks more often than one account may. */
const emails = Array.from({ length: 9 }, (_, index) => `doc-so-lieu-${index}@example.vn`);

/** Reads a path of the product's interface to its end, pressed as a browser asks for it; tells the size in bytes. */
export type Reader = (path: string) => Promise<number>;

/** The product in a process of its own on a province's database, read by an account that may read its statistics. */
export async function withProduct(province: Province, work: (read: Reader) => Promise<void>): Promise<void> {
  await makeReader(province);
  const dataDir = mkdtempSync(join(tmpdir(), 'tuongminh-statistics-bench-'));
  const server = fork(fileURLToPath(new URL('../desk/server.ts', import.meta.url)), {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: province.url, TUONGMINH_DATA: dataDir, TUONGMINH_DEMO: 'off', PORT: '0' },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const [{ url }] = (await once(server, 'message')) as [{ url: string }];
    const cookies: string[] = [];
    for (const email of emails) cookies.push(await signIn(url, agent, email));
    let asked = 0;
    await work(async (path) => {
      asked += 1;
      return (await send(new URL(path, url), agent, { cookie: cookies[asked % cookies.length] ?? '', 'accept-encoding': 'gzip' })).bytes;
    });
  } finally {
    agent.destroy();
    server.disconnect();
    await once(server, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function makeReader({ database: { db, pool }, provinceId }: Province): Promise<void> {
  const { hashPassword } = await createAuthentication({ db, pool, secret: 'x'.repeat(32), trustedOrigins: [], publicUrl: undefined });
  const hash = await hashPassword(password);
  const dates = { validFrom: '2020-01-01', validTo: null };
  const { rows } = await sql`select from identity.account where email = ${emails[0]}`.execute(db);
  if (rows.length > 0) return;
  for (const email of emails) {
    await createAccount(db, systemActor, { roots: null, reformFields: null }, async () => hash, {
      email,
      name: 'Người đọc số liệu',
      password,
      positions: [{ unitId: provinceId, title: 'Chuyên viên', ...dates }],
      grants: [{ unitId: provinceId, role: 'reader', reformFields: null, ...dates }],
    });
  }
}

async function signIn(url: string, agent: Agent, email: string): Promise<string> {
  const answer = await send(new URL('/api/auth/sign-in/email', url), agent, {}, JSON.stringify({ email, password }));
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

type Answer = { readonly bytes: number; readonly cookies: readonly string[] };

function send(url: URL, agent: Agent, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((done, failed) => {
    const options = { agent, method: body ? 'POST' : 'GET', headers: body ? { ...headers, 'content-type': 'application/json' } : headers };
    const sent = request(url, options, (answer) => {
      let bytes = 0;
      answer.on('data', (piece) => {
        bytes += piece.length;
      });
      answer.on('end', () => {
        if (answer.statusCode === 200) done({ bytes, cookies: answer.headers['set-cookie'] ?? [] });
        else failed(new Error(`${url.pathname} answered ${answer.statusCode}`));
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
