// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { formatDay, formatInstant } from '../../shared/format/days.ts';
import { capitalised } from '../../shared/format/text.ts';
import { useActionWord } from '../../shared/i18n/action-word.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { Attachments } from './attachments.tsx';
import { Bases } from './bases.tsx';
import { DocumentActs } from './document-acts.tsx';
import { DocumentEdit } from './document-edit.tsx';
import { DocumentLink } from './document-link.tsx';
import { DocumentState } from './document-state.tsx';
import { type DocumentSheet, documentQuery } from './documents.api.ts';
import css from './documents.module.css';

/** What is this document, what does it rest on, and what happened to it? */
export function DocumentPage() {
  const { id = '' } = useParams();
  const document = useQuery(documentQuery(id));
  return (
    <Loading page of={document}>
      {(data) => <Sheet sheet={data} />}
    </Loading>
  );
}

function Sheet({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const inWords = useActionWord();
  return (
    <>
      <PageHead
        title={sheet.code ?? `${sheet.typeName ?? t('title')} (${t('no_code')})`}
        answer={capitalised(sheet.subject)}
        back={{ to: '/documents', label: t('back') }}
        action={
          <>
            <DocumentEdit sheet={sheet} />
            <DocumentActs sheet={sheet} />
          </>
        }
      />
      {sheet.recalledAt ? (
        <p className={css['recalled']}>{t('recalled_at', { at: formatInstant(sheet.recalledAt), reason: sheet.recallReason ?? '' })}</p>
      ) : null}
      <DocumentFacts sheet={sheet} />
      <Section title={t('attachments')}>
        <Attachments sheet={sheet} />
      </Section>
      <Section title={t('bases')}>
        <Bases sheet={sheet} />
      </Section>
      <Links title={t('dependents')} of={sheet.dependents} />
      <Links title={t('replaces')} of={sheet.replaces ? [sheet.replaces] : []} />
      <Links title={t('replaced_by')} of={sheet.replacedBy} />
      <Section title={t('history')}>
        <ol className={css['list']}>
          {sheet.history.map((entry) => (
            <li key={`${entry.at} ${entry.action}`}>
              <span className="digits soft small">{formatInstant(entry.at)}</span> · {entry.actorName} · {inWords(entry.action)}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Links({
  title,
  of: documents,
}: {
  readonly title: string;
  readonly of: readonly (DocumentSheet['replacedBy'][number] & { readonly reachable?: boolean })[];
}) {
  if (documents.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={css['list']}>
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentLink of={document} reachable={document.reachable ?? true} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DocumentFacts({ sheet }: { readonly sheet: DocumentSheet }) {
  const { t } = useTranslation('documents');
  const acknowledged = sheet.acknowledgedAt
    ? `${formatInstant(sheet.acknowledgedAt)} (${t(sheet.acknowledgedSameDay ? 'same_day' : 'not_same_day')})`
    : null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('state_label'), <DocumentState key="state" of={sheet} />],
    [t('type'), sheet.typeName],
    [t('issued_on'), sheet.issuedOn ? formatDay(sheet.issuedOn) : null],
    [t('received_on'), sheet.receivedOn ? formatDay(sheet.receivedOn) : null],
    [t('register_number'), sheet.registerNumber],
    [t('acknowledged'), acknowledged],
    [t('issuer'), sheet.issuerName],
    [t('unit'), sheet.unitName],
    [t('signer'), sheet.signerPosition],
    [t('urgency'), sheet.urgency ? t(`urgencies.${sheet.urgency}`) : null],
    [t('recipients'), sheet.recipients],
    [t('archive'), sheet.archiveHolder],
    [t('copies'), sheet.copies],
    [t('handed_over'), sheet.handedOverOn ? formatDay(sheet.handedOverOn) : null],
    [t('date_reason'), sheet.dateReason],
    [t('note'), sheet.note],
    [
      t('source_label'),
      sheet.source === 'own' && !sheet.sourceNote
        ? null
        : [t(`source.${sheet.source}`), sheet.sourceNote, sheet.paragraph ? t('paragraph', { number: sheet.paragraph }) : null]
            .filter(Boolean)
            .join(', '),
    ],
    [t('updated'), `${formatInstant(sheet.updatedAt)}, ${sheet.updatedBy}`],
  ];
  return <Facts of={facts.filter(([, value]) => value !== null && value !== '')} />;
}
