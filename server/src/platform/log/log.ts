// SPDX-License-Identifier: Apache-2.0
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured log on standard error, one JSON object a line; personal data and secrets are never fields. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: errorForLog },
    },
    pino.destination(2),
  );
}

/**
 * What is told of an error: kind, words, codes and place. Its other fields stay out: a database error carries the refused row in them,
 * and the connection that it came by.
 */
export function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const codes = ['code', 'constraint', 'table', 'schema', 'routine', 'status', 'statusCode'];
  const facts = Object.entries(error).filter(([key, value]) => codes.includes(key) && ['string', 'number'].includes(typeof value));
  const inner = cause !== undefined && depth < 5 ? { cause: errorForLog(cause, depth + 1) } : {};
  return { type: name, message, ...Object.fromEntries(facts), stack, ...inner };
}
