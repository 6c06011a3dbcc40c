// SPDX-License-Identifier: Apache-2.0
import { AppError, type AppErrorKind, type AppErrorParams } from '#kernel/app-error';

/** How a worker answers: an error loses everything but its text on the way between threads. */
export type ThreadAnswer<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly kind: AppErrorKind; readonly code: string; readonly params: AppErrorParams };

/** Makes the export `run` of a worker's module; its refusals reach the caller as the AppErrors that they are. */
export function inThread<Task, Result>(work: (task: Task) => Promise<Result> | Result): (task: Task) => Promise<ThreadAnswer<Result>> {
  return async (task) => {
    try {
      return { ok: true, value: await work(task) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, kind: error.kind, code: error.code, params: error.params };
      throw error;
    }
  };
}
