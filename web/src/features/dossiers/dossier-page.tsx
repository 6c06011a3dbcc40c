// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { fileAddress } from '../../shared/api/files.ts';
import { formatDay, formatInstant } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { StateBadge, type Tone } from '../../shared/ui/state-badge.tsx';
import { AssignButton } from './desk/assign-button.tsx';
import { FormPrints } from './desk/form-prints.tsx';
import { DossierMoves } from './dossier-moves.tsx';
import { DossierState } from './dossier-state.tsx';
import { type DossierSheet, dossierQuery } from './dossiers.api.ts';
import css from './dossiers.module.css';

/** Where does this dossier stand, when is it due and why then? */
export function DossierPage() {
  const { code = '' } = useParams();
  const sheet = useQuery(dossierQuery(code));
  return (
    <Loading of={sheet} page>
      {(data) => <Dossier sheet={data} />}
    </Loading>
  );
}

const tones: Readonly<Record<NonNullable<DossierSheet['clock']>['class'], Tone | 'open'>> = {
  early: 'done',
  on_time: 'done',
  late: 'late',
  in_time: 'on_course',
  overdue: 'late',
  paused: 'paused',
  closed: 'paused',
  not_started: 'open',
};

function Dossier({ sheet }: { readonly sheet: DossierSheet }) {
  const { t } = useTranslation('dossiers');
  const can = useCan();
  const { dossier, procedure, clock } = sheet;
  return (
    <>
      <PageHead
        title={dossier.code}
        answer={
          <>
            {t('sheet_answer', { procedure: procedure?.name ?? t('unknown'), unit: sheet.unitName })} <DossierState of={dossier} />
            {dossier.generated ? <span className="small soft"> ({t('generated')})</span> : null}
          </>
        }
        action={can('dossiers.handle') && sheet.moves.length > 0 && dossier.receivedAt ? <AssignButton row={dossier} /> : undefined}
        back={can('dossiers.handle') ? { to: '/dossiers/work', label: t('work_list') } : { to: '/dossiers', label: t('title') }}
      />
      <DossierMoves sheet={sheet} />
      <Section title={t('facts')}>
        <DossierFacts sheet={sheet} />
      </Section>
      <Section
        title={t('proof')}
        aside={clock ? <StateBadge tone={tones[clock.class]}>{t(`clock_class.${clock.class}`)}</StateBadge> : undefined}
      >
        {clock && sheet.clockFrom === 'ends' ? <p className="soft">{t('proof_from_ends')}</p> : null}
        {clock ? <Proof clock={clock} /> : <p className="soft">{t('proof_none')}</p>}
      </Section>
      {sheet.papers.length > 0 ? (
        <Section title={t('papers')}>
          <Papers papers={sheet.papers} />
        </Section>
      ) : null}
      {sheet.attachments.length > 0 ? (
        <Section title={t('attachments')}>
          <Attachments files={sheet.attachments} />
        </Section>
      ) : null}
      <FormPrints code={dossier.code} />
      <Section title={t('history')}>
        <History steps={sheet.steps} />
      </Section>
    </>
  );
}

function DossierFacts({ sheet }: { readonly sheet: DossierSheet }) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const { dossier, procedure, applicant } = sheet;
  const at = (moment: string | null): string => (moment ? formatInstant(moment) : '–');
  const contact = [applicant?.phone, applicant?.email, applicant?.address].filter(Boolean).join(' · ');
  const limit = procedure?.limit;
  return (
    <Facts
      of={[
        [t('applicant'), dossier.applicantName],
        ...(applicant ? ([[t('kind_label'), t(`kind.${String(applicant.kind) as '1' | '2' | '3'}`)]] as const) : []),
        ...(contact ? ([[t('contact'), contact]] as const) : []),
        ...(dossier.subject ? ([[t('subject'), dossier.subject]] as const) : []),
        [t('channel_label'), t(`channel.${String(dossier.channel) as '1' | '2' | '3'}`)],
        [
          t('limit_label'),
          limit ? (limit.amount === 0 ? t('limit.same_day') : t(`limit.${limit.unit}`, { amount: format.number(limit.amount) })) : '–',
        ],
        [t('received_at'), at(dossier.receivedAt)],
        [t('due_at'), dossier.dueAt ? format.due(dossier.dueAt) : '–'],
        [t('finished_at'), at(dossier.finishedAt)],
      ]}
    />
  );
}

function Proof({ clock }: { readonly clock: NonNullable<DossierSheet['clock']> }) {
  const { t, i18n } = useTranslation('dossiers');
  return (
    <ol className={css['proof']}>
      {clock.steps.map((step) => (
        <li key={`${step.kind} ${step.from.day} ${step.from.minute} ${step.text.vi}`}>
          {i18n.language === 'en' ? step.text.en : step.text.vi}
          {step.rule ? (
            <span className="small soft">
              {' '}
              ({step.rule.citation}
              {step.rule.mark ? `; ${t('background')}` : ''})
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Files that came with the dossier, each opened with one press. */
function Attachments({ files }: { readonly files: DossierSheet['attachments'] }) {
  return (
    <ul className={css['steps']}>
      {files.map((file) => (
        <li key={file.id}>
          <span className="soft small digits">{formatInstant(file.addedAt)}</span>
          <a href={fileAddress(file.fileId)} download>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Papers({ papers }: { readonly papers: DossierSheet['papers'] }) {
  const { t } = useTranslation('dossiers');
  return (
    <ul className={css['steps']}>
      {papers.map((paper) => (
        <li key={paper.position}>
          <StateBadge tone={paper.handed ? 'done' : paper.required ? 'late' : 'open'}>
            {paper.handed ? t('paper.handed') : paper.required ? t('paper.missing') : t('paper.not_needed')}
          </StateBadge>
          <span>
            {paper.name}
            {paper.originals > 0 ? `, ${t('paper.originals', { count: paper.originals })}` : ''}
            {paper.copies > 0 ? `, ${t('paper.copies', { count: paper.copies })}` : ''}
            {paper.note ? <span className="soft"> – {paper.note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function History({ steps }: { readonly steps: DossierSheet['steps'] }) {
  const { t } = useTranslation('dossiers');
  return (
    <ol className={css['steps']}>
      {steps.map((step) => (
        <li key={step.seq}>
          <span className="digits nowrap">{formatInstant(step.at)}</span>
          <span>
            <strong>{t(`event.${step.event}`)}</strong>
            {step.actorName ? <span className="soft"> · {step.actorName}</span> : null}
            {step.dueAt ? (
              <span className="soft">
                {' '}
                · {t('due_at')} {formatDay(step.dueAt)}
              </span>
            ) : null}
            {step.reason ? <div className="small">{step.reason}</div> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
