// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { EndRule } from './end-rule.tsx';
import { RuleForm } from './rule-form.tsx';
import { type FigureRule, rulesQuery } from './rules.api.ts';
import { writeTerms } from './terms.ts';

const signs = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** By which rules are entries judged, how seriously, and by which law? */
export function RulesPage() {
  return (
    <OnlyWith permission="figures.read">
      <Rules />
    </OnlyWith>
  );
}

function Rules() {
  const { t } = useTranslation('figures');
  const can = useCan();
  const rules = useQuery(rulesQuery);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('rules.title')}
        answer={t('rules.answer')}
        back={{ to: '/figures/indicators', label: t('manage.title') }}
        action={can('figures.manage') && !isAdding ? <Button onClick={() => setAdding(true)}>{t('rules.create')}</Button> : null}
      />
      {isAdding ? (
        <Section title={t('rules.create')}>
          <RuleForm onDone={() => setAdding(false)} />
        </Section>
      ) : null}
      <Loading of={rules} lines={6}>
        {({ rows }) => <RuleTable rows={rows} />}
      </Loading>
    </>
  );
}

function RuleTable({ rows }: { readonly rows: readonly FigureRule[] }) {
  const { t } = useTranslation('figures');
  const can = useCan();
  const columns: readonly Column<FigureRule>[] = [
    { id: 'code', header: t('column.code'), value: (row) => row.code },
    { id: 'sentence', header: t('rules.sentence'), names: true, value: (row) => row.sentence },
    {
      id: 'rule',
      header: t('rules.comparison'),
      value: (row) => `${writeTerms(row.left)} ${signs[row.operator]} ${writeTerms(row.right)}`,
    },
    {
      id: 'importance',
      header: t('rules.importance'),
      value: (row) => t(`importance.${row.importance}`),
      cell: (row) => <StateBadge tone={row.importance === 'error' ? 'late' : 'soon'}>{t(`importance.${row.importance}`)}</StateBadge>,
    },
    { id: 'law', header: t('law'), value: (row) => row.legalBasis ?? (row.mark ? `(${t(`mark.${row.mark}`)})` : '–') },
    {
      id: 'valid',
      header: t('manage.valid'),
      value: (row) => row.validFrom,
      cell: (row) => `${formatDay(row.validFrom)} – ${row.validTo ? formatDay(row.validTo) : '…'}`,
    },
  ];
  const acts: Column<FigureRule> = {
    id: 'acts',
    header: t('rules.acts'),
    acts: true,
    value: () => null,
    cell: (row) => (row.validTo === null ? <EndRule rule={row} /> : null),
  };
  return (
    <DataTable
      caption={t('rules.title')}
      columns={can('figures.manage') ? [...columns, acts] : columns}
      rows={rows}
      rowId={(row) => row.id}
      empty={<Empty title={t('rules.none')}>{t('rules.none_help')}</Empty>}
    />
  );
}
