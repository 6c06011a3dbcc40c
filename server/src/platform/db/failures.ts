// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';

/**
 * The refusal that a failure of the database means to the person, or undefined for a failure that is the program's own.
 * Looks through what libraries wrap around the database's error.
 */
export function databaseRefusal(error: unknown): AppError | undefined {
  for (const one of withCauses(error)) {
    const code = 'code' in one && typeof one.code === 'string' ? one.code : '';
    const refusal = refusalOfCode(code);
    if (refusal) return refusal;
    if (connectionWords.test(one.message)) return new AppError('unavailable', 'platform.database_unavailable');
  }
  return undefined;
}

// What pg and its pool say where a connection is lost outside of any statement; they give no code.
const connectionWords =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;
const connectionCodes = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-5]|53300|25006)$/;
const contentionCodes = /^(?:55P03|40P01|40001|57014)$/;

function refusalOfCode(code: string): AppError | undefined {
  if (connectionCodes.test(code)) return new AppError('unavailable', 'platform.database_unavailable');
  if (contentionCodes.test(code)) return new AppError('unavailable', 'platform.busy');
  if (code === '53100') return new AppError('unavailable', 'platform.disk_full');
  // SQLSTATE class 22: a value that no column takes, such as a NUL character or the year 0; 54000: one that no index takes.
  if (/^22[0-9A-Z]{3}$/.test(code) || code === '54000') return new AppError('invalid', 'platform.unreadable');
  return undefined;
}

function* withCauses(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 5) return;
  yield error;
  if (error instanceof AggregateError) for (const one of error.errors) yield* withCauses(one, depth + 1);
  yield* withCauses(error.cause, depth + 1);
}
