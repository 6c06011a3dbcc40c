// SPDX-License-Identifier: Apache-2.0
import type { Db } from '../db/db.ts';
import type { JobDefinition } from '../http/module.ts';
import type { Log } from '../log/log.ts';

export type Ticker = { stop(): Promise<void> };

/**
 * Runs a job again `everySeconds` after its last run ended: for work too frequent for the queue. Every process ticks;
 * a job that only one may do at a time takes its own lock.
 */
export function startTicker(job: JobDefinition & { everySeconds: number }, db: Db, log: Log): Ticker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let failing = false;

  const tick = async (): Promise<void> => {
    try {
      await job.run(db, log);
      failing = false;
    } catch (error) {
      // Told once, not every second, while for example the database is away.
      if (!failing) log.warn({ err: error, job: job.name }, 'ticking job failed');
      failing = true;
    }
    plan();
  };
  const plan = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = tick();
    }, job.everySeconds * 1000);
    timer.unref();
  };

  plan();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
