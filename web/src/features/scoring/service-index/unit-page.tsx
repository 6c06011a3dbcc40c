// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { apiAddress } from '../../../shared/api/client.ts';
import { capitalised } from '../../../shared/format/text.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { MissingList, missingOf } from './missing-list.tsx';
import { Months } from './months.tsx';
import { metricOrigin, totalOrigin } from './origin.ts';
import { type UnitIndex, unitIndexQuery } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';
import { XlsxButton } from './xlsx-button.tsx';

export function UnitIndexPage() {
  return (
    <OnlyWith permission="scoring.read_service_index">
      <UnitSheet />
    </OnlyWith>
  );
}

/** How do the points of one unit come about, and what is missing for full ones? */
function UnitSheet() {
  const { t, period } = useWords();
  const { key = '' } = useParams();
  const [asked, setAsked] = useAddressState({ period: '' });
  const index = useQuery({ ...unitIndexQuery(key, asked.period), placeholderData: keepPreviousData });
  return (
    <Loading of={index} page>
      {(answer) => (
        <>
          <PageHead
            title={answer.unit.name}
            answer={<Answer index={answer} />}
            printed={answer.period ? period(answer.period) : t('national.title')}
            back={
              answer.unit.isProvince
                ? { to: '/scoring/service-index', label: t('national.title') }
                : { to: '/scoring/service-index/units', label: t('units.title') }
            }
            action={
              <>
                <XlsxButton
                  href={apiAddress(`/scoring/service-index/units/${encodeURIComponent(key)}/sheet.xlsx`, { period: asked.period })}
                />
                {answer.unit.unitId ? (
                  <Button component={Link} to={`/scoring/service-index/own?unit=${answer.unit.unitId}`} variant="default">
                    {t('own.open')}
                  </Button>
                ) : null}
              </>
            }
          />
          {answer.period ? (
            <>
              <div className={`${css['tools']} no-print`}>
                <NativeSelect
                  label={t('period')}
                  value={answer.period}
                  data={[...new Set([answer.period, ...answer.periods])].map((one) => ({ value: one, label: period(one) }))}
                  onChange={(event) => setAsked({ period: event.currentTarget.value })}
                />
              </div>
              <MetricsTable index={answer} />
              <p className="small soft" style={{ marginTop: 12 }}>
                {t('rules', { number: answer.rules.number, law: answer.rules.citation, basis: answer.rules.basis })}
              </p>
              <Section title={t('missing.title')} aside={t('missing.aside')}>
                <MissingList index={answer} />
              </Section>
              <Section title={t('months.title')} aside={t('months.aside')}>
                <Months index={answer} />
              </Section>
            </>
          ) : (
            <Empty title={t('unit.empty')}>{t('unit.empty_help')}</Empty>
          )}
        </>
      )}
    </Loading>
  );
}

function Answer({ index }: { readonly index: UnitIndex }) {
  const words = useWords();
  const { t, points, period, name } = words;
  if (index.period === null) return <>{t('unit.answer_none')}</>;
  const [most] = missingOf(index);
  const groups = index.groups.length;
  const when = { period: capitalised(period(index.period)), known: index.total.known, groups };
  return (
    <>
      <FigureSentence
        tell={(at) => t('unit.answer', { ...when, ...at })}
        figures={{ score: <ExplicitFigure value={points(index.total.score)} origin={totalOrigin(words, index)} /> }}
      />{' '}
      {most ? (
        <FigureSentence
          tell={(at) => t('unit.answer_missing', { ...at, name: name(most.metric.name) })}
          figures={{
            points: (
              <ExplicitFigure
                value={points(most.missing.points)}
                origin={metricOrigin(words, most.metric, most.group, index.rules.citation)}
              />
            ),
          }}
        />
      ) : null}
    </>
  );
}
