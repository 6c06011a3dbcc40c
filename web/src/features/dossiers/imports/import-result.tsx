// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts, Section } from '../../../shared/ui/layout/page-head.tsx';
import { CountFigure } from './count-figure.tsx';
import type { Import } from './imports.api.ts';

const outcomes = ['inserted', 'updated', 'unchanged', 'older'] as const;

/** What was written, and what the file could not change. */
export function ImportResult({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  return (
    <Section
      title={t('result')}
      aside={<Link to={`/dossiers?unit=${one.unitId}&name=${encodeURIComponent(one.unitName)}`}>{t('to_statistics')}</Link>}
    >
      <Facts of={outcomes.map((what) => [t(`count.${what}`), <CountFigure key={what} of={one} what={what} />] as const)} />
    </Section>
  );
}
