// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { Facts } from '../../../shared/ui/layout/page-head.tsx';
import { DocumentLink } from '../../documents/index.ts';
import { period } from '../model/step-badges.tsx';
import type { RoundSheet } from '../model/types.ts';

export function RoundFacts({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  const paper = (document: RoundSheet['plan']) =>
    document ? <DocumentLink of={document} /> : <span className="soft">{t('round.not_linked')}</span>;
  return (
    <Facts
      of={[
        [t('round.plan'), paper(round.plan)],
        [t('round.decision'), paper(round.decision)],
        [t('round.conclusion'), paper(round.conclusion)],
        [t('form_label'), t(`form.${round.form}`)],
        [
          t('round.period'),
          <span key="period" className="digits">
            {period(round.startsOn, round.endsOn)}
          </span>,
        ],
        [
          t('round.inspected_period'),
          <span key="inspected" className="digits">
            {round.inspectedFrom && !round.inspectedTo
              ? t('round.since', { day: formatDay(round.inspectedFrom) })
              : period(round.inspectedFrom, round.inspectedTo)}
          </span>,
        ],
        [t('round.meeting'), round.meetingOn ? formatDay(round.meetingOn) : '–'],
        [t('organiser'), round.organisingUnitName],
        [t('team_name'), round.teamName],
        [t('round.subject'), round.subject || '–'],
        [
          t('round.checklist'),
          round.checklist ? (
            <Link key="checklist" to={`/administration/checklists/${round.checklist.id}`}>
              {t('round.checklist_version', {
                number: round.checklist.number,
                title: round.checklist.title,
                count: round.checklist.itemCount,
              })}
            </Link>
          ) : (
            '–'
          ),
        ],
        ...(round.previousRound
          ? ([
              [
                t('round.previous'),
                <Link key="previous" to={`/inspections/${round.previousRound.id}`}>
                  {round.previousRound.title}
                </Link>,
              ],
            ] as const)
          : []),
      ]}
    />
  );
}
