// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../..');
const styles = new Set(readdirSync(join(createRequire(import.meta.url).resolve('@mantine/core'), '../../styles')));
const everywhere = readFileSync(join(import.meta.dirname, 'mantine.css'), 'utf8');
const imported = /import \{([^}]*)\} from '@mantine\/core';/;

/** The style sheets that a component brings besides its own. */
const brings: Readonly<Record<string, readonly string[]>> = {
  Select: ['ScrollArea', 'Combobox'],
  SegmentedControl: ['SegmentedControl', 'FloatingIndicator'],
};

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

test('a component whose style is not loaded everywhere brings it along', () => {
  const missing = files.flatMap((name) => {
    const source = readFileSync(join(sources, name), 'utf8');
    const components = (imported.exec(source)?.[1] ?? '').split(',').map((one) => one.trim());
    return components
      .flatMap((component) => brings[component] ?? [component])
      .map((style) => `${style}.layer.css`)
      .filter((style) => styles.has(style) && !everywhere.includes(`/${style}`) && !source.includes(`/${style}`))
      .map((style) => `${name}: ${style}`);
  });

  expect(missing).toEqual([]);
});
