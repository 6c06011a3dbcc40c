// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Facts, PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Received } from './desk.api.ts';
import css from './desk.module.css';
import { FormPrints } from './form-prints.tsx';
import type { ReceptionDraft } from './reception-draft.ts';

/** What became of a dossier at the desk: received with its due moment, or turned away. */
export type Outcome = { readonly code: string } & (
  | { readonly kind: 'received'; readonly dueAt: Received['dueAt'] }
  | { readonly kind: 'supplement_requested' | 'rejected' }
);

type Props = {
  readonly received: Outcome;
  readonly draft: ReceptionDraft;
  readonly back: { readonly to: string; readonly label: string };
  readonly onNext: () => void;
};

/** The code that was given and the moment at which the result is due: what the officer reads out to the citizen. */
export function ReceivedSheet({ received, draft, back, onNext }: Props) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <>
      <PageHead title={t(received.kind === 'received' ? 'received.title' : `turn_away.done_${received.kind}`)} back={back} />
      <div className={css['received']} role="status">
        <p className={css['code']}>{received.code}</p>
        <p className={css['due']}>
          {received.kind !== 'received'
            ? t(`turn_away.told_${received.kind}`)
            : received.dueAt
              ? t('received.due', { moment: format.due(received.dueAt) })
              : t('received.no_due')}
        </p>
      </div>
      <div className={`${css['next']} no-print`}>
        <Button onClick={onNext} autoFocus>
          {t('received.next')}
        </Button>
        <Button component={Link} to={`/dossiers/${encodeURIComponent(received.code)}`} variant="default">
          {t('received.open')}
        </Button>
      </div>
      <Section title={t('received.facts')}>
        <Facts
          of={[
            [t('applicant.name'), draft.name.trim()],
            [t('procedure'), draft.procedure?.name],
            [t('unit'), draft.unit?.name],
          ]}
        />
      </Section>
      <FormPrints code={received.code} />
    </>
  );
}
