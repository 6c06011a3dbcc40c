// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { type Outlook, outlookQuery } from '../cycle/cycle.api.ts';
import { PossibilityTable } from './possibility-table.tsx';

/** Where could this unit still win points, what does it take, and what rank would that give? */
export function WhatIfPage() {
  const { id = '' } = useParams();
  const outlook = useQuery(outlookQuery(id));
  return (
    <Loading page of={outlook} lines={12}>
      {(data) => <Page outlook={data} />}
    </Loading>
  );
}

function Page({ outlook }: { readonly outlook: Outlook }) {
  const { t } = useTranslation('what-if');
  const format = useFormat();
  const { unit, now, everything, possibilities, peers, base } = outlook;
  const answer = {
    now: format.number(now.total),
    base: format.number(base),
    items: format.number(possibilities.length),
    all: format.number(everything.total),
    rank: format.number(now.rank ?? 0),
    best: format.number(everything.rank ?? 0),
    peers: format.number(peers ?? 0),
  };
  const opened = (what: 'now' | 'items' | 'everything' | 'rank' | 'best', value: string) => (
    <ExplicitFigure
      value={value}
      origin={{
        sentence: t(`answer_text.${what}`, { unit: unit.name, ...answer }),
        rule: t(`answer_how.${what}`),
        recordsHref: what === 'items' ? '#possibilities' : `/scoring/sheets/${unit.id}`,
      }}
    />
  );
  return (
    <>
      <PageHead
        title={t('title', { unit: unit.name })}
        answer={
          <>
            <FigureSentence
              tell={(at) => t('answer', { ...answer, ...at })}
              figures={{
                now: opened('now', `${answer.now}/${answer.base}`),
                items: opened('items', answer.items),
                all: opened('everything', answer.all),
              }}
            />{' '}
            {now.rank === null ? (
              <span className="soft">{t('no_rank')}</span>
            ) : (
              <FigureSentence
                tell={(at) => t('answer_rank', { ...answer, ...at })}
                figures={{ rank: opened('rank', `${answer.rank}/${answer.peers}`), best: opened('best', `${answer.best}/${answer.peers}`) }}
              />
            )}
          </>
        }
        back={{ to: `/scoring/sheets/${unit.id}`, label: t('back') }}
      />
      <Section id="possibilities" title={t('table')} aside={t('aside')}>
        {possibilities.length === 0 ? <Empty title={t('empty')}>{t('empty_help')}</Empty> : <PossibilityTable outlook={outlook} />}
      </Section>
    </>
  );
}
