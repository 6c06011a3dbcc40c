// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '#kernel/app-error';
import type { CheckOutcome, CheckSink, CheckTask } from './check-file.ts';
import type { WorkerAnswer, WorkerMessage } from './read-worker.ts';

// A thread's first file does not pass the loader of TypeScript, so the thread begins here and takes its module by itself.
const begin = `const { loader, module } = require('node:worker_threads').workerData;
(loader ? import(loader).then((tsx) => void tsx.register()) : Promise.resolve()).then(() => import(module));`;

const fromSources = import.meta.url.endsWith('.ts');

/**
 * As `checkFile`, in a thread of its own: nobody else waits for the reading of a file, and one that needs too much memory
 * ends alone. Rows come over without being copied.
 *
 * @throws AppError as `checkFile`, `dossiers.import_too_much`
 */
export async function checkInThread(task: CheckTask, sink: CheckSink): Promise<CheckOutcome> {
  const module = new URL(`./read-worker.${fromSources ? 'ts' : 'js'}`, import.meta.url).href;
  const worker = new Worker(begin, {
    eval: true,
    workerData: { module, task, loader: fromSources ? typescriptLoader() : null },
    resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 },
    ...(fromSources ? { execArgv: ['--conditions=development'] } : {}),
  });
  try {
    return await conversation(worker, sink);
  } finally {
    await worker.terminate();
  }
}

function typescriptLoader(): string {
  return pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
}

function conversation(worker: Worker, sink: CheckSink): Promise<CheckOutcome> {
  return new Promise((resolve, reject) => {
    // Pieces are taken one after another, in the order in which they come.
    let line = Promise.resolve();
    const inTurn = (take: () => Promise<boolean>): void => {
      line = line.then(async () => {
        const goOn = await take();
        worker.postMessage({ goOn } satisfies WorkerAnswer);
      });
      line.catch(reject);
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'piece') inTurn(() => sink.take(message.piece));
      else if (message.kind === 'shape') inTurn(() => sink.shape(message.shape).then(() => true));
      else if (message.kind === 'done') void line.then(() => resolve(message.outcome), reject);
      else {
        const { kind, code, params } = message.refusal;
        void line.then(() => reject(new AppError(kind, code, params)), reject);
      }
    });
    worker.on('error', (error) => reject(refusalOf(error)));
    worker.on('exit', () => void line.finally(() => reject(new Error('the reading thread ended without a word'))).catch(() => undefined));
  });
}

function refusalOf(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new AppError('invalid', 'dossiers.import_too_much') : error;
}
