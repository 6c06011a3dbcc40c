// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { visitRights } from '../model/rights.ts';
import type { Figure, VisitSheet } from '../model/types.ts';
import { useFigureColumns } from './figure-columns.tsx';

const FigureDialog = lazyPart(() => import('./figure-dialog.tsx').then((file) => file.FigureDialog));

/** What the unit declared, beside what follows from it and what the team counted. */
export function FiguresTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [editing, setEditing] = useState<Figure | 'new' | null>(null);
  const rights = visitRights(visit);
  const [address] = useSearchParams();
  const show = address.get('show');
  const shown = show === 'inconsistent' || show === 'unclear' ? show : null;
  const rows = shown ? visit.figures.filter(({ status }) => status === shown) : visit.figures;
  const columns = useFigureColumns(visit, rights.figures || rights.count ? setEditing : null);
  return (
    <>
      {shown ? (
        <p role="status">
          {t('counted.shown', { count: rows.length, all: visit.figures.length, what: t(`round.${shown}`).toLowerCase() })}{' '}
          <Link to="?tab=figures">{t('counted.show_all')}</Link>
        </p>
      ) : null}
      <DataTable
        caption={t('figures.caption')}
        columns={columns}
        rows={rows}
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
        <Suspense>
          <FigureDialog visit={visit} figure={editing === 'new' ? null : editing} rights={rights} onClose={() => setEditing(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
