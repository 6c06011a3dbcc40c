// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fileAddress } from '../../shared/api/files.ts';
import { formatDay } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { type RecommendationSheet, recommendationQuery, recommendationStates } from './actions.api.ts';
import { ChangeDeadline } from './change-deadline.tsx';
import { RecommendationActs } from './recommendation-acts.tsx';
import { DueDay, RecommendationBadge } from './recommendation-state.tsx';

/** What was recommended, what has been done about it, and whose move is it? */
export function RecommendationPage() {
  const { id = '' } = useParams();
  const sheet = useQuery(recommendationQuery(id));
  return (
    <Loading page of={sheet}>
      {(data) => <Sheet sheet={data} />}
    </Loading>
  );
}

function Sheet({ sheet }: { readonly sheet: RecommendationSheet }) {
  const { t } = useTranslation(['actions', 'common']);
  const format = useFormat();
  const stateName = (state: string): string => {
    const known = recommendationStates.find((one) => one === state);
    return known ? t(`state.${known}`) : state;
  };
  return (
    <>
      <PageHead
        title={t('detail')}
        answer={sheet.text}
        back={{ to: '/work', label: t('back') }}
        action={<ChangeDeadline sheet={sheet} />}
      />
      <Facts
        of={[
          [t('state_label'), <RecommendationBadge key="state" state={sheet.state} />],
          [t('due'), <DueDay key="due" of={sheet} />],
          [t('unit'), sheet.unitName],
          [t('owner'), sheet.ownerPosition ?? '–'],
          [t('field'), sheet.reformField ? t(`common:field.${sheet.reformField}`) : '–'],
          [t('origin'), <Origin key="origin" sheet={sheet} />],
        ]}
      />
      <Section title={t('report_text')}>
        {sheet.reportText ? (
          <p style={{ whiteSpace: 'pre-line', maxWidth: '76ch' }}>{sheet.reportText}</p>
        ) : (
          <p className="soft">{t('no_report')}</p>
        )}
      </Section>
      <Section title={t('files')}>
        {sheet.evidence.length === 0 ? <p className="soft">{t('no_files')}</p> : null}
        <ul className="stack" style={{ listStyle: 'none', gap: 6 }}>
          {sheet.evidence.map((file) => (
            <li key={file.fileId}>
              <a href={fileAddress(file.fileId)}>{file.name}</a>{' '}
              <span className="soft small digits">
                {format.bytes(file.sizeBytes)} · {file.addedBy}, {format.instant(file.addedAt)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <RecommendationActs key={sheet.version} sheet={sheet} />
      <Section title={t('history')}>
        <ol className="stack" style={{ listStyle: 'none', gap: 8 }}>
          {sheet.events.map((event) => (
            <li key={`${event.at} ${event.toState}`}>
              <span className="digits soft small">{format.instant(event.at)}</span> · {event.actorName}
              <br />
              {event.fromState === event.toState
                ? null
                : event.fromState
                  ? t('event', { from: stateName(event.fromState), to: stateName(event.toState) })
                  : stateName(event.toState)}
              {event.note ? (event.fromState === event.toState ? event.note : `: ${event.note}`) : null}
              {event.fromState === event.toState && event.dueOn ? `: ${formatDay(event.dueOn)}` : null}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** Where a recommendation comes from; an inspection is opened from here, at the unit whose recommendation it is. */
function Origin({ sheet }: { readonly sheet: RecommendationSheet }) {
  const { t } = useTranslation('actions');
  const title =
    sheet.originModule === 'inspections' && sheet.originType === 'round' ? (
      <Link to={`/inspections/${sheet.originId}${sheet.originPartId ? `/visits/${sheet.originPartId}?tab=recommendations` : ''}`}>
        {sheet.originTitle}
      </Link>
    ) : (
      sheet.originTitle
    );
  return (
    <>
      {title}
      {sheet.paragraph ? `, ${t('paragraph', { number: sheet.paragraph })}` : ''}
    </>
  );
}
