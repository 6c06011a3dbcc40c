// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatInstant } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { IconPlus } from '../../../shared/ui/icons.ts';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge, type Tone } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { RuleAct } from './rule-act.tsx';
import { type DeadlineRule, ruleCodes, rulesQuery } from './rules.api.ts';

const tones: Readonly<Record<DeadlineRule['state'], Tone>> = { coming: 'soon', in_force: 'on_course', ended: 'done', withdrawn: 'paused' };

/** Which time limits are counted, since when, by which article? */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const can = useCan();
  const rules = useQuery(rulesQuery);
  const add = can('inspections.manage_rules') ? (
    <Button component={Link} to="/administration/deadline-rules/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
      {t('add')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t('title')} answer={t('answer')} action={add} />
      <Loading page of={rules}>
        {({ rows }) => (
          <>
            <div className="stack">
              {ruleCodes.map((code) => (
                <InForce key={code} code={code} rule={rows.find((row) => row.code === code && row.state === 'in_force')} />
              ))}
            </div>
            <Versions rows={rows} />
          </>
        )}
      </Loading>
    </>
  );
}

function InForce({ code, rule }: { readonly code: DeadlineRule['code']; readonly rule: DeadlineRule | undefined }) {
  const { t } = useTranslation('rules');
  if (!rule) return <p>{t('nothing_in_force', { name: t(`names.${code}`) })}</p>;
  return (
    <p>
      <strong>{t(`names.${code}`)}</strong>: {t(`value_${rule.dayKind}`, { count: rule.dayCount })} {t('from', { what: t(`from_${code}`) })}
      , {t('by', { citation: rule.citation, day: formatDay(rule.validFrom) })}
    </p>
  );
}

function Versions({ rows }: { readonly rows: readonly DeadlineRule[] }) {
  const { t } = useTranslation('rules');
  const can = useCan();
  const [act, setAct] = useState<{ readonly kind: 'end' | 'withdraw'; readonly rule: DeadlineRule } | null>(null);
  const columns = useRuleColumns();
  const acts: Column<DeadlineRule> = {
    id: 'acts',
    header: t('acts'),
    sortable: false,
    value: () => null,
    cell: (rule) =>
      rule.state === 'coming' ? (
        <Button size="compact-xs" variant="default" onClick={() => setAct({ kind: 'withdraw', rule })}>
          {t('withdraw')}
        </Button>
      ) : rule.state === 'in_force' ? (
        <Button size="compact-xs" variant="default" onClick={() => setAct({ kind: 'end', rule })}>
          {t(rule.validTo ? 'change_end' : 'end')}
        </Button>
      ) : null,
  };
  return (
    <Section title={t('versions')}>
      <DataTable
        caption={t('versions')}
        rows={rows}
        rowId={(row) => row.id}
        columns={can('inspections.manage_rules') ? [...columns, acts] : columns}
        empty={<Empty title={t('none')}>{t('none_help')}</Empty>}
      />
      {act ? <RuleAct key={act.rule.id} kind={act.kind} rule={act.rule} onClose={() => setAct(null)} /> : null}
    </Section>
  );
}

function useRuleColumns(): readonly Column<DeadlineRule>[] {
  const { t } = useTranslation('rules');
  return [
    { id: 'name', header: t('what'), names: true, value: (rule) => t(`names.${rule.code}`) },
    {
      id: 'value',
      header: t('value'),
      value: (rule) => rule.dayCount,
      cell: (rule) => t(`value_${rule.dayKind}`, { count: rule.dayCount }),
    },
    {
      id: 'valid',
      header: t('valid'),
      value: (rule) => rule.validFrom,
      cell: (rule) => (
        <span className="digits">
          {rule.validTo
            ? t('valid_to', { from: formatDay(rule.validFrom), to: formatDay(rule.validTo) })
            : t('valid_from', { from: formatDay(rule.validFrom) })}
        </span>
      ),
    },
    {
      id: 'citation',
      header: t('citation'),
      value: (rule) => rule.citation,
      cell: (rule) => (
        <>
          {rule.citation}
          {rule.certainty === 'background' ? <p className="small soft">{t('background')}</p> : null}
          {rule.note ? <p className="small soft">{rule.note}</p> : null}
        </>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      value: (rule) => t(`states.${rule.state}`),
      cell: (rule) => (
        <>
          <StateBadge tone={tones[rule.state]}>{t(`states.${rule.state}`)}</StateBadge>
          {rule.endReason ? (
            <p className="small soft">
              {rule.endedBy}: {rule.endReason}
            </p>
          ) : null}
        </>
      ),
    },
    { id: 'by', header: t('entered'), hidden: true, value: (rule) => `${rule.createdBy}, ${formatInstant(rule.createdAt)}` },
  ];
}
