// SPDX-License-Identifier: Apache-2.0
import { type MouseEvent, memo, type Ref, useMemo } from 'react';
import css from './checker.module.css';
import type { CheckedText, Verdict } from './claims.api.ts';
import { type Block, markText } from './marks.ts';

type Props = {
  readonly ref: Ref<HTMLElement>;
  readonly result: CheckedText;
  readonly shown: readonly Verdict[];
  readonly current: number | null;
  readonly onPick: (index: number) => void;
  readonly label: string;
};

/** The text with its claims marked; a click on a mark goes to its sentence. */
export function MarkedText({ ref, result, shown, current, onPick, label }: Props) {
  const blocks = useMemo(() => markText(result.text, result.claims), [result]);
  const pick = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest('[data-claim]') : null;
    const index = mark?.getAttribute('data-claim');
    if (index) onPick(Number(index));
  };
  // What scrolls must take the focus; the list beside the text does by keyboard what a click on a mark does.
  const scrolled = { tabIndex: 0, onClick: pick };
  return (
    <section ref={ref} className={css['text']} aria-label={label} data-shown={shown.join(' ')} {...scrolled}>
      {blocks.map((block) => (
        <TextBlock
          key={block.start}
          block={block}
          result={result}
          current={block.pieces.some((piece) => piece.claim === current) ? current : null}
        />
      ))}
    </section>
  );
}

const TextBlock = memo(function TextBlock({
  block,
  result,
  current,
}: {
  readonly block: Block;
  readonly result: CheckedText;
  readonly current: number | null;
}) {
  let at = block.start;
  return (
    <div className={css['block']}>
      {block.pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        const verdict = piece.claim === null ? null : result.claims[piece.claim]?.verdict;
        return verdict && piece.claim !== null ? (
          <mark key={key} data-claim={piece.claim} data-verdict={verdict} data-current={piece.claim === current || undefined}>
            {piece.text}
          </mark>
        ) : (
          <span key={key}>{piece.text}</span>
        );
      })}
    </div>
  );
});
