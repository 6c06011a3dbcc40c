// SPDX-License-Identifier: Apache-2.0
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 20 * 1024 * 1024;
const lookEveryMs = 3_600_000;

/** The server's log, `logs/postgres.log`; it never grows far beyond 20 MB, and the one before it is kept. */
export type LogFile = { readonly fd: number; tail(): string; close(): void };

export function openLogFile(dataDir: string): LogFile {
  const folder = join(dataDir, 'logs');
  const file = join(folder, 'postgres.log');
  mkdirSync(folder, { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a+', 0o600);
  const from = fstatSync(fd).size;
  // The server keeps the file open for appending, so between starts it is emptied instead of replaced.
  const look = setInterval(() => fstatSync(fd).size > largestBytes && truncateSync(file, 0), lookEveryMs).unref();
  return {
    fd,
    tail: () => lastLines(readFrom(fd, from)),
    close() {
      clearInterval(look);
      closeSync(fd);
    },
  };
}

function readFrom(fd: number, from: number): string {
  const { size } = fstatSync(fd);
  const start = Math.max(from, size - 16_384);
  const buffer = Buffer.alloc(Math.max(0, size - start));
  readSync(fd, buffer, 0, buffer.length, start);
  return buffer.toString('utf8');
}

/** The end of a program's output, short enough for an error's sentence. */
export function lastLines(text: string, count = 8): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
