// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { roundQuery } from '../cycle/cycle.api.ts';
import split from '../cycle/cycle.module.css';
import { Panel } from '../cycle/panel.tsx';
import { QueueItem } from './queue-item.tsx';
import { QueueList } from './queue-list.tsx';
import { type Queue, queueLimit, queueQuery } from './review.api.ts';
import css from './review.module.css';
import { RoundRooms } from './round-rooms.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

/** What waits for me to be appraised, unit by unit and item by item? */
export function QueuePage() {
  return (
    <OnlyWith permission="scoring.appraise">
      <Waiting />
    </OnlyWith>
  );
}

const empty = { state: 'open', sheet: '', item: '', at: '' };

function Waiting() {
  const { id = '' } = useParams();
  const { t } = useTranslation('review');
  const [asked, setAsked] = useAddressState(empty);
  const round = useQuery(roundQuery(id));
  const filters = { state: asked.state, sheetId: asked.sheet, itemCode: asked.item };
  const queue = useQuery({ ...queueQuery(id, filters), placeholderData: keepPreviousData });
  const { progress } = queue.data ?? {};
  return (
    <>
      <RoundRooms roundId={id} />
      <PageHead
        title={t('queue.title')}
        answer={
          queue.data && progress ? (
            <FigureSentence
              tell={(at) => t(queue.data.stage === 'appraised_1' ? 'queue.answer' : 'queue.answer_second', at)}
              figures={{ open: <OpenCount of={progress} roundId={id} /> }}
            />
          ) : null
        }
        back={{ to: `/scoring/rounds/${id}`, label: round.data?.round.title ?? t('queue.back') }}
      />
      <Loading of={queue} lines={10}>
        {(data) => (
          <>
            <Filters queue={data} asked={asked} onAsked={setAsked} />
            {data.rows.length === 0 && !asked.at ? (
              <Empty title={t(data.progress.all === 0 ? 'queue.none' : 'queue.empty')}>{t('queue.empty_help')}</Empty>
            ) : (
              <Work queue={data} asked={asked} onAsked={setAsked} />
            )}
          </>
        )}
      </Loading>
    </>
  );
}

type OpenProps = { readonly of: Queue['progress']; readonly roundId: string; readonly isDone?: boolean };

/** How many items wait, or are done, of how many; it opens to the lists of both. */
function OpenCount({ of: { done, all }, roundId, isDone = false }: OpenProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const queue = (state: string): string => `/scoring/rounds/${roundId}/queue?state=${state}`;
  const value = format.number(all - done);
  return (
    <ExplicitFigure
      value={`${isDone ? format.number(done) : value}/${format.number(all)}`}
      origin={{
        sentence: t('queue.counted', { open: value, all: format.number(all) }),
        numerator: { value, label: t('queue.states.open'), href: queue('open') },
        denominator: { value: format.number(all), label: t('queue.states.all'), href: queue('all') },
        ...(done > 0 ? { rest: { value: format.number(done), label: t('queue.states.done'), href: queue('done') } } : {}),
        rule: t('queue.counted_rule'),
        recordsHref: queue('open'),
      }}
    />
  );
}

type PartProps = { readonly queue: Queue; readonly asked: typeof empty; readonly onAsked: (asked: typeof empty) => void };

function Filters({ queue, asked, onAsked }: PartProps) {
  const { t } = useTranslation('review');
  const { id: roundId = '' } = useParams();
  const { progress } = queue;
  const told = ({ done, all }: { done: number; all: number }): string => t('queue.of', { done, all });
  return (
    <>
      <div className={css['progress']}>
        <progress max={Math.max(1, progress.all)} value={progress.done} aria-label={t('queue.progress')} />
        <span className="small">
          <OpenCount of={progress} roundId={roundId} isDone />
        </span>
      </div>
      <div className={`${css['filters']} no-print`}>
        <SegmentedControl
          aria-label={t('queue.state')}
          value={asked.state}
          onChange={(state) => onAsked({ ...asked, state, at: '' })}
          data={(['open', 'done', 'all'] as const).map((state) => ({ value: state, label: t(`queue.states.${state}`) }))}
        />
        <NativeSelect
          aria-label={t('queue.unit')}
          value={asked.sheet}
          onChange={(event) => onAsked({ ...asked, sheet: event.currentTarget.value, at: '' })}
          data={[
            { value: '', label: t('queue.every_unit') },
            ...queue.units.map((one) => ({ value: one.sheetId, label: `${one.unitName} (${told(one)})` })),
          ]}
        />
        <NativeSelect
          aria-label={t('queue.item')}
          value={asked.item}
          onChange={(event) => onAsked({ ...asked, item: event.currentTarget.value, at: '' })}
          data={[
            { value: '', label: t('queue.every_item') },
            ...queue.items.map((one) => ({ value: one.itemCode, label: `${one.itemCode} ${one.itemName} (${told(one)})` })),
          ]}
        />
      </div>
    </>
  );
}

function Work({ queue, asked, onAsked }: PartProps) {
  const { t } = useTranslation('review');
  const { rows } = queue;
  const at = rows.findIndex((row) => `${row.sheetId} ${row.itemCode}` === asked.at);
  // An item that was appraised has left the list of open ones; the next one has moved into its place.
  const place = useRef(0);
  if (at >= 0) place.current = at;
  const choose = (index: number): void => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (row) onAsked({ ...asked, at: `${row.sheetId} ${row.itemCode}` });
  };
  const next = (): void => choose(at < 0 && asked.at ? place.current : at + 1);
  const previous = (): void => choose((at < 0 ? place.current : at) - 1);
  useQueueKeys({ next, previous });
  const [sheetId = '', ...rest] = asked.at.split(' ');
  const itemCode = rest.join(' ');
  return (
    <div className={split['split']}>
      <div>
        <QueueList rows={rows} chosen={asked.at} onChoose={choose} />
        {queue.total > rows.length ? <p className="small soft">{t('queue.more', { shown: queueLimit, total: queue.total })}</p> : null}
      </div>
      <Panel label={itemCode || t('queue.choose')} shown={asked.at}>
        {itemCode ? (
          <QueueItem key={asked.at} stage={queue.stage} sheetId={sheetId} itemCode={itemCode} onNext={next} onPrevious={previous} />
        ) : (
          <p className="soft">{t('queue.choose')}</p>
        )}
      </Panel>
    </div>
  );
}
