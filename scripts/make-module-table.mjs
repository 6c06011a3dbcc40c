// SPDX-License-Identifier: Apache-2.0
// Writes the module table of ARCHITECTURE.md from server/modules.json.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const modules = JSON.parse(readFileSync(new URL('server/modules.json', root), 'utf8'));
const rows = Object.entries(modules).map(
  ([name, { tier, owns, mayUse }]) => `| ${tier} | \`${name}\` | ${owns} | ${mayUse.join(', ') || '–'} |`,
);
const table = ['| tier | module | owns | may use |', '|---|---|---|---|', ...rows].join('\n');
const file = new URL('ARCHITECTURE.md', root);
const text = readFileSync(file, 'utf8');
writeFileSync(
  file,
  text.replace(/<!-- modules:begin -->[\s\S]*<!-- modules:end -->/, `<!-- modules:begin -->\n${table}\n<!-- modules:end -->`),
);
