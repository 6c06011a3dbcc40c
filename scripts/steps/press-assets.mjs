// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Smaller ones are sent as they are. */
const leastBytes = 1_024;

/** Lays beside each script and style sheet its gzip at the highest level: done once here, it is not done for every visitor. */
export function pressAssets(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(?:js|css|svg|json)$/.test(one))) {
    const content = readFileSync(join(folder, name));
    if (content.length >= leastBytes) writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
