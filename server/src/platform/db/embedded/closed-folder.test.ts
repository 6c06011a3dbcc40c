// SPDX-License-Identifier: Apache-2.0
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../log/log.ts';
import { findNativeFolder, linkLibraries } from './binaries.ts';
import { choosePlace } from './place.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const log = createLog('silent');
let closed: string;
let dataDir: string;

beforeEach(() => {
  // Mode 0700 and owned by root, as `mktemp -d` makes it.
  closed = mkdtempSync(join(tmpdir(), 'tuongminh-closed-'));
  dataDir = join(closed, 'data');
});

afterEach(() => rmSync(closed, { recursive: true, force: true }));

async function writeAndRead(options: Parameters<typeof startEmbeddedPostgres>[0]): Promise<void> {
  for (const statement of ['create table kept as select 1 as id', 'insert into kept values (2)']) {
    const server = await startEmbeddedPostgres(options);
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query(statement);
    await client.end();
    await server.stop();
  }
}

describe.runIf(process.getuid?.() === 0)('below a folder closed to all but root', () => {
  test('runs with the cluster in the data folder and leaves the folders above as they were', async () => {
    await writeAndRead({ dataDir, log });

    expect(statSync(closed).mode & 0o777).toBe(0o700);
    expect(statSync(closed).uid).toBe(0);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
  });

  test('runs also when the programs themselves lie below it, without their library links', async () => {
    const native = join(closed, 'native');
    cpSync(findNativeFolder(), native, { recursive: true, filter: (source) => !/libicu\w+\.so\.60$/.test(source) });
    mkdirSync(dataDir);
    linkLibraries(native, join(dataDir, 'unused'));

    const place = choosePlace(dataDir, { native });

    expect(existsSync(join(native, 'lib', 'libicuuc.so.60'))).toBe(true);
    expect(place).toMatchObject({ cluster: join(dataDir, 'postgres'), account: { kind: 'lent', capability: 'dac_read_search' } });
  });

  test('moves programs and cluster to an open folder where the system grants no capability, and finds them again', async () => {
    const home = mkdtempSync(join(tmpdir(), 'tuongminh-home-'));
    cpSync(dirname(findNativeFolder()), join(closed, 'package'), { recursive: true });
    rmSync(home, { recursive: true });
    try {
      await writeAndRead({ dataDir, log, place: { capabilities: false, home } });

      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
      const native = join(closed, 'package', 'native');
      expect(choosePlace(dataDir, { native }).binaries.native).not.toContain(closed);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  test('refuses rather than leave a cluster behind that it cannot reach', async () => {
    await writeAndRead({ dataDir, log });

    await expect(startEmbeddedPostgres({ dataDir, log, place: { capabilities: false } })).rejects.toMatchObject({
      code: 'platform.data_folder_unreachable',
    });
  });
});
