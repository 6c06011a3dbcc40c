// SPDX-License-Identifier: Apache-2.0
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type AppErrorKind, type AppErrorParams } from '#kernel/app-error';
import { type CheckOutcome, type CheckTask, checkFile, type FileShape } from './check-file.ts';
import type { CheckedPiece } from './reading.ts';

/** What the thread says; each shape and piece is answered by whether to go on. */
export type WorkerMessage =
  | { readonly kind: 'shape'; readonly shape: FileShape }
  | { readonly kind: 'piece'; readonly piece: CheckedPiece }
  | { readonly kind: 'done'; readonly outcome: CheckOutcome }
  | { readonly kind: 'refused'; readonly refusal: { readonly kind: AppErrorKind; readonly code: string; readonly params: AppErrorParams } };

export type WorkerAnswer = { readonly goOn: boolean };

/** Pieces on their way at once: the database is kept busy, and memory stays at a few megabytes. */
const mostOnTheWay = 3;

async function work(port: NonNullable<typeof parentPort>, task: CheckTask): Promise<void> {
  let onTheWay = 0;
  let goesOn = true;
  let wake: () => void = () => undefined;
  port.on('message', (answer: WorkerAnswer) => {
    onTheWay -= 1;
    goesOn &&= answer.goOn;
    wake();
  });
  const room = async (most: number): Promise<void> => {
    while (onTheWay > most)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  const say = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => {
    onTheWay += 1;
    port.postMessage(message, transfer);
  };
  const outcome = await checkFile(task, {
    async shape(shape) {
      say({ kind: 'shape', shape });
      await room(0);
    },
    async take(piece) {
      say({ kind: 'piece', piece }, piece.rows.buffer instanceof ArrayBuffer ? [piece.rows.buffer] : []);
      await room(mostOnTheWay);
      return goesOn;
    },
  });
  await room(0);
  port.postMessage({ kind: 'done', outcome } satisfies WorkerMessage);
  port.close();
}

if (parentPort) {
  const port = parentPort;
  work(port, (workerData as { readonly task: CheckTask }).task).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    const { kind, code, params } = error;
    port.postMessage({ kind: 'refused', refusal: { kind, code, params } } satisfies WorkerMessage);
    port.close();
  });
}
