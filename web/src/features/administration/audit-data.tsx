// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import css from './audit-data.module.css';
import { type Fact, factLine, factsOf } from './audit-facts.ts';
import { useAuditWords } from './use-audit-words.ts';

const shortLength = 110;

/** What a line of the log recorded: short facts at once, long ones opened on demand. */
export function AuditData({ data }: { readonly data: string }) {
  const { t } = useTranslation('audit');
  const facts = factsOf(data, useAuditWords());
  const line = factLine(facts);
  if (facts.length === 0) return <span className="soft">{t('nothing')}</span>;
  const isFlat = facts.every((fact) => fact.parts.length === 0 && fact.to === null);
  if (isFlat && line.length <= shortLength) return <span className={css['line']}>{line}</span>;
  return (
    <details>
      <summary className={css['summary']}>{line.length > shortLength ? `${line.slice(0, shortLength).trimEnd()}…` : line}</summary>
      <Facts of={facts} />
    </details>
  );
}

function Facts({ of: facts }: { readonly of: readonly Fact[] }) {
  return (
    <dl className={css['pairs']}>
      {facts.map((fact) => (
        <div key={fact.key}>
          {fact.label ? <dt>{fact.label}</dt> : null}
          <dd>
            {fact.to ? <Link to={fact.to}>{fact.value}</Link> : fact.value}
            {fact.parts.length > 0 ? <Facts of={fact.parts} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
