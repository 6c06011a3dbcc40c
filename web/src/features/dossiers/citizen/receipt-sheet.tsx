// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Facts, PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Receipt } from './citizen.api.ts';
import css from './citizen.module.css';

type Props = { readonly receipt: Receipt /** Names of the papers that will be brought. */; readonly later: readonly string[] };

/** The two codes that a citizen keeps, first; then what was sent. */
export function ReceiptSheet({ receipt, later }: Props) {
  const { t } = useTranslation('citizen');
  const format = useFormat();
  return (
    <>
      <PageHead title={t('received_title')} answer={t('received_answer')} />
      <div className={css['sheet']} role="status">
        <dl className={css['codes']}>
          <div>
            <dt>{t('code')}</dt>
            <dd>{receipt.code}</dd>
          </div>
          <div>
            <dt>{t('pin')}</dt>
            <dd>{receipt.pin}</dd>
          </div>
        </dl>
        <p className={css['keep']}>{t('keep')}</p>
      </div>
      <div className={`${css['next']} no-print`}>
        <Button size="md" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button size="md" variant="default" component={Link} to={`/online/lookup?code=${encodeURIComponent(receipt.code)}`}>
          {t('look')}
        </Button>
        <Button size="md" variant="default" component={Link} to="/online">
          {t('another')}
        </Button>
      </div>
      <Section title={t('sent_what')}>
        <Facts
          of={[
            [t('procedure'), receipt.procedureName],
            [t('unit'), receipt.unitName],
            [t('sent_at'), format.instant(receipt.submittedAt)],
            [t('files'), receipt.files.join('; ') || t('no_files')],
            ...(later.length > 0 ? ([[t('to_bring'), later.join('; ')]] as const) : []),
          ]}
        />
      </Section>
    </>
  );
}
