// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { apiAddress } from '../../../shared/api/client.ts';
import { capitalised } from '../../../shared/format/text.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { ScoreRooms } from '../../../shared/ui/layout/score-rooms.tsx';
import { Gaps } from './gaps.tsx';
import { gapOrigin, provinceOrigin } from './national-origin.ts';
import { NationalTable } from './national-table.tsx';
import { type National, nationalQuery } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';
import { XlsxButton } from './xlsx-button.tsx';

export function NationalPage() {
  return (
    <OnlyWith permission="scoring.read_service_index">
      <Provinces />
    </OnlyWith>
  );
}

/** Where does the province stand among the 34, and in which group is most to be won? */
function Provinces() {
  const { t, format, period } = useWords();
  const can = useCan();
  const [asked, setAsked] = useAddressState({ table: '' });
  const answer = useQuery({ ...nationalQuery(asked.table), placeholderData: keepPreviousData });
  const table = answer.data?.table ?? null;
  return (
    <>
      <ScoreRooms />
      <PageHead
        title={t('national.title')}
        answer={table ? <Answer table={table} /> : null}
        action={
          <>
            {table ? <XlsxButton href={apiAddress('/scoring/service-index/provinces.xlsx', { table: asked.table })} /> : null}
            <Button component={Link} to="/scoring/service-index/units" variant="default">
              {t('units.open')}
            </Button>
            <Button component={Link} to="/scoring/service-index/own" variant="default">
              {t('own.open')}
            </Button>
            <Button component={Link} to="/scoring/service-index/rules" variant="default">
              {t('rule_versions.link')}
            </Button>
            {can('scoring.import_service_index') ? (
              <Button component={Link} to="/scoring/service-index/imports">
                {t('imports.open')}
              </Button>
            ) : null}
          </>
        }
      />
      <Loading of={answer}>
        {() =>
          table ? (
            <>
              <div className={`${css['tools']} no-print`}>
                <NativeSelect
                  label={t('national.table')}
                  value={table.source.id}
                  data={table.tables.map((one) => ({ value: one.id, label: `${period(one.period)}, ${format.day(one.asOf)}` }))}
                  onChange={(event) => setAsked({ table: event.currentTarget.value })}
                />
              </div>
              <NationalTable table={table} />
              <p className="small soft" style={{ marginTop: 12 }}>
                {t('national.source', { source: table.source.note ?? table.source.name, law: table.citation })}
              </p>
              <Section title={t('gaps.title')} aside={t('gaps.aside')}>
                <Gaps table={table} />
              </Section>
            </>
          ) : (
            <Empty title={t('national.empty')}>{t('national.empty_help')}</Empty>
          )
        }
      </Loading>
    </>
  );
}

function Answer({ table }: { readonly table: National }) {
  const words = useWords();
  const { t, points, format, period, name } = words;
  const own = table.lines.find(({ isOwn }) => isOwn);
  const count = table.lines.length;
  const when = { period: capitalised(period(table.source.period)), day: format.day(table.source.asOf) };
  if (!own) return <>{t('national.answer_none', { ...when, count })}</>;
  const widest = table.columns
    .filter(({ portalCode, gap }) => portalCode !== null && gap !== null)
    .toSorted((a, b) => Number(b.gap) - Number(a.gap))[0];
  const total = provinceOrigin(words, table, own, null);
  return (
    <FigureSentence
      tell={(at) => t('national.answer', { ...when, ...at, name: own.name, group: widest ? name(widest.name) : '' })}
      figures={{
        score: <ExplicitFigure value={points(own.total.score)} origin={total} />,
        rank:
          own.total.rank === null ? (
            '–'
          ) : (
            <ExplicitFigure value={`${format.number(own.total.rank)}/${format.number(count)}`} origin={total} />
          ),
        gap: widest ? <ExplicitFigure value={points(widest.gap)} origin={gapOrigin(words, table, widest)} /> : '–',
      }}
    />
  );
}
