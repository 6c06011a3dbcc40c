// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Facts, Section } from '../../../shared/ui/layout/page-head.tsx';
import { DocumentLink } from '../../documents/index.ts';
import css from '../inspections.module.css';
import { CoverageFigure, written } from '../model/coverage-figure.tsx';
import { minutesPath } from '../model/inspections.api.ts';
import { OutputLinks } from '../model/output-links.tsx';
import { visitRights } from '../model/rights.ts';
import { period } from '../model/step-badges.tsx';
import { StepHistory } from '../model/step-history.tsx';
import type { VisitSheet } from '../model/types.ts';
import { OpinionForm } from './opinion-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { SelfPlanForm } from './self-plan-form.tsx';

export function OverviewTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const rights = visitRights(visit);
  return (
    <>
      {visit.illustrative ? <p className="soft small">{t('visit.illustrative')}</p> : null}
      <Facts
        of={[
          [t('visit.visit_on'), period(visit.visitOn, visit.visitTo)],
          [t('visit.place'), visit.place ?? '–'],
          [t('visit.signed_on'), visit.signedOn ? formatDay(visit.signedOn) : '–'],
          [t('visit.minutes'), <Minutes key="minutes" visit={visit} />],
          [
            t('visit.representatives'),
            visit.representatives.length === 0
              ? '–'
              : visit.representatives.map((one) => [one.name, one.position].filter(Boolean).join(', ')).join('; '),
          ],
        ]}
      />
      <div style={{ marginTop: 18 }}>
        <OutputLinks
          title={t('outputs.minutes')}
          official={visit.minutesDocumentId !== null}
          rebuilt={visit.step === 'minutes_signed'}
          pathOf={(format) => minutesPath(visit.id, format)}
        />
      </div>
      {visit.selfInspection || rights.selfPlan ? <SelfInspection visit={visit} editable={rights.selfPlan} /> : null}
      <Timetable visit={visit} editable={rights.timetable} />
      <Section title={t('visit.opinion')}>
        {visit.opinion ? (
          <p style={{ whiteSpace: 'pre-line', maxWidth: '78ch' }}>{visit.opinion}</p>
        ) : (
          <p className="soft">{t('visit.no_opinion')}</p>
        )}
        {rights.voice ? <OpinionForm key={visit.version} visit={visit} /> : null}
      </Section>
      <Section title={t('visit.history')}>
        <StepHistory of={visit.history} ofOneUnit />
      </Section>
    </>
  );
}

function Timetable({ visit, editable }: { readonly visit: VisitSheet; readonly editable: boolean }) {
  const { t } = useTranslation('inspections');
  if (visit.timetable.length === 0 && !editable) return null;
  return (
    <Section title={t('visit.timetable')}>
      {visit.timetable.length === 0 ? <p className="soft">{t('visit.no_timetable')}</p> : null}
      <ol className={css['history']}>
        {visit.timetable.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <span className="digits soft">{entry.at}</span>
            <span>{entry.what}</span>
          </li>
        ))}
      </ol>
      {editable ? <PlanForm key={visit.version} visit={visit} /> : null}
    </Section>
  );
}

/** Minutes that were signed outside the program are signed all the same. */
function Minutes({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  if (visit.minutes) return <DocumentLink of={visit.minutes} />;
  if (visit.step !== 'minutes_signed' || !visit.signedOn) return <>{t('visit.no_minutes')}</>;
  return <>{t('visit.minutes_outside', { day: formatDay(visit.signedOn) })}</>;
}

function SelfInspection({ visit, editable }: { readonly visit: VisitSheet; readonly editable: boolean }) {
  const { t } = useTranslation('inspections');
  const plan = visit.selfInspection;
  return (
    <Section title={t('visit.self')}>
      {plan ? null : <p className="soft">{t('self_plan.empty')}</p>}
      {(plan ? (['agencies', 'communes'] as const) : []).map((key) => {
        if (!plan) return null;
        const what = t(`visit.self_${key}`);
        const coverage = plan[key];
        return (
          <CoverageFigure
            key={key}
            of={coverage}
            asOf={plan.asOf}
            label={t('visit.self_label', { what })}
            listed={what}
            sentence={t('visit.self_sentence', {
              numerator: written(coverage.numerator),
              denominator: written(coverage.denominator),
              what,
            })}
            numeratorLabel={t('visit.self_numerator')}
            denominatorLabel={t('visit.self_denominator', { what, day: formatDay(plan.asOf) })}
            source={t('visit.self_source')}
          />
        );
      })}
      {editable ? <SelfPlanForm key={visit.version} visit={visit} /> : null}
    </Section>
  );
}
