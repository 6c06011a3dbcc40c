// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { figureAddress } from '../figure-value.tsx';
import { figuresKey } from '../figures.api.ts';
import { confirmSheet, discardSheet, type SheetChange, type SheetFault, type SheetReview, sheetReviewQuery } from './imports.api.ts';

/** The difference that a filled sheet makes, cell by cell, and the choice between recording all of it and putting it aside. */
export function SheetReviewView({ id }: { readonly id: string }) {
  const review = useQuery(sheetReviewQuery(id));
  return <Loading of={review}>{(answer) => <Review of={answer} />}</Loading>;
}

function Review({ of: review }: { readonly of: SheetReview }) {
  const { t } = useTranslation('figures');
  const { draft, changes, faults, unchanged, moved, warnings } = review;
  const format = useFormat();
  return (
    <>
      <p role="status">
        {t('exchange.counts', {
          file: draft.fileName,
          changes: format.number(changes.length),
          unchanged: format.number(unchanged),
          faults: format.number(faults.length),
        })}{' '}
        {moved > 0 ? t('exchange.moved', { count: moved }) : null}
      </p>
      {faults.length > 0 ? (
        <Section title={t('exchange.faults')}>
          <Faults of={faults} />
        </Section>
      ) : null}
      {warnings.length > 0 ? (
        <ul>
          {warnings.map(({ unitId, sentence, left, right, legalBasis }) => (
            <li key={`${unitId} ${sentence}`}>
              {t('entry.warning', { sentence, left: format.number(left), right: format.number(right) })}
              {legalBasis ? ` ${t('entry.basis', { basis: legalBasis })}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <Section title={t('exchange.changes')}>
        <Changes of={changes} />
      </Section>
      <Decision of={review} />
    </>
  );
}

function Changes({ of: changes }: { readonly of: readonly SheetChange[] }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const digits = (text: string | null): string => (text === null ? t('exchange.blank') : format.number(text));
  const columns: readonly Column<SheetChange>[] = [
    { id: 'cell', header: t('exchange.cell'), value: (row) => row.cell },
    { id: 'unit', header: t('column.unit'), names: true, value: (row) => row.unitName },
    { id: 'period', header: t('period'), value: (row) => row.periodName },
    {
      id: 'indicator',
      header: t('column.indicator'),
      value: (row) => row.code,
      cell: (row) => (
        <>
          <Link to={figureAddress(row.unitId, row.indicatorId, row.period)}>{row.code}</Link> {row.label}
        </>
      ),
    },
    {
      id: 'before',
      header: t('exchange.before'),
      numeric: true,
      value: (row) => row.now,
      cell: (row) => (
        <>
          {digits(row.now)}
          {row.now === row.before ? null : <small className="soft"> {t('exchange.exported', { value: digits(row.before) })}</small>}
        </>
      ),
    },
    {
      id: 'after',
      header: t('exchange.after'),
      numeric: true,
      value: (row) => row.after,
      cell: (row) => (
        <>
          <b>{digits(row.after)}</b>
          {row.formula === null ? null : <small className="soft"> ={row.formula}</small>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('exchange.changes')}
      columns={columns}
      rows={changes}
      rowId={(row) => `${row.cell} ${row.period}`}
      empty={<Empty title={t('exchange.no_changes')}>{t('exchange.no_changes_help')}</Empty>}
    />
  );
}

function Faults({ of: faults }: { readonly of: readonly SheetFault[] }) {
  const { t } = useTranslation('figures');
  const columns: readonly Column<SheetFault>[] = [
    { id: 'sheet', header: t('exchange.sheet'), value: (row) => row.sheet },
    { id: 'cell', header: t('exchange.cell'), value: (row) => row.cell },
    { id: 'value', header: t('exchange.in_file'), value: (row) => row.value },
    { id: 'reason', header: t('exchange.reason'), names: true, value: (row) => row.sentence },
  ];
  return (
    <DataTable caption={t('exchange.faults')} columns={columns} rows={faults} rowId={(row) => `${row.cell} ${row.sentence}`} empty={null} />
  );
}

function Decision({ of: { draft, changes, faults } }: { readonly of: SheetReview }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (to: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: figuresKey, refetchType: 'none' });
    void navigate(to);
  };
  const sheet = `/figures?${new URLSearchParams({ unit: draft.unitId, name: draft.unitName, period: draft.period }).toString()}`;
  const confirm = useMutation({ mutationFn: () => confirmSheet(draft.id), onSuccess: () => leave(sheet) });
  const discard = useMutation({ mutationFn: () => discardSheet(draft.id), onSuccess: () => leave('/figures/imports') });
  return (
    <div className="stack no-print">
      {faults.length > 0 ? <p>{t('exchange.mend')}</p> : null}
      <Group>
        <Button disabled={faults.length > 0 || changes.length === 0} loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('exchange.confirm', { count: changes.length })}
        </Button>
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('exchange.discard')}
        </Button>
      </Group>
      <ProblemNotice error={confirm.error ?? discard.error} />
    </div>
  );
}
