// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { today } from '../../../shared/format/days.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type RuleVersion, rulesQuery } from './service-index.api.ts';
import { useWords } from './use-words.ts';

export function IndexRulesPage() {
  return (
    <OnlyWith permission="scoring.read_service_index">
      <Versions />
    </OnlyWith>
  );
}

/** By which rules is the index computed, from when until when, and how sure is each? */
function Versions() {
  const { t, format } = useWords();
  const rules = useQuery(rulesQuery);
  const latest = rules.data?.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const inForce = latest?.find(({ validFrom, validTo }) => validFrom <= today() && (validTo === null || validTo >= today()));
  return (
    <>
      <PageHead
        title={t('rule_versions.title')}
        answer={
          inForce
            ? t('rule_versions.answer', { count: latest?.length ?? 0, number: inForce.number, day: format.day(inForce.validFrom) })
            : null
        }
        back={{ to: '/scoring/service-index', label: t('national.title') }}
      />
      <Loading of={rules}>{() => latest?.map((version) => <Version key={version.number} version={version} />)}</Loading>
    </>
  );
}

function Version({ version }: { readonly version: RuleVersion }) {
  const { t, format, name } = useWords();
  const { number, validFrom, validTo } = version;
  const validity = validTo
    ? t('rule_versions.from_until', { from: format.day(validFrom), to: format.day(validTo) })
    : t('rule_versions.from', { from: format.day(validFrom) });
  return (
    <Section title={t('rule_versions.version', { number })} aside={validity}>
      <p>{version.citation}</p>
      <p className="small soft">{version.basis}</p>
      {version.groups.map((group) => (
        <Section
          key={group.code}
          title={name(group.name)}
          aside={
            <FigureSentence
              tell={(at) => t('rule_versions.group_maximum', at)}
              figures={{ maximum: <Maximum of={group} title={name(group.name)} citation={version.citation} /> }}
            />
          }
        >
          <GroupTable group={group} caption={name(group.name)} citation={version.citation} />
        </Section>
      ))}
    </Section>
  );
}

type Group = RuleVersion['groups'][number];
type Metric = Group['metrics'][number];

type MaximumProps = { readonly of: Group | Metric; readonly title: string; readonly citation: string };

/** The most points that a group or a metric gives, with the decision that says so. */
function Maximum({ of, title, citation }: MaximumProps) {
  const { t, format } = useWords();
  const parts = 'metrics' in of ? of.metrics.map(({ documentCode, maximum }) => `${documentCode}: ${format.number(maximum)}`) : [];
  return (
    <ExplicitFigure
      value={format.number(of.maximum)}
      label={title}
      origin={{
        sentence: t('maximum_text', { name: title }),
        law: citation,
        ...(parts.length > 0 ? { rule: t('rule_versions.group_rule', { parts: parts.join('; ') }) } : {}),
      }}
    />
  );
}

type GroupTableProps = { readonly group: Group; readonly caption: string; readonly citation: string };

function GroupTable({ group, caption, citation }: GroupTableProps) {
  const { t, format, name } = useWords();
  const operand = ({ name: of, unit }: Metric['numerator']): string => `${name(of)} (${name(unit)})`;
  const columns: readonly Column<Metric>[] = [
    {
      id: 'name',
      header: t('metric'),
      names: true,
      width: '24%',
      value: (metric) => metric.documentCode,
      cell: (metric) => `${metric.documentCode} ${name(metric.name)}`,
    },
    {
      id: 'maximum',
      header: t('points_maximum'),
      numeric: true,
      value: (metric) => Number(metric.maximum),
      cell: (metric) => <Maximum of={metric} title={`${metric.documentCode} ${name(metric.name)}`} citation={citation} />,
    },
    {
      id: 'numerator',
      header: t('rule_versions.numerator'),
      width: '20%',
      value: (metric) => operand(metric.numerator),
    },
    {
      id: 'denominator',
      header: t('rule_versions.denominator'),
      width: '20%',
      value: (metric) => operand(metric.denominator),
    },
    {
      id: 'rule',
      header: t('rule_versions.rule'),
      value: (metric) => t(`rule_versions.kind.${metric.rule}`, { percent: format.number(metric.fullFromPercent ?? '') }),
    },
    { id: 'certainty', header: t('rule_versions.certainty'), value: (metric) => t(`rule_versions.sure.${metric.certainty}`) },
  ];
  return <DataTable caption={caption} columns={columns} rows={group.metrics} rowId={(metric) => metric.code} empty={null} />;
}
