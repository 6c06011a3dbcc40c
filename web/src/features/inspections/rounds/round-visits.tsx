// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { roundRights } from '../model/rights.ts';
import { period, VisitStepBadge } from '../model/step-badges.tsx';
import { type RoundSheet, type VisitSummary, visitSteps } from '../model/types.ts';
import { AnsweredCount, VisitCount } from '../model/visit-counts.tsx';

const AddVisit = lazyPart(() => import('./add-visit.tsx').then((file) => file.AddVisit));

export function RoundVisits({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const path = (visit: VisitSummary): string => `/inspections/${round.id}/visits/${visit.id}`;
  const columns = useVisitColumns(path);
  const canAdd = roundRights(round).visits;
  return (
    <>
      <DataTable
        caption={t('round.visits_caption')}
        columns={columns}
        rows={round.visits}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(path(row))}
        tools={
          canAdd ? (
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              {t('round.add_visit')}
            </Button>
          ) : null
        }
        empty={<Empty title={t('round.visits_none')}>{t('round.visits_help')}</Empty>}
      />
      {adding ? (
        <Suspense>
          <AddVisit round={round} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function useVisitColumns(path: (visit: VisitSummary) => string): readonly Column<VisitSummary>[] {
  const { t } = useTranslation('inspections');
  const of = (visit: VisitSummary) => ({ unitName: visit.unitName, path: path(visit) });
  const sum = (one: (visit: VisitSummary) => number, rows: readonly VisitSummary[]): number => rows.reduce((all, row) => all + one(row), 0);
  const opened = (what: string, value: string) => (
    <ExplicitFigure value={value} label={what} origin={{ sentence: t('counted.column', { what }), rule: t('counted_rule.column') }} />
  );
  return [
    {
      id: 'unit',
      header: t('round.unit'),
      names: true,
      width: '25%',
      value: (row) => row.unitName,
      cell: (row) => (
        <>
          <Link to={path(row)}>{row.unitName}</Link>
          {row.illustrative ? <span className="soft small nowrap"> ({t('round.illustrative')})</span> : null}
        </>
      ),
    },
    {
      id: 'on',
      header: t('round.visit_on'),
      width: '17%',
      value: (row) => row.visitOn,
      cell: (row) => <span className="digits">{period(row.visitOn, row.visitTo)}</span>,
    },
    {
      id: 'step',
      header: t('step_label'),
      width: '18%',
      value: (row) => visitSteps.indexOf(row.step),
      cell: (row) => <VisitStepBadge step={row.step} />,
    },
    {
      id: 'answered',
      header: t('round.answered'),
      numeric: true,
      value: (row) => row.answered,
      cell: (row) => <AnsweredCount visit={of(row)} answered={row.answered} items={row.items} />,
      total: (rows) => opened(t('round.answered'), `${sum((row) => row.answered, rows)}/${sum((row) => row.items, rows)}`),
    },
    {
      id: 'figures',
      header: t('round.figures'),
      numeric: true,
      hidden: true,
      value: (row) => row.figures,
      cell: (row) => <VisitCount visit={of(row)} what="figures" count={row.figures} />,
      total: (rows) => opened(t('round.figures'), String(sum((row) => row.figures, rows))),
    },
    {
      id: 'inconsistent',
      header: t('round.inconsistent'),
      numeric: true,
      value: (row) => row.inconsistentFigures,
      cell: (row) => <VisitCount visit={of(row)} what="inconsistent" count={row.inconsistentFigures} />,
      total: (rows) => opened(t('round.inconsistent'), String(sum((row) => row.inconsistentFigures, rows))),
    },
    {
      id: 'unclear',
      header: t('round.unclear'),
      numeric: true,
      value: (row) => row.unclearFigures,
      cell: (row) => <VisitCount visit={of(row)} what="unclear" count={row.unclearFigures} />,
      total: (rows) => opened(t('round.unclear'), String(sum((row) => row.unclearFigures, rows))),
    },
    {
      id: 'findings',
      header: t('round.findings'),
      numeric: true,
      value: (row) => row.findings,
      cell: (row) => <VisitCount visit={of(row)} what="findings" count={row.findings} />,
      total: (rows) => opened(t('round.findings'), String(sum((row) => row.findings, rows))),
    },
  ];
}
