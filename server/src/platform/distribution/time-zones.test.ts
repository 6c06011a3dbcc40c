// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../test/database.ts';
import { requireTimeZones } from './time-zones.ts';

const { pool, url } = await aDatabase();

test('a start is refused where something on the way drops the time zone that the session asks for', async () => {
  await expect(requireTimeZones(pool)).resolves.toBeUndefined();

  const dropped = new pg.Pool({ connectionString: url, max: 1, options: '-c timezone=Etc/UTC' });
  await expect(requireTimeZones(dropped)).rejects.toMatchObject({ code: 'platform.session_time_zone', params: { zone: 'Etc/UTC' } });
  await dropped.end();
});
