// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { AppError } from '#kernel/app-error';
import type { ThreadAnswer } from './thread-answer.ts';

export type ThreadPool<Task, Result> = {
  /** @throws AppError the worker's own refusals, `platform.too_much_work`, `platform.busy` */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
};

export type ThreadLimits = {
  readonly timeoutMs?: number;
  /** How far the whole program may grow above its size when the pool began to work. */
  readonly memoryMb?: number;
  readonly mostWaiting?: number;
};

const watchEveryMs = 100;

/**
 * Threads for work whose length somebody else decides, such as reading a file that was sent: nobody else waits for it, and
 * what takes too long or too much memory is ended. The worker's module exports what `inThread` made as `run`.
 *
 * @param worker address of the worker's module without its ending, which differs between sources and build
 */
export function createThreadPool<Task, Result>(worker: URL, limits: ThreadLimits = {}): ThreadPool<Task, Result> {
  const { timeoutMs = 30_000, memoryMb = 1_500, mostWaiting = 40 } = limits;
  let pool: Piscina<Task, ThreadAnswer<Result>> | undefined;
  const running = new Set<AbortController>();
  let watch: NodeJS.Timeout | undefined;

  const watchMemory = (): void => {
    const most = process.memoryUsage.rss() + memoryMb * 1_048_576;
    watch ??= setInterval(() => {
      if (process.memoryUsage.rss() > most) for (const one of running) one.abort();
    }, watchEveryMs).unref();
  };
  const finished = (one: AbortController): void => {
    running.delete(one);
    if (running.size > 0) return;
    clearInterval(watch);
    watch = undefined;
  };

  return {
    async run(task) {
      pool ??= openPool(worker);
      if (running.size >= pool.maxThreads + mostWaiting) throw new AppError('unavailable', 'platform.busy');
      const abort = new AbortController();
      running.add(abort);
      watchMemory();
      const timer = setTimeout(() => abort.abort(), timeoutMs);
      try {
        const answer = await pool.run(task, { signal: abort.signal });
        if (answer.ok) return answer.value;
        throw new AppError(answer.kind, answer.code, answer.params);
      } catch (error) {
        throw abort.signal.aborted ? new AppError('invalid', 'platform.too_much_work') : refusalOf(error);
      } finally {
        clearTimeout(timer);
        finished(abort);
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

function openPool<Task, Result>(worker: URL): Piscina<Task, ThreadAnswer<Result>> {
  // One processor stays free for everybody else's requests.
  const maxThreads = Math.max(1, Math.min(4, availableParallelism() - 1));
  const fromSources = import.meta.url.endsWith('.ts');
  return new Piscina({
    filename: `${fileURLToPath(worker)}${fromSources ? '.ts' : '.js'}`,
    name: 'run',
    minThreads: 0,
    maxThreads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    ...(fromSources ? { execArgv: ['--conditions=development', '--import', typescriptLoader()] } : {}),
  });
}

function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new AppError('invalid', 'platform.too_much_work');
  return error;
}
