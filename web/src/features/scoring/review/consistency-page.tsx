// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { roundQuery } from '../cycle/cycle.api.ts';
import { AppraiserBars } from './appraiser-bars.tsx';
import { behindBar, emptyAsked } from './asked.ts';
import { ContestedTable, LinesTable } from './consistency-tables.tsx';
import { JudgedList } from './judged-list.tsx';
import { consistencyQuery } from './review.api.ts';
import css from './review.module.css';
import { RoundRooms } from './round-rooms.tsx';
import { UnitYearsSection } from './unit-years.tsx';

/** Do appraisers measure alike, and how far do units and appraisers lie apart? */
export function ConsistencyPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('review');
  const format = useFormat();
  const [asked, setAsked] = useAddressState({ ...emptyAsked });
  const round = useQuery(roundQuery(id));
  const consistency = useQuery(consistencyQuery(id));
  const { look, ...behind } = asked;
  const isOpen = Object.values(behind).some((value) => value !== '');
  const judged = consistency.data?.lines.reduce((sum, { items }) => sum + items, 0) ?? 0;
  const kept = consistency.data?.lines.reduce((sum, { counts }) => sum + (counts['same'] ?? 0), 0) ?? 0;
  const counted = (count: number, what: 'all' | 'kept') => (
    <ExplicitFigure
      value={format.number(count)}
      label={t(`consistency.counted_label.${what}`)}
      origin={{
        sentence: t(`consistency.counted.${what}`, { count: format.number(count), all: format.number(judged) }),
        rule: t(`consistency.counted_rule.${what}`),
        recordsHref: what === 'kept' ? behindBar(asked, { change: 'same' }) : behindBar(asked, { change: 'any' }),
      }}
    />
  );
  return (
    <>
      <RoundRooms roundId={id} />
      <PageHead
        title={t('consistency.title')}
        answer={
          consistency.data ? (
            <FigureSentence
              tell={(at) => t('consistency.answer', at)}
              figures={{ all: counted(judged, 'all'), kept: counted(kept, 'kept') }}
            />
          ) : null
        }
        back={{ to: `/scoring/rounds/${id}`, label: round.data?.round.title ?? t('queue.back') }}
      />
      <Loading of={consistency} lines={8}>
        {({ lines, contested }) =>
          lines.length === 0 ? (
            <Empty title={t('consistency.empty')}>{t('consistency.empty_help')}</Empty>
          ) : (
            <>
              <div className={`${css['filters']} no-print`}>
                <SegmentedControl
                  aria-label={t('consistency.look')}
                  value={look}
                  onChange={(next) => setAsked({ ...asked, look: next })}
                  data={[
                    { value: 'chart', label: t('consistency.chart') },
                    { value: 'table', label: t('consistency.table') },
                  ]}
                />
              </div>
              <Section title={t('consistency.by_appraiser')} aside={t('consistency.by_appraiser_aside')}>
                {look === 'table' ? <LinesTable lines={lines} asked={asked} /> : <AppraiserBars lines={lines} asked={asked} />}
              </Section>
              {isOpen ? (
                <JudgedList key={JSON.stringify(behind)} roundId={id} asked={asked} onClose={() => setAsked({ ...emptyAsked, look })} />
              ) : null}
              <Section title={t('consistency.contested')} aside={t('consistency.contested_aside')}>
                {contested.length === 0 ? <p>{t('consistency.contested_none')}</p> : <ContestedTable items={contested} asked={asked} />}
              </Section>
              <UnitYearsSection roundId={id} asked={asked} />
            </>
          )
        }
      </Loading>
    </>
  );
}
