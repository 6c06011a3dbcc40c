// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { RecommendationTable } from '../../actions/index.ts';
import css from '../inspections.module.css';
import { roundQuery } from '../model/inspections.api.ts';
import { roundRights } from '../model/rights.ts';
import { DeadlineBadge } from '../model/step-badges.tsx';
import { StepHistory } from '../model/step-history.tsx';
import type { RoundSheet } from '../model/types.ts';
import { StatementList } from '../statements/statement-list.tsx';
import { DeadlineFigure } from './deadline-figure.tsx';
import { RoundCoverage } from './round-coverage.tsx';
import { RoundFacts } from './round-facts.tsx';
import { RoundOutputs } from './round-outputs.tsx';
import { RoundSteps } from './round-steps.tsx';
import { RoundTeam } from './round-team.tsx';
import { RoundVisits } from './round-visits.tsx';
import { useRoundFigures } from './use-round-figures.ts';

/** Where does this inspection stand, what did it find, and what is next? */
export function RoundPage() {
  const { id = '' } = useParams();
  const round = useQuery(roundQuery(id));
  return (
    <Loading page of={round} lines={12}>
      {(data) => <Sheet round={data} />}
    </Loading>
  );
}

function Sheet({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  const rights = roundRights(round);
  const figures = useRoundFigures(round);
  return (
    <>
      <PageHead
        title={round.title}
        answer={<Answer round={round} />}
        back={{ to: '/inspections', label: t('round.back') }}
        action={
          rights.edit ? (
            <Button component={Link} to={`/inspections/${round.id}/edit`} variant="default">
              {t('round.edit')}
            </Button>
          ) : null
        }
      />
      <div className={css['withRail']}>
        <aside className={css['rail']}>
          <RoundSteps round={round} />
        </aside>
        <div className={css['main']}>
          <Section title={t('round.visits')}>
            <RoundVisits round={round} />
          </Section>
          <RoundCoverage round={round} />
          <Section title={t('round.conclusions')}>
            <StatementList
              kind="conclusion"
              statements={round.statements}
              figures={figures}
              place={{ roundId: round.id }}
              editable={rights.conclusion}
            />
          </Section>
          <Section title={t('round.recommendations')}>
            <RecommendationTable
              rows={round.recommendations}
              withOrigin={false}
              empty={<Empty title={t('round.recommendations_none')}>{t('round.recommendations_help')}</Empty>}
            />
          </Section>
          <RoundOutputs round={round} />
          <Section title={t('round.basis')}>
            <RoundFacts round={round} />
          </Section>
          <RoundTeam round={round} />
          <Section title={t('round.history')}>
            <StepHistory of={round.history} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Answer({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  const step = t(`step.${round.step}`);
  if (round.conclusionIssuedOn) {
    const day = formatDay(round.conclusionIssuedOn);
    return <>{round.step === 'conclusion_issued' ? t('round.answer_issued', { day }) : t('round.answer_after', { step, day })}</>;
  }
  if (!round.deadline) return <>{t('round.answer', { step })}</>;
  return (
    <>
      {t('round.answer_due', { step })} <DeadlineFigure deadline={round.deadline} />.{' '}
      <DeadlineBadge dueOn={round.deadline.dueOn} state={round.deadline.state} />
    </>
  );
}
