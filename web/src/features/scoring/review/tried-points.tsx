// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../shared/api/problem.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useProblemSentence } from '../../../shared/ui/feedback/problem-notice.tsx';
import type { ItemInput, ToldScore } from '../cycle/cycle.api.ts';
import { tryQuery } from './review.api.ts';
import css from './review.module.css';

type Tried = { readonly sheetId: string; readonly itemCode: string; readonly input: ItemInput | null };

function useTried({ sheetId, itemCode, input }: Tried) {
  const [text] = useDebouncedValue(input ? JSON.stringify(input) : '', 250);
  // The text is an input of this very form, written just before.
  const asked = text ? (JSON.parse(text) as ItemInput) : ({ kind: 'not_applicable' } as const);
  return useQuery({ ...tryQuery(sheetId, { itemCode, input: asked }), enabled: text !== '' });
}

/** The points of what is typed, computed by the engine as it is typed; what the rule refuses is told before it is sent. */
export function TriedPoints(props: Tried) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const sentence = useProblemSentence();
  const tried = useTried(props);
  if (!props.input) return null;
  return (
    <p className={css['tried']} aria-live="polite" data-refused={tried.error ? true : undefined}>
      {tried.data ? (
        <>
          <strong>{t('entry.points', { points: format.number(tried.data.points) })}</strong>{' '}
          <span className="small soft">{tried.data.sentence}</span>
        </>
      ) : tried.error ? (
        sentence(asProblem(tried.error))
      ) : (
        '…'
      )}
    </p>
  );
}

type BothProps = Tried & { readonly theirs: ToldScore; readonly onTake: () => void };

/** Somebody else was quicker: both values side by side, and the choice between them. */
export function BothScores({ theirs, onTake, ...mine }: BothProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const tried = useTried(mine);
  return (
    <section className={css['both']} aria-label={t('entry.changed_title')}>
      <strong>{t('entry.changed_title')}</strong>
      <p>{t('entry.theirs', { name: theirs.actorName, points: format.number(theirs.points), sentence: theirs.sentence })}</p>
      <p>
        {tried.data
          ? t('entry.mine', { points: format.number(tried.data.points), sentence: tried.data.sentence })
          : t('entry.mine_unknown')}
      </p>
      <p className="small">{t('entry.keep_mine')}</p>
      <div>
        <Button size="compact-sm" variant="default" onClick={onTake}>
          {t('entry.take_theirs')}
        </Button>
      </div>
    </section>
  );
}
