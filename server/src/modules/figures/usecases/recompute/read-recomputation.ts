// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { findRecomputation, type Recomputation } from '../../data/recomputation.repo.ts';
import { figuresDb } from '../../data/tables.ts';

/** When the program last counted the open periods by itself, of which, and how many figures moved; null before the first time. */
export function readRecomputation(db: Db): Promise<Recomputation | null> {
  return findRecomputation(figuresDb(db));
}
