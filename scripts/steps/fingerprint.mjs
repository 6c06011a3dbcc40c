// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';

/** A text that changes when a file below the paths appears, goes or changes; by names, sizes and times, since it is asked at each start. */
export function fingerprint(paths, { skip = () => false } = {}) {
  const hash = createHash('sha256');
  for (const path of paths) visit(join(root, path), hash, skip);
  return hash.digest('hex');
}

function visit(path, hash, skip) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || skip(path)) return;
  if (!stat.isDirectory()) {
    hash.update(`${relative(root, path)}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) if (name !== 'node_modules') visit(join(path, name), hash, skip);
}

export function hashOfFile(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

export function writeStamp(file, text) {
  writeFileSync(file, `${text}\n`);
}
