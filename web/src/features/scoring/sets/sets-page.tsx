// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { download } from '../../../shared/api/transfer.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { ScoreRooms } from '../../../shared/ui/layout/score-rooms.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { SetState } from './set-state.tsx';
import { type SetRow, setsQuery, templatePath } from './sets.api.ts';
import { WorkbookPanel } from './workbook-panel.tsx';

/** By which criteria are units judged, in which year? */
export function SetsPage() {
  const { t } = useTranslation('sets');
  const sets = useQuery(setsQuery);
  const template = useMutation({ mutationFn: () => download('GET', templatePath, 'mau-bo-tieu-chi.xlsx'), onError: toastProblem });
  const inForce = sets.data?.rows.filter(({ state }) => state === 'published').length;
  return (
    <>
      <ScoreRooms />
      <PageHead
        title={t('title')}
        answer={inForce === undefined ? undefined : t('answer', { count: inForce })}
        action={
          <Button variant="default" loading={template.isPending} onClick={() => template.mutate()}>
            {t('download_template')}
          </Button>
        }
      />
      <Loading of={sets}>
        {({ rows, mayManage }) => (
          <>
            <Versions rows={rows} />
            {mayManage ? (
              <Section title={t('workbook.title_new')}>
                <WorkbookPanel draft={null} />
              </Section>
            ) : null}
          </>
        )}
      </Loading>
    </>
  );
}

function Versions({ rows }: { readonly rows: readonly SetRow[] }) {
  const { t } = useTranslation('sets');
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('caption')}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/scoring/sets/${row.id}`)}
      columns={[
        { id: 'year', header: t('year'), width: '80px', value: (row) => String(row.year) },
        {
          id: 'title',
          header: t('name'),
          names: true,
          width: '40%',
          value: (row) => row.title,
          cell: (row) => <Link to={`/scoring/sets/${row.id}`}>{row.title}</Link>,
        },
        { id: 'level', header: t('level'), value: (row) => t(`levels.${row.level}`) },
        { id: 'number', header: t('version'), numeric: true, value: (row) => row.number },
        { id: 'state', header: t('state'), value: (row) => t(`states.${row.state}`), cell: (row) => <SetState set={row} /> },
        {
          id: 'items',
          header: t('items'),
          numeric: true,
          value: (row) => row.itemCount,
          cell: (row) => <Link to={`/scoring/sets/${row.id}`}>{format.number(row.itemCount)}</Link>,
        },
        {
          id: 'published',
          header: t('published_on'),
          value: (row) => row.publishedAt,
          cell: (row) => (row.publishedAt ? format.day(row.publishedAt) : null),
        },
        { id: 'updated', header: t('updated_by'), hidden: true, value: (row) => row.updatedBy },
      ]}
      empty={<Empty title={t('empty')}>{t('empty_help')}</Empty>}
    />
  );
}
