// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from 'react';
import css from './explicit-figure.module.css';

// Stands in a sentence for a figure; no word file holds it.
const mark = '\uE000';

type Props<K extends string> = {
  /** The sentence of the word files, given what stands in it for each figure. */
  readonly tell: (places: Readonly<Record<K, string>>) => string;
  readonly figures: Readonly<Record<K, ReactNode>>;
};

/** A sentence of the word files whose numbers open where they stand. Brackets and commas stay on the line of their number. */
export function FigureSentence<K extends string>({ tell, figures }: Props<K>) {
  const names = Object.keys(figures) as K[];
  const places = Object.fromEntries(names.map((name) => [name, `${mark}${name}${mark}`])) as Record<K, string>;
  const [first = '', ...rest] = tell(places).split(mark);
  let before = bracketAtEnd(first);
  const beginning = first.slice(0, first.length - before.length);
  const told: ReactNode[] = [];
  // A figure's name and the words behind it take turns.
  for (let index = 0; index < rest.length; index += 2) {
    const words = rest[index + 1] ?? '';
    const after = signsAtStart(words);
    const next = bracketAtEnd(words.slice(after.length));
    told.push(
      <Fragment key={index}>
        <span className={css['together']}>
          {before}
          {figures[rest[index] as K]}
          {after}
        </span>
        {words.slice(after.length, words.length - next.length)}
      </Fragment>,
    );
    before = next;
  }
  return (
    <>
      {beginning}
      {told}
      {before}
    </>
  );
}

const bracketAtEnd = (text: string): string => /[([]?$/.exec(text)?.[0] ?? '';
const signsAtStart = (text: string): string => /^[)\],.;:%]*/.exec(text)?.[0] ?? '';
