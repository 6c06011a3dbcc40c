// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useAddressState } from '../../../shared/session/address-state.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { ScoreRooms } from '../../../shared/ui/layout/score-rooms.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { ApprovedCount } from './counts/approved-count.tsx';
import { phases, type RoundRow, roundsQuery } from './cycle.api.ts';

/** Which years are being scored, and how far is each? */
export function ScoringRoundsPage() {
  const { t } = useTranslation(['cycle', 'opening']);
  const format = useFormat();
  const can = useCan();
  const rounds = useQuery(roundsQuery);
  const open = rounds.data?.filter((row) => row.phase !== 'published').length ?? 0;
  const [shown, setShown] = useAddressState({ show: '' });
  const counted = (count: number, show: 'all' | 'open') => (
    <ExplicitFigure
      value={format.number(count)}
      label={t(`rounds_shown.${show}`)}
      origin={{
        sentence: t(`rounds_text.${show}`, { count: format.number(count) }),
        rule: t(`rounds_rule.${show}`),
        recordsHref: show === 'open' ? '/scoring?show=open' : '/scoring',
      }}
    />
  );
  const rowsOf = (rows: readonly RoundRow[]) => (shown.show === 'open' ? rows.filter(({ phase }) => phase !== 'published') : rows);
  return (
    <>
      <ScoreRooms />
      <PageHead
        title={t('title')}
        answer={
          rounds.data ? (
            <FigureSentence
              tell={(at) => t('answer', at)}
              figures={{ total: counted(rounds.data.length, 'all'), open: counted(open, 'open') }}
            />
          ) : null
        }
        action={
          can('scoring.organise') ? (
            <Button component={Link} to="/scoring/rounds/new">
              {t('opening:open_round')}
            </Button>
          ) : null
        }
      />
      {shown.show === 'open' ? (
        <p role="status">
          {t('rounds_text.open', { count: format.number(open) })}{' '}
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setShown({ show: '' })}>
            {t('sheet.show_all')}
          </Button>
        </p>
      ) : null}
      <Loading of={rounds}>
        {(rows) => (rows.length === 0 ? <Empty title={t('empty')}>{t('empty_help')}</Empty> : <RoundTable rows={rowsOf(rows)} />)}
      </Loading>
    </>
  );
}

function RoundTable({ rows }: { readonly rows: readonly RoundRow[] }) {
  const { t } = useTranslation('cycle');
  const navigate = useNavigate();
  const columns: readonly Column<RoundRow>[] = [
    {
      id: 'name',
      header: t('name'),
      names: true,
      width: '44%',
      value: (row) => row.title,
      cell: (row) => <Link to={`/scoring/rounds/${row.id}`}>{row.title}</Link>,
    },
    { id: 'year', header: t('year'), numeric: true, value: (row) => row.year, cell: (row) => <span className="digits">{row.year}</span> },
    {
      id: 'phase',
      header: t('phase_label'),
      value: (row) => phases.indexOf(row.phase),
      cell: (row) => <StateBadge tone={row.phase === 'published' ? 'done' : 'on_course'}>{t(`phase.${row.phase}`)}</StateBadge>,
    },
    {
      id: 'units',
      header: t('units'),
      numeric: true,
      value: (row) => row.approved,
      cell: (row) => <ApprovedCount round={row} approved={row.approved} all={row.units} />,
    },
    { id: 'organiser', header: t('organiser'), value: (row) => row.organisingUnitName },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/scoring/rounds/${row.id}`)}
      empty={null}
    />
  );
}
