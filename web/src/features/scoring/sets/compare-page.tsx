// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { DifferenceList } from './difference-list.tsx';
import { type Comparison, comparisonQuery, type SetRow, type SetSheet, setQuery, setsQuery } from './sets.api.ts';

/** What changed from one version or year to another? */
export function ComparePage() {
  const { id = '' } = useParams();
  const set = useQuery(setQuery(id));
  const sets = useQuery(setsQuery);
  return (
    <Loading page of={set}>
      {(sheet) => <Loading of={sets}>{({ rows }) => <Compared sheet={sheet} rows={rows} />}</Loading>}
    </Loading>
  );
}

function Compared({ sheet, rows }: { readonly sheet: SetSheet; readonly rows: readonly SetRow[] }) {
  const { t } = useTranslation('sets');
  const [query, setQuery] = useSearchParams();
  const others = rows.filter((row) => row.id !== sheet.id && row.level === sheet.level);
  const other = query.get('with') ?? sheet.fromSetId ?? others[0]?.id ?? '';
  const comparison = useQuery(comparisonQuery(sheet.id, other));
  return (
    <>
      <PageHead
        title={t('compare.title', { year: sheet.year, number: sheet.number })}
        answer={comparison.data ? <Answer comparison={comparison.data} /> : undefined}
        back={{ to: `/scoring/sets/${sheet.id}`, label: sheet.title }}
      />
      {others.length === 0 ? (
        <Empty title={t('compare.nothing')}>{t('compare.nothing_help')}</Empty>
      ) : (
        <NativeSelect
          label={t('compare.with')}
          value={other}
          data={others.map((row) => ({
            value: row.id,
            label: t('compare.choice', { year: row.year, number: row.number, state: t(`states.${row.state}`) }),
          }))}
          onChange={(event) => setQuery({ with: event.currentTarget.value }, { replace: true })}
        />
      )}
      {other === '' ? null : (
        <Section title={t('compare.differences')}>
          <Loading of={comparison}>{(data) => <DifferenceList difference={data} />}</Loading>
        </Section>
      )}
    </>
  );
}

function Answer({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('sets');
  const kept = comparison.carried.filter(({ unchanged }) => unchanged).length;
  return t('compare.answer', { kept, carried: comparison.carried.length });
}
