// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge, type Tone } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type ClockRule, clockRulesQuery } from './clock-rules.api.ts';
import { RuleChangeDialog } from './rule-change-dialog.tsx';
import { RuleWithdrawDialog } from './rule-withdraw-dialog.tsx';
import { useRuleWords } from './use-rule-words.ts';

const tones: Readonly<Record<ClockRule['state'], Tone>> = { coming: 'soon', in_force: 'on_course', ended: 'done', withdrawn: 'paused' };

export function ClockRulesPage() {
  return (
    <OnlyWith permission="dossiers.read_clock_rules">
      <Rules />
    </OnlyWith>
  );
}

/** By which rules are time limits counted, since when, by which article? */
function Rules() {
  const { t } = useTranslation('clock');
  const rules = useQuery(clockRulesQuery);
  return (
    <>
      <PageHead title={t('title')} answer={t('answer')} />
      <Loading of={rules} lines={12}>
        {({ rows }) => <Lists rows={rows} />}
      </Loading>
    </>
  );
}

type Act = { readonly kind: 'change' | 'withdraw'; readonly rule: ClockRule };

function Lists({ rows }: { readonly rows: readonly ClockRule[] }) {
  const { t } = useTranslation('clock');
  const can = useCan();
  const [act, setAct] = useState<Act | null>(null);
  const columns = useColumns();
  const held = rows.filter(({ state }) => state === 'in_force' || state === 'coming');
  const acts: Column<ClockRule> = {
    id: 'acts',
    header: t('acts'),
    acts: true,
    value: () => null,
    cell: (rule) => {
      const isFollowed = rows.some(({ code, state }) => code === rule.code && state === 'coming');
      if (rule.state === 'coming') return <ActButton verb={t('withdraw')} onClick={() => setAct({ kind: 'withdraw', rule })} />;
      return isFollowed ? null : <ActButton verb={t('change')} onClick={() => setAct({ kind: 'change', rule })} />;
    },
  };
  const empty = <Empty title={t('none')}>{t('none_help')}</Empty>;
  return (
    <>
      <DataTable
        caption={t('in_force')}
        rows={held}
        rowId={(rule) => rule.id}
        columns={can('dossiers.manage_clock_rules') ? [...columns, acts] : columns}
        pageSize={50}
        empty={empty}
      />
      <Section title={t('history')}>
        <DataTable caption={t('history')} rows={rows} rowId={(rule) => rule.id} columns={columns} pageSize={50} empty={empty} />
      </Section>
      {act?.kind === 'change' ? <RuleChangeDialog key={act.rule.id} rule={act.rule} onClose={() => setAct(null)} /> : null}
      {act?.kind === 'withdraw' ? <RuleWithdrawDialog key={act.rule.id} rule={act.rule} onClose={() => setAct(null)} /> : null}
    </>
  );
}

function ActButton({ verb, onClick }: { readonly verb: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      {verb}
    </Button>
  );
}

function useColumns(): readonly Column<ClockRule>[] {
  const { t } = useTranslation('clock');
  const words = useRuleWords();
  return [
    { id: 'name', header: t('rule'), names: true, width: '28%', value: words.name },
    { id: 'value', header: t('value'), value: words.value, cell: (rule) => <span className="strong">{words.value(rule)}</span> },
    {
      id: 'valid',
      header: t('valid'),
      value: (rule) => rule.validFrom,
      cell: (rule) => (
        <span className="digits">
          {t(rule.validTo && rule.state !== 'withdrawn' ? 'from_to' : 'from', {
            from: formatDay(rule.validFrom),
            to: formatDay(rule.validTo ?? rule.validFrom),
          })}
        </span>
      ),
    },
    {
      id: 'citation',
      header: t('citation'),
      width: '30%',
      value: (rule) => rule.citation,
      cell: (rule) => (
        <>
          {rule.citation}
          {rule.mark ? <p className="small soft">{t('background')}</p> : null}
          {rule.reason ? (
            <p className="small soft">
              {t('by', { name: rule.recordedBy ?? '', at: formatInstant(rule.recordedAt), reason: rule.reason })}
            </p>
          ) : null}
        </>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      value: (rule) => t(`states.${rule.state}`),
      cell: (rule) => (
        <>
          <StateBadge tone={tones[rule.state]} oneLine>
            {t(`states.${rule.state}`)}
          </StateBadge>
          {rule.endReason ? <p className="small soft">{rule.endReason}</p> : null}
        </>
      ),
    },
  ];
}
