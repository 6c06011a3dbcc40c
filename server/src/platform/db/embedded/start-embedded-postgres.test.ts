// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../log/log.ts';
import { resolveDatabase } from '../resolve-database.ts';
import { postgresProcessesOn } from './process-facts.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

const log = createLog('silent');
let dataDir: string;
let servers: EmbeddedPostgres[];

beforeEach(() => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'tuongminh-embedded-')));
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, ...options });
  servers.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows?.[0] ?? {};
  } finally {
    await client.end();
  }
}

const mode = (path: string) => statSync(path).mode & 0o777;

test('keeps what was written over a stop and a start', async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 'Điện Biên' as name");
  await first.stop();
  expect(postgresProcessesOn(join(dataDir, 'postgres'), undefined)).toEqual([]);

  const second = await start();

  expect(await ask(second.url, 'select name from kept')).toEqual({ name: 'Điện Biên' });
});

describe('a running server', () => {
  let folder: string;
  let url: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tuongminh-embedded-')));
    server = await startEmbeddedPostgres({ dataDir: folder, log, settings: { work_mem: '5MB' } });
    url = server.url;
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is durable, checked, in UTF-8, in the zone of Việt Nam and knows Vietnamese letters', async () => {
    const settings = [
      'fsync',
      'data_checksums',
      'server_encoding',
      'timezone',
      'wal_compression',
      'listen_addresses',
      'password_encryption',
    ];
    expect(await ask(url, `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)).toEqual({
      fsync: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      timezone: 'Asia/Ho_Chi_Minh',
      wal_compression: 'off',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
    });
    expect(
      await ask(
        url,
        `select lower('ĐIỆN BIÊN') as lower, array(select x from unnest('{Đà,Da,Ă,Z,A,Â}'::text[]) x order by x collate "vi-x-icu") as sorted`,
      ),
    ).toEqual({
      lower: 'điện biên',
      sorted: ['A', 'Ă', 'Â', 'Da', 'Đà', 'Z'],
    });
  });

  test('demands the generated password, which only the owner can read', async () => {
    const wrong = new URL(url);
    wrong.password = 'tuongminh';

    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(mode(join(folder, 'postgres.password'))).toBe(0o600);
    expect(mode(join(folder, 'postgres'))).toBe(0o700);
  });

  test('refuses a second start on the same folder and leaves the first at work', async () => {
    await expect(startEmbeddedPostgres({ dataDir: folder, log })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'platform.data_in_use',
      params: { pid: process.pid },
    });

    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  test('takes the settings given', async () => {
    expect(await ask(url, "select current_setting('work_mem') as work_mem")).toEqual({ work_mem: '5MB' });
  });

  test('is used when DATABASE_URL names it', async () => {
    expect(await resolveDatabase({ databaseUrl: url, dataDir: '/nowhere', log })).toMatchObject({ url, embedded: false });
  });
});

test('tells when the server ends without being asked', async () => {
  const server = await start();
  const pids = postgresProcessesOn(join(dataDir, 'postgres'), undefined);

  process.kill(Math.min(...pids), 'SIGQUIT');

  await server.exited;
});

test('says with the words of the server why it did not start, and can be started afterwards', async () => {
  await expect(start({ settings: { shared_buffers: 'much' } })).rejects.toMatchObject({
    code: 'platform.database_not_started',
    params: { reason: expect.stringContaining('shared_buffers') },
  });

  await start();
});

describe('a cluster that is not whole', () => {
  test('is made again when its making was cut off', async () => {
    mkdirSync(join(dataDir, 'postgres.making.1', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.making.1', 'PG_VERSION'), '17\n');

    const { url } = await start();

    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    expect(existsSync(join(dataDir, 'postgres.making.1'))).toBe(false);
  });

  test('is never replaced when there is something in it', async () => {
    mkdirSync(join(dataDir, 'postgres', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'base', '1'), 'rows');

    await expect(start()).rejects.toMatchObject({ code: 'platform.cluster_unrecognised' });

    expect(existsSync(join(dataDir, 'postgres', 'base', '1'))).toBe(true);
  });

  test('is refused when it belongs to another version', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');

    await expect(start()).rejects.toMatchObject({ code: 'platform.cluster_other_version', params: { version: '16', expected: '17' } });
  });
});

test('names the server of DATABASE_URL that does not answer, but not its password', async () => {
  const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/office';

  const refusal = await resolveDatabase({ databaseUrl, dataDir: '/nowhere', log }).catch((error: unknown) => error);

  expect(refusal).toMatchObject({
    code: 'platform.database_unreachable',
    params: { server: '127.0.0.1:1/office', reason: expect.stringContaining('ECONNREFUSED') },
  });
  expect(String(refusal)).not.toContain('secret');
});
