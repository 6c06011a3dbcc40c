// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { ContributingUnits } from './contributing-units.tsx';
import { FigureHistory } from './figure-history.tsx';
import { FigureOperands } from './figure-operands.tsx';
import { FigureValue } from './figure-value.tsx';
import { type OpenedFigure, openedFigureQuery } from './figures.api.ts';
import { PublishPart } from './publish-part.tsx';

/** What does this number rest on? */
export function FigurePage() {
  const { unitId = '', indicatorId = '' } = useParams();
  const [address] = useSearchParams();
  const opened = useQuery(openedFigureQuery(unitId, indicatorId, address.get('period') ?? ''));
  return (
    <Loading of={opened} page>
      {(answer) => <Opened of={answer} />}
    </Loading>
  );
}

function Opened({ of: answer }: { readonly of: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const { figure, unit, period } = answer;
  const back = new URLSearchParams({ unit: unit.id, name: unit.name, period: period.key });
  return (
    <>
      <PageHead
        title={figure.indicator.name}
        answer={figure.sentence}
        back={{ to: `/figures?${back.toString()}`, label: t('back', { unit: unit.name }) }}
      />
      <FigureValue
        figure={{ ...figure, records: { numerator: answer.numerator.recordsPath, denominator: answer.denominator?.recordsPath ?? null } }}
        period={period}
        size="large"
      />
      <Section title={t('operands')}>
        <FigureOperands answer={answer} />
      </Section>
      {figure.official ? (
        <Section title={t('both_stay')}>
          <BothValues answer={answer} />
        </Section>
      ) : null}
      <PublishPart answer={answer} />
      {answer.contributing.length > 0 ? (
        <Section title={t('contributing')}>
          <ContributingUnits answer={answer} />
        </Section>
      ) : null}
      <Section title={t('history')}>
        <FigureHistory answer={answer} />
      </Section>
      <Section title={t('indicator')}>
        <IndicatorFacts answer={answer} />
      </Section>
    </>
  );
}

function BothValues({ answer: { figure } }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { own, official, difference, indicator } = figure;
  const written = (value: string | null | undefined): string => (value ? `${format.number(value)} ${indicator.unitOfMeasure}` : '–');
  const { issuer, citation } = official?.revision ?? {};
  return (
    <Facts
      of={[
        [t('official_value'), `${written(official?.value)}${issuer && citation ? ` · ${t('official_by', { issuer, citation })}` : ''}`],
        [t('own_value'), written(own?.value)],
        [t('difference'), written(difference)],
      ]}
    />
  );
}

function IndicatorFacts({ answer: { figure, period } }: { readonly answer: OpenedFigure }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { indicator } = figure;
  const bound = (value: string | null): string => (value ? `${format.number(value)} ${indicator.unitOfMeasure}` : '–');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('column.code'), `${indicator.code} · ${t('version', { number: indicator.number, from: formatDay(indicator.validFrom) })}`],
    [t('column.field'), t(`field.${indicator.reformField}`)],
    [t('aggregation'), t(`aggregations.${indicator.aggregation}`)],
    [t('direction'), t(`directions.${indicator.direction}`)],
    [t('thresholds'), indicator.goodFrom ? t('threshold_text', { good: bound(indicator.goodFrom), warn: bound(indicator.warnFrom) }) : '–'],
    [
      t('law'),
      [indicator.legalBasis, indicator.mark ? `(${t(`mark.${indicator.mark}`)})` : null, indicator.note].filter(Boolean).join(' ') || '–',
    ],
    [t('cut_off'), `${formatDay(period.from)} – ${formatDay(period.to)}${period.citation ? ` · ${period.citation}` : ''}`],
  ];
  return <Facts of={facts} />;
}
