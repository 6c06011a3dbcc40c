// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import PgBoss from 'pg-boss';
import type { Db } from '../db/db.ts';
import type { JobDefinition } from '../http/module.ts';
import type { Log } from '../log/log.ts';
import { startTicker } from './ticker.ts';

export type Jobs = { stop(): Promise<void> };

/** Runs the modules' jobs at their times; the queue lives in schema `jobs` of the same database. */
export async function startJobs(url: string, db: Db, log: Log, definitions: readonly JobDefinition[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 2, application_name: 'tuongminh-jobs' });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue error'));
  await boss.start();
  // A job planned while the clock stood in the future would wait for that day, and a queue takes no second one meanwhile.
  await sql`delete from jobs.job where start_after > now() + interval '1 day' and state < 'active'`.execute(db);
  const tickers = definitions.flatMap((job) => ('everySeconds' in job ? [startTicker(job, db, log)] : []));
  for (const job of definitions) {
    if ('everySeconds' in job) continue;
    await boss.createQueue(job.name, { name: job.name, policy: 'stately', retryLimit: 3, retryBackoff: true });
    await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Ho_Chi_Minh' });
    await boss.work(job.name, async () => {
      const started = Date.now();
      await job.run(db, log);
      log.info({ job: job.name, durationMs: Date.now() - started }, 'job done');
    });
  }
  return {
    stop: async () => {
      await Promise.all(tickers.map((ticker) => ticker.stop()));
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
