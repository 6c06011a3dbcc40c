// SPDX-License-Identifier: Apache-2.0
import type { Block, LegalDocument, Run, Runs } from './model.ts';

/** All runs of a block, in reading order. */
export function runsOfBlock(block: Block): Runs {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.header.flat(), ...block.rows.flat(2)];
    default:
      return block.runs;
  }
}

/** All runs of a document's body and annexes, in reading order. */
export function runsOf(doc: LegalDocument): Runs {
  return [...doc.body, ...doc.annexes.flatMap((annex) => annex.body)].flatMap(runsOfBlock);
}

/** Ids of the stored figures that the document quotes, in reading order, each as often as it is quoted. */
export function figureRunsOf(doc: LegalDocument): readonly { readonly figureId: string; readonly text: string }[] {
  return runsOf(doc).flatMap((run) => (run.kind === 'figure' ? [{ figureId: run.figureId, text: run.text }] : []));
}

/** Words with digits that say neither figure nor date nor citation, and are nobody else's words: numbers that nobody could trace. */
export function looseNumbersOf(doc: LegalDocument): readonly Run[] {
  return runsOf(doc).filter((run) => run.kind === 'text' && /\p{Nd}/u.test(run.text));
}
