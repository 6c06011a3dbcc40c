// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { figuresKey } from '../figures.api.ts';
import { contentOf, draftOf } from './indicator-draft.ts';
import { IndicatorFields } from './indicator-fields.tsx';
import { addVersion, type Indicator, indicatorQuery } from './indicators.api.ts';

/** What is this indicator, since when, and what was it before? */
export function IndicatorPage() {
  const { id = '' } = useParams();
  const versions = useQuery(indicatorQuery(id));
  return (
    <Loading of={versions} page>
      {({ rows }) => <Versions rows={rows} />}
    </Loading>
  );
}

function Versions({ rows }: { readonly rows: readonly Indicator[] }) {
  const { t } = useTranslation('figures');
  const can = useCan();
  const [isChanging, setChanging] = useState(false);
  const last = rows.at(-1);
  if (!last) return null;
  const columns: readonly Column<Indicator>[] = [
    { id: 'number', header: t('manage.version'), value: (row) => row.number },
    {
      id: 'valid',
      header: t('manage.valid'),
      value: (row) => row.validFrom,
      cell: (row) => `${formatDay(row.validFrom)} – ${row.validTo ? formatDay(row.validTo) : '…'}`,
    },
    { id: 'name', header: t('column.indicator'), names: true, value: (row) => row.name },
    {
      id: 'formula',
      header: t('formula'),
      value: (row) => `${row.numerator.label}${row.denominator ? ` ÷ ${row.denominator.label}` : ''} (${row.unitOfMeasure})`,
    },
    { id: 'good', header: t('thresholds'), value: (row) => [row.goodFrom, row.warnFrom].filter(Boolean).join(' / ').replaceAll('.', ',') },
    { id: 'law', header: t('law'), value: (row) => row.legalBasis ?? '–' },
  ];
  return (
    <>
      <PageHead
        title={`${last.code} · ${last.name}`}
        answer={t('version', { number: last.number, from: formatDay(last.validFrom) })}
        back={{ to: '/figures/indicators', label: t('manage.title') }}
        action={can('figures.manage') && !isChanging ? <Button onClick={() => setChanging(true)}>{t('manage.new_version')}</Button> : null}
      />
      <DataTable
        caption={t('manage.versions')}
        columns={columns}
        rows={[...rows].reverse()}
        rowId={(row) => String(row.number)}
        empty={null}
      />
      {isChanging ? (
        <Section title={t('manage.new_version')}>
          <NewVersion of={last} onDone={() => setChanging(false)} />
        </Section>
      ) : null}
    </>
  );
}

function NewVersion({ of: last, onDone }: { readonly of: Indicator; readonly onDone: () => void }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(last));
  const [validFrom, setValidFrom] = useState(today());
  const save = useMutation({
    mutationFn: () => addVersion(last.indicatorId, { validFrom, content: contentOf(draft) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: figuresKey });
      onDone();
    },
  });
  return (
    <Form
      verb={t('manage.save_version')}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      disabled={validFrom === '' || draft.name.trim() === ''}
      asksMore
      secondary={
        <Button variant="default" onClick={onDone}>
          {t('manage.cancel')}
        </Button>
      }
    >
      <DayInput required label={t('manage.valid_from')} description={t('manage.version_help')} value={validFrom} onChange={setValidFrom} />
      <IndicatorFields draft={draft} onChange={setDraft} />
    </Form>
  );
}
