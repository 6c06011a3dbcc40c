// SPDX-License-Identifier: Apache-2.0
import PgBoss from 'pg-boss';
import type { Db } from '../db/db.ts';
import type { JobDefinition } from '../http/module.ts';
import type { Log } from '../log/log.ts';

export type Jobs = { stop(): Promise<void> };

/** Runs the modules' jobs at their times; the queue lives in schema `jobs` of the same database. */
export async function startJobs(url: string, db: Db, log: Log, definitions: readonly JobDefinition[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 2, application_name: 'tuongminh-jobs' });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue error'));
  await boss.start();
  for (const job of definitions) {
    await boss.createQueue(job.name, { name: job.name, policy: 'stately', retryLimit: 3, retryBackoff: true });
    await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Ho_Chi_Minh' });
    await boss.work(job.name, async () => {
      const started = Date.now();
      await job.run(db, log);
      log.info({ job: job.name, durationMs: Date.now() - started }, 'job done');
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
