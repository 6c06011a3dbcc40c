// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { SheetCounts } from '../review/sheet-counts.tsx';
import { ShownChoice, ShownSentence } from './counts/shown-choice.tsx';
import { type Show, shows } from './counts/shows.ts';
import { type Sheet, sheetQuery } from './cycle.api.ts';
import css from './cycle.module.css';
import { ItemPanel } from './item-panel.tsx';
import { Panel } from './panel.tsx';
import { PrintedTable } from './printed-table.tsx';
import { RoundHistory } from './round-history.tsx';
import { useTotalOrigin } from './score-origin.ts';
import { SheetActs } from './sheet-acts.tsx';
import { SheetTable } from './sheet-table.tsx';

/** What did this unit get for each item, by what evidence, and what is left to do? */
export function ScoreSheetPage() {
  const { id = '' } = useParams();
  const sheet = useQuery(sheetQuery(id));
  return (
    <Loading page of={sheet} lines={14}>
      {(data) => <Page sheet={data} />}
    </Loading>
  );
}

function Page({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const [shown, setShown] = useAddressState({ item: '', show: 'all' });
  const { round, unit, results, set } = sheet;
  const show = shows.find((one) => one === shown.show) ?? 'all';
  const onShow = (next: Show): void => setShown({ ...shown, show: next });
  const totalOrigin = useTotalOrigin(sheet);
  const item = sheet.items.find(({ code, method }) => code === shown.item && method !== null);
  return (
    <>
      <PageHead
        title={unit.authorityName}
        answer={
          <>
            <FigureSentence
              tell={(at) => t('sheet.answer', at)}
              figures={{
                self: <ExplicitFigure value={format.number(results.self.total)} origin={totalOrigin('self')} />,
                total: (
                  <ExplicitFigure
                    value={`${format.number(results.final.total)}/${format.number(results.final.base)}`}
                    origin={totalOrigin('final')}
                  />
                ),
              }}
            />{' '}
            <span className="soft">{sheet.dueOn ? t('sheet.due', { day: format.day(sheet.dueOn) }) : ''}</span>
          </>
        }
        back={{ to: `/scoring/rounds/${round.id}`, label: round.title }}
        action={<SheetActs sheet={sheet} />}
      />
      <SheetCounts unit={unit} counts={sheet.counts} />
      <div className={css['split']}>
        <Section title={t('sheet.table')} aside={set.certainty === 'template' ? t('template') : set.title}>
          <div className="row no-print" style={{ justifyContent: 'space-between', marginBottom: 10 }}>
            <ShownChoice sheet={sheet} show={show} onShow={onShow} />
            <div className="row">
              <Button component={Link} to={`/scoring/sheets/${unit.id}/what-if`} variant="default">
                {t('sheet.what_if')}
              </Button>
              <PrintedTable of="round-units" id={unit.id} />
              <Button variant="default" onClick={() => window.print()}>
                {t('sheet.print')}
              </Button>
            </div>
          </div>
          <ShownSentence sheet={sheet} show={show} onShow={onShow} />
          <SheetTable sheet={sheet} chosen={shown.item} show={show} onChoose={(code) => setShown({ ...shown, item: code })} />
        </Section>
        <Panel label={item?.code ?? t('sheet.choose')} shown={shown.item}>
          {sheet.isOwn ? <p className="small">{t('sheet.own_unit')}</p> : null}
          {item ? <ItemPanel key={item.code} sheet={sheet} item={item} /> : <p className="soft">{t('sheet.choose')}</p>}
        </Panel>
      </div>
      <Section title={t('round.history')}>
        <RoundHistory of={sheet.history} />
      </Section>
    </>
  );
}
