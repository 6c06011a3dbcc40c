// SPDX-License-Identifier: Apache-2.0
// The product itself in a process of its own; tells its parent where it serves.
import process from 'node:process';
import { start } from '../../server/src/main.ts';
import { loadConfig } from '../../server/src/platform/config/config.ts';

const running = await start(loadConfig(process.env), () => undefined);
process.send?.({ url: running.url });
process.on('disconnect', () => void running.stop().then(() => process.exit(0)));
process.on('message', (asked) => {
  if (asked === 'cpu') process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
});
