// SPDX-License-Identifier: Apache-2.0
import { refusal } from './refuse.ts';

/** Browsers flatten what is nested deeper than 512 tags; a parser searches the open ones at each closing tag. */
const DEEPEST = 1_000;

export type Nesting = { readonly open: () => void; readonly close: () => void };

/**
 * Counts the open tags of a document.
 *
 * @throws AppError `claims.file_too_deep` by `open`
 */
export function createNesting(): Nesting {
  let depth = 0;
  return {
    open: () => {
      depth += 1;
      if (depth > DEEPEST) throw refusal('claims.file_too_deep');
    },
    close: () => {
      depth -= 1;
    },
  };
}
