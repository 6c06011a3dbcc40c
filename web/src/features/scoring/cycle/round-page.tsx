// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { RoundRooms } from '../review/round-rooms.tsx';
import { SystemFill } from '../system/system-fill.tsx';
import { ApprovedCount, isShown, ShownUnits } from './counts/approved-count.tsx';
import { sheetAddress } from './counts/shows.ts';
import { packageAddress, publicationAddress, type RoundSheet, rankingQuery, roundQuery } from './cycle.api.ts';
import { DatesDialog } from './opening/dates-dialog.tsx';
import { Gates } from './opening/gates.tsx';
import { PhaseLine } from './phase-line.tsx';
import { PrintedTable } from './printed-table.tsx';
import { RankingTable } from './ranking-table.tsx';
import { RoundHistory } from './round-history.tsx';
import { RoundMoves } from './round-moves.tsx';
import { UnitTable } from './unit-table.tsx';

/** Where does this round stand, which unit has done what, and who leads? */
export function ScoringRoundPage() {
  const { id = '' } = useParams();
  const round = useQuery(roundQuery(id));
  return (
    <Loading page of={round} lines={12}>
      {(data) => <Round sheet={data} />}
    </Loading>
  );
}

function Round({ sheet }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('cycle');
  const { round, groups } = sheet;
  const [shown, setShown] = useAddressState({ units: '' });
  return (
    <>
      <RoundRooms roundId={round.id} />
      <PageHead
        title={round.title}
        answer={<Answer sheet={sheet} />}
        back={{ to: '/scoring', label: t('back') }}
        action={<RoundActs sheet={sheet} />}
      />
      <Section title={t('round.phases')}>
        <PhaseLine phase={round.phase} dates={sheet.dates} />
        <Gates sheet={sheet} />
        <RoundPapers sheet={sheet} />
        {sheet.acts.includes('fill_system') ? <SystemFill roundId={round.id} /> : null}
      </Section>
      {round.phase === 'published' ? <Rankings sheet={sheet} /> : null}
      <ShownUnits sheet={sheet} shown={shown.units} onAll={() => setShown({ units: '' })} />
      {groups.map((group) =>
        group.units.length > 0 ? (
          <Section
            key={group.code}
            title={t('round.units_of', { group: group.name })}
            aside={group.certainty === 'template' ? t('template') : group.setTitle}
          >
            <UnitTable
              caption={t('round.units_of', { group: group.name })}
              units={group.units.filter((unit) => isShown(unit, shown.units))}
              mayExtend={sheet.acts.includes('extend')}
            />
          </Section>
        ) : null,
      )}
      {round.phase === 'published' ? null : <Rankings sheet={sheet} />}
      <Section title={t('round.history')}>
        <RoundHistory of={sheet.history} />
      </Section>
    </>
  );
}

function RoundActs({ sheet }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('opening');
  const [isDating, setDating] = useState(false);
  return (
    <>
      {sheet.acts.includes('set_dates') ? (
        <Button variant="default" onClick={() => setDating(true)}>
          {t('set_dates')}
        </Button>
      ) : null}
      <RoundMoves sheet={sheet} />
      {isDating ? <DatesDialog sheet={sheet} onClose={() => setDating(false)} /> : null}
    </>
  );
}

function Answer({ sheet: { round, groups, publications } }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const [latest] = publications;
  if (round.phase === 'published' && latest) {
    const units = format.number(groups.reduce((sum, group) => sum + group.units.length, 0));
    return (
      <>
        <FigureSentence
          tell={(at) =>
            t('round.answer_published', {
              ...at,
              number: format.number(latest.number),
              day: format.day(latest.at),
              decision: latest.decisionCode ?? '',
            })
          }
          figures={{
            units: (
              <ExplicitFigure
                value={units}
                origin={{ sentence: t('round.units_text', { count: units }), rule: t('round.units_rule'), recordsHref: '#ranking' }}
              />
            ),
          }}
        />{' '}
        <a href={packageAddress(latest.id)}>{t('round.download_package')}</a>
        {' · '}
        <a href={publicationAddress(latest.id)}>{t('round.download')}</a>
      </>
    );
  }
  const units = groups.flatMap((group) => group.units);
  return (
    <FigureSentence
      tell={(at) =>
        t('round.answer', {
          ...at,
          phase: t(`phase.${round.phase}`),
          day: format.day(round.phaseSince),
        })
      }
      figures={{
        approved: <ApprovedCount round={round} approved={units.filter(({ state }) => state === 'approved').length} all={units.length} />,
      }}
    />
  );
}

function Rankings({ sheet: { round, groups: shown } }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const reached = new Set(shown.flatMap(({ units }) => units.map(({ id }) => id)));
  const ranking = useQuery(rankingQuery(round.id));
  return (
    <Loading of={ranking}>
      {({ groups, publication, unsettled }) => (
        <>
          {unsettled ? (
            <p>
              {t('round.unsettled', {
                items: format.number(unsettled.items),
                units: format.number(unsettled.units),
                reason: unsettled.reason,
              })}
            </p>
          ) : null}
          {groups.map((group, index) => (
            <Section
              key={group.code}
              {...(index === 0 ? { id: 'ranking' } : {})}
              title={t('round.ranking_of', { group: group.name })}
              aside={publication ? t('round.ranking_frozen') : t('round.ranking_live')}
            >
              <RankingTable
                group={group}
                caption={t('round.ranking_of', { group: group.name })}
                behind={({ sheetId }) =>
                  reached.has(sheetId) || !publication
                    ? { href: sheetAddress(sheetId), isSheet: true }
                    : { href: publicationAddress(publication.id), isSheet: false }
                }
              />
            </Section>
          ))}
        </>
      )}
    </Loading>
  );
}

/** What else is told of a round: evidence to look at, the printed summary. */
function RoundPapers({ sheet: { round, groups, publications } }: { readonly sheet: RoundSheet }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const flagged = groups.flatMap(({ units }) => units).reduce((sum, unit) => sum + unit.flagged, 0);
  const latest = round.phase === 'published' ? publications[0] : undefined;
  return (
    <p className="no-print" style={{ marginTop: 10 }}>
      <Link to={`/scoring/rounds/${round.id}/evidence`}>{t('round.flagged', { count: flagged, number: format.number(flagged) })}</Link>
      {' · '}
      <PrintedTable of="rounds" id={round.id} />
      {latest ? (
        <span className="soft small" style={{ display: 'block', overflowWrap: 'anywhere' }}>
          {t('round.hash', { hash: latest.sha256 })}
        </span>
      ) : null}
    </p>
  );
}
