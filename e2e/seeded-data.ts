// SPDX-License-Identifier: Apache-2.0
import type { TestProject } from 'vitest/node';
import { anEmptyFolder, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo case, whose program has stopped; each journey works on a copy of its own. */
    seededData: string;
  }
}

/** Lets the program seed the demo case once for all journeys: that takes longer than most of them. */
export default async function seedOnce(project: TestProject): Promise<() => void> {
  const folder = anEmptyFolder();
  const product = await startProduct(folder.path);
  await product.stop();
  project.provide('seededData', folder.path);
  return folder.remove;
}
