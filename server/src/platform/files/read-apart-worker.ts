// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { inThread } from '../threads/thread-answer.ts';

export type ReadTask = { readonly module: string; readonly name: string; readonly bytes: Uint8Array };
type Exports = Readonly<Record<string, (bytes: Uint8Array) => Promise<unknown>>>;

export const run = inThread(async ({ module, name, bytes }: ReadTask): Promise<unknown> => {
  const { [name]: read } = await exportsOf(module);
  if (!read) throw new TypeError(`${module} exports no ${name}`);
  return read(bytes);
});

/** In a thread the loader of TypeScript takes what is required, not what is imported. */
async function exportsOf(module: string): Promise<Exports> {
  if (module.endsWith('.ts')) return createRequire(import.meta.url)(fileURLToPath(module)) as Exports;
  return (await import(module)) as Exports;
}
