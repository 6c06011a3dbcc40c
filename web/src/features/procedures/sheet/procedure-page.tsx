// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { MarkNote } from '../model/mark-badge.tsx';
import { type ProcedureSheet, procedureQuery, type Version } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { useWording } from '../model/use-wording.ts';
import { OnlineTimeline } from './online-timeline.tsx';
import { ProcedureActs } from './procedure-acts.tsx';
import { Bases, Papers, VersionFacts } from './version-facts.tsx';
import { Versions } from './versions.tsx';

/** What does this procedure ask for, in what time, and how has that changed? */
export function ProcedurePage() {
  const { id = '' } = useParams();
  const [address] = useSearchParams();
  const { day: today } = useAsOf();
  const asOf = address.get('asOf') ?? today;
  const procedure = useQuery(procedureQuery(id, asOf));
  return (
    <Loading page of={procedure}>
      {(sheet) => <Sheet sheet={sheet} wanted={Number(address.get('version')) || null} />}
    </Loading>
  );
}

/** The version that is asked for, else the one of the day, else the newest. */
function shownVersion(sheet: ProcedureSheet, wanted: number | null): Version | undefined {
  const numbered = (number: number | null) => sheet.versions.find((version) => version.number === number);
  return numbered(wanted) ?? numbered(sheet.currentNumber) ?? sheet.versions[0];
}

function Sheet({ sheet, wanted }: { readonly sheet: ProcedureSheet; readonly wanted: number | null }) {
  const { t } = useTranslation('procedures');
  const wording = useWording();
  const version = shownVersion(sheet, wanted);
  const back = { to: '/procedures', label: t('back') };
  if (!version) return <PageHead title={sheet.code} back={back} />;
  const words = {
    sector: version.sectorName,
    level: t(`level.${version.level}`),
    limit: wording.limit(version.limit),
    fee: wording.fee(version),
  };
  return (
    <>
      <PageHead
        title={version.name}
        answer={
          <>
            <span className="digits">{sheet.code}</span> · {t('sheet.answer', words)}
          </>
        }
        back={back}
        action={sheet.canManage ? <ProcedureActs sheet={sheet} /> : null}
      />
      <MarkNote mark={version.mark} />
      <WhichVersion sheet={sheet} version={version} />
      <Section title={t('sheet.content')}>
        <VersionFacts sheet={sheet} version={version} />
      </Section>
      <Section title={t('sheet.papers')}>
        <Papers id={sheet.id} of={version.papers} />
      </Section>
      <Section title={t('sheet.bases')}>
        <Bases of={version.bases} />
      </Section>
      <Section title={t('sheet.online')}>
        <OnlineTimeline sheet={sheet} />
      </Section>
      <Section title={t('sheet.versions')}>
        <Versions sheet={sheet} shown={version.number} />
      </Section>
    </>
  );
}

/** Says when the page does not show what is in force on the day, and what is coming after it. */
function WhichVersion({ sheet, version }: { readonly sheet: ProcedureSheet; readonly version: Version }) {
  const { t } = useTranslation('procedures');
  const coming = sheet.versions.find((one) => !one.isWithdrawn && one.validFrom > sheet.asOf && one.number !== version.number);
  const about = { day: formatDay(sheet.asOf), number: version.number };
  if (version.number === sheet.currentNumber)
    return coming ? (
      <p className={css['note']}>
        {t('sheet.coming', { day: formatDay(coming.validFrom) })}{' '}
        <Link to={`/procedures/${sheet.id}?asOf=${sheet.asOf}&version=${coming.number}`}>
          {t('sheet.version_number', { number: coming.number })}
        </Link>
      </p>
    ) : null;
  return (
    <p className={css['note']} role="status">
      {sheet.currentNumber === null ? (
        t('sheet.not_in_force', about)
      ) : (
        <>
          {t('sheet.reading_other', about)} <Link to={`/procedures/${sheet.id}?asOf=${sheet.asOf}`}>{t('sheet.to_current')}</Link>
        </>
      )}
    </p>
  );
}
