// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import css from '../inspections.module.css';
import { figureOrigin, writtenCount, writtenFigure, writtenRecomputed } from '../model/figure-origin.ts';
import { FigureVerdict, standings } from '../model/figure-verdict.tsx';
import type { Figure, VisitSheet } from '../model/types.ts';

export function useFigureColumns(visit: VisitSheet, onEdit: ((figure: Figure) => void) | null): readonly Column<Figure>[] {
  const { t } = useTranslation(['inspections', 'common']);
  const words = useTranslation('inspections').t;
  const format = useFormat();
  const columns: readonly Column<Figure>[] = [
    {
      id: 'label',
      header: t('figures.label'),
      names: true,
      width: '34%',
      value: (figure) => figure.label,
      cell: (figure) => (
        <>
          {figure.label}
          {figure.parts.length > 0 ? <Parts figure={figure} /> : null}
        </>
      ),
    },
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
        return recomputed ? <ExplicitFigure value={recomputed} origin={figureOrigin(figure, format, words, visit.visitOn)} /> : null;
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
        ) : null,
    },
    {
      id: 'verdict',
      header: t('figures.verdict'),
      value: (figure) => standings.indexOf(figure.status),
      cell: (figure) => <FigureVerdict standing={figure.status} />,
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
      acts: true,
      value: () => '',
      cell: (figure) => (
        <Button size="compact-xs" variant="default" aria-label={`${t('figures.edit')}: ${figure.label}`} onClick={() => onEdit(figure)}>
          {t('common:action.edit')}
        </Button>
      ),
    },
  ];
}

/** What a total is made of, number by number. */
function Parts({ figure }: { readonly figure: Figure }) {
  const format = useFormat();
  return (
    <ul className={css['parts']}>
      {figure.parts.map((part) => (
        <li key={`${part.label} ${part.value}`}>
          {part.label} <span className="digits">{format.number(part.value)}</span>
        </li>
      ))}
    </ul>
  );
}
