// SPDX-License-Identifier: Apache-2.0
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured log on standard error, one JSON object a line; personal data and secrets are never fields. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  );
}
