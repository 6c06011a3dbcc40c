// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { figureOrigin, writtenCount, writtenFigure, writtenRecomputed } from '../model/figure-origin.ts';
import { visitRights } from '../model/rights.ts';
import type { Figure, VisitSheet } from '../model/types.ts';
import { FigureDialog } from './figure-dialog.tsx';

const tones = { consistent: 'on_course', inconsistent: 'late', not_computable: 'paused' } as const;

/** What the unit declared, beside what follows from it and what the team counted. */
export function FiguresTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [editing, setEditing] = useState<Figure | 'new' | null>(null);
  const rights = visitRights(visit);
  const columns = useFigureColumns(visit, rights.figures || rights.count ? setEditing : null);
  return (
    <>
      <DataTable
        caption={t('figures.caption')}
        columns={columns}
        rows={visit.figures}
        rowId={(figure) => figure.id}
        filter={visit.figures.length > 8}
        tools={
          rights.figures ? (
            <Button size="xs" variant="default" onClick={() => setEditing('new')}>
              {t('figures.add')}
            </Button>
          ) : null
        }
        empty={<Empty title={t('figures.none')}>{t('figures.none_help')}</Empty>}
      />
      {editing ? (
        <FigureDialog visit={visit} figure={editing === 'new' ? null : editing} rights={rights} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}

function useFigureColumns(visit: VisitSheet, onEdit: ((figure: Figure) => void) | null): readonly Column<Figure>[] {
  const { t } = useTranslation(['inspections', 'common']);
  const words = useTranslation('inspections').t;
  const format = useFormat();
  const columns: readonly Column<Figure>[] = [
    { id: 'label', header: t('figures.label'), names: true, width: '34%', value: (figure) => figure.label },
    {
      id: 'declared',
      header: t('figures.declared'),
      numeric: true,
      value: (figure) => Number(figure.numerator ?? figure.statedPercent ?? 0),
      cell: (figure) => (
        <>
          <ExplicitFigure value={writtenFigure(figure, format)} origin={figureOrigin(figure, format, words, visit.visitOn)} />
          {figure.kind === 'ratio' && figure.statedPercent !== null && figure.numerator !== null ? (
            <>
              <br />
              <span className="soft nowrap">{format.percent(figure.statedPercent)}</span>
            </>
          ) : null}
        </>
      ),
    },
    {
      id: 'recomputed',
      header: t('figures.recomputed'),
      numeric: true,
      value: (figure) => Number(figure.recomputation.percent ?? figure.recomputation.sum ?? 0),
      cell: (figure) => {
        const recomputed = writtenRecomputed(figure, format);
        return recomputed ? <ExplicitFigure value={recomputed} origin={figureOrigin(figure, format, words, visit.visitOn)} /> : '–';
      },
    },
    {
      id: 'counted',
      header: t('figures.counted'),
      numeric: true,
      value: (figure) => Number(figure.counted?.numerator ?? 0),
      cell: (figure) =>
        figure.counted ? (
          <>
            <span className="nowrap">
              {writtenCount(figure.counted.numerator, format)}
              {figure.counted.denominator ? `/${writtenCount(figure.counted.denominator, format)}` : ''}
            </span>
            {figure.comparison ? (
              <>
                <br />
                <StateBadge tone={figure.comparison.agrees ? 'on_course' : 'late'} oneLine>
                  {t(figure.comparison.agrees ? 'figures.counted_agrees' : 'figures.counted_differs')}
                </StateBadge>
              </>
            ) : null}
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'verdict',
      header: t('figures.verdict'),
      value: (figure) => figure.recomputation.verdict,
      cell: (figure) => (
        <StateBadge tone={tones[figure.recomputation.verdict]} oneLine>
          {t(`figures.verdicts.${figure.recomputation.verdict}`)}
        </StateBadge>
      ),
    },
    { id: 'field', header: t('figures.field'), hidden: true, value: (figure) => t(`common:field.${figure.reformField}`) },
    {
      id: 'evidence',
      header: t('figures.evidence'),
      hidden: true,
      value: (figure) => figure.evidenceFileName ?? figure.documentCode ?? '',
    },
    { id: 'code', header: t('figures.code'), hidden: true, value: (figure) => figure.code },
  ];
  if (!onEdit) return columns;
  return [
    ...columns,
    {
      id: 'edit',
      header: t('figures.open'),
      sortable: false,
      value: () => '',
      cell: (figure) => (
        <Button size="compact-xs" variant="default" aria-label={`${t('figures.edit')}: ${figure.label}`} onClick={() => onEdit(figure)}>
          {t('common:action.edit')}
        </Button>
      ),
    },
  ];
}
