// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { ProblemNotice } from '../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../shared/ui/figure/figure-sentence.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../shared/ui/table/column.ts';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { figureAddress } from './figure-value.tsx';
import { type Approval, approvalQuery, approveFigures, figuresKey } from './figures.api.ts';

type Props = { readonly unitId: string; readonly period: string };

/** How the approval of a unit's period stands, what has changed since, and the button for those who may. */
export function ApprovalPart({ unitId, period }: Props) {
  const { t } = useTranslation('figures');
  const approval = useQuery(approvalQuery(unitId, period));
  return (
    <Section title={t('approval.title')}>
      <Loading of={approval} lines={2}>
        {(answer) => <Standing answer={answer} unitId={unitId} period={period} />}
      </Loading>
    </Section>
  );
}

function Standing({ answer, unitId, period }: Props & { readonly answer: Approval }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const can = useCan();
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: () => approveFigures(unitId, { period, fingerprint: answer.fingerprint }),
    onSettled: () => client.invalidateQueries({ queryKey: [...figuresKey, 'approval'] }),
  });
  const { snapshot, changes, below, figures } = answer;
  const waiting = below.filter((unit) => unit.state !== 'approved');
  const names = waiting.map(({ unitName }) => unitName);
  const isDue = figures > 0 && (snapshot === null || changes.length > 0);
  return (
    <>
      <p>
        {snapshot
          ? t('approval.last', { number: snapshot.number, at: format.instant(snapshot.approvedAt), by: snapshot.approvedByName })
          : t('approval.none')}{' '}
        {snapshot && changes.length === 0 ? t('approval.unchanged') : null}
      </p>
      {waiting.length > 0 ? (
        <div>
          <FigureSentence
            tell={(at) => t('approval.waiting', { ...at, names: `${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}` })}
            figures={{
              count: (
                <ExplicitFigure
                  value={format.number(names.length)}
                  origin={{ sentence: t('approval.waiting_text'), source: names.join('; '), rule: t('approval.waiting_rule') }}
                />
              ),
            }}
          />
        </div>
      ) : null}
      {snapshot && changes.length > 0 ? <Changes of={changes} unitId={unitId} period={period} /> : null}
      {can('figures.approve') && isDue && waiting.length === 0 ? (
        <Button loading={approve.isPending} onClick={() => approve.mutate()} className="no-print">
          {t('approval.approve', { count: figures })}
        </Button>
      ) : null}
      {approve.error ? <ProblemNotice error={approve.error} /> : null}
    </>
  );
}

type Change = Approval['changes'][number];

function Changes({ of: changes, unitId, period }: Props & { readonly of: readonly Change[] }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const written = (side: Change['now']): string =>
    side ? [side.numerator, side.denominator].flatMap((part) => (part === null ? [] : [format.number(part)])).join(' ÷ ') : '–';
  const opened = (row: Change, side: Change['now']) =>
    side ? <Link to={figureAddress(unitId, row.indicatorId, period)}>{written(side)}</Link> : '–';
  const columns: readonly Column<Change>[] = [
    { id: 'code', header: t('column.code'), value: (row) => row.code },
    { id: 'name', header: t('column.indicator'), names: true, value: (row) => row.name },
    {
      id: 'before',
      header: t('approval.before'),
      numeric: true,
      value: (row) => written(row.before),
      cell: (row) => opened(row, row.before),
    },
    { id: 'now', header: t('approval.now'), numeric: true, value: (row) => written(row.now), cell: (row) => opened(row, row.now) },
  ];
  return <DataTable caption={t('approval.changes')} columns={columns} rows={changes} rowId={(row) => row.indicatorId} empty={null} />;
}
