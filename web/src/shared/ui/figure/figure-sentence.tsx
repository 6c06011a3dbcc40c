// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from 'react';

// Stands in a sentence for a figure; no word file holds it.
const mark = '\uE000';

type Props<K extends string> = {
  /** The sentence of the word files, given what stands in it for each figure. */
  readonly tell: (places: Readonly<Record<K, string>>) => string;
  readonly figures: Readonly<Record<K, ReactNode>>;
};

/** A sentence of the word files whose numbers open where they stand. */
export function FigureSentence<K extends string>({ tell, figures }: Props<K>) {
  const names = Object.keys(figures) as K[];
  const places = Object.fromEntries(names.map((name) => [name, `${mark}${name}${mark}`])) as Record<K, string>;
  let at = 0;
  // Every second piece is the name of a figure.
  return (
    <>
      {tell(places)
        .split(mark)
        .map((piece, index) => (
          <Fragment key={at++}>{index % 2 === 1 ? figures[piece as K] : piece}</Fragment>
        ))}
    </>
  );
}
