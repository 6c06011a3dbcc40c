// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type Indicator, indicatorsQuery } from './indicators.api.ts';

/** What is measured, how, and by which law? */
export function IndicatorsPage() {
  return (
    <OnlyWith permission="figures.read">
      <Indicators />
    </OnlyWith>
  );
}

function Indicators() {
  const { t } = useTranslation('figures');
  const can = useCan();
  const indicators = useQuery(indicatorsQuery);
  const newest = (rows: readonly Indicator[]): Indicator[] => [...new Map(rows.map((row) => [row.indicatorId, row])).values()];
  return (
    <>
      <PageHead
        title={t('manage.title')}
        answer={indicators.data ? t('manage.answer', { count: newest(indicators.data.rows).length }) : null}
        back={{ to: '/figures', label: t('title') }}
        action={
          <>
            <Button component={Link} to="/figures/rules" variant="default">
              {t('rules.title')}
            </Button>
            {can('figures.manage') ? (
              <Button component={Link} to="/figures/indicators/new">
                {t('manage.create')}
              </Button>
            ) : null}
          </>
        }
      />
      <Loading of={indicators} lines={10}>
        {({ rows }) => <IndicatorTable rows={newest(rows)} />}
      </Loading>
    </>
  );
}

function IndicatorTable({ rows }: { readonly rows: readonly Indicator[] }) {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const source = ({ numerator, denominator }: Indicator): string => {
    const parts = [numerator, ...(denominator ? [denominator] : [])].map((one) => one.measure !== null);
    return t(`manage.source.${parts.every(Boolean) ? 'measured' : parts.some(Boolean) ? 'mixed' : 'entered'}`);
  };
  const columns: readonly Column<Indicator>[] = [
    { id: 'code', header: t('column.code'), value: (row) => row.code },
    { id: 'name', header: t('column.indicator'), names: true, value: (row) => row.name },
    { id: 'field', header: t('column.field'), value: (row) => t(`field.${row.reformField}`) },
    {
      id: 'formula',
      header: t('formula'),
      value: (row) => `${row.numerator.label}${row.denominator ? ` ÷ ${row.denominator.label}` : ''} (${row.unitOfMeasure})`,
    },
    { id: 'source', header: t('column.origin'), value: source },
    {
      id: 'valid',
      header: t('manage.valid'),
      value: (row) => row.validFrom,
      cell: (row) =>
        row.validTo
          ? `${formatDay(row.validFrom)} – ${formatDay(row.validTo)}`
          : t(row.validFrom > today() ? 'manage.coming' : 'manage.since', { number: row.number, from: formatDay(row.validFrom) }),
    },
    { id: 'law', header: t('law'), value: (row) => row.legalBasis ?? (row.mark ? `(${t(`mark.${row.mark}`)})` : '–') },
  ];
  return (
    <DataTable
      caption={t('manage.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.indicatorId}
      onOpen={(row) => void navigate(`/figures/indicators/${row.indicatorId}`)}
      initialSort={{ column: 'code' }}
      filter
      empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
    />
  );
}
