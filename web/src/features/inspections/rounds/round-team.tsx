// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Empty, Skeleton } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { roundRights } from '../model/rights.ts';
import { type RoundSheet, type TeamMember, teamRoles } from '../model/types.ts';

const SeatDialog = lazyPart(() => import('./seat-dialog.tsx').then((file) => file.SeatDialog));
const TeamEditor = lazyPart(() => import('./team-editor.tsx').then((file) => file.TeamEditor));

export function RoundTeam({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation(['inspections', 'common']);
  const [editing, setEditing] = useState(false);
  const [seat, setSeat] = useState<TeamMember | null>(null);
  const rights = roundRights(round);
  const canEdit = rights.team;
  const vacant = round.team.filter((one) => one.accountId === null).length;
  return (
    <Section
      title={t('round.team')}
      aside={
        canEdit && !editing ? (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('round.edit_team')}
          </Button>
        ) : null
      }
    >
      {editing ? (
        <Suspense fallback={<Skeleton />}>
          <TeamEditor round={round} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <DataTable
          caption={t('round.team_caption')}
          rows={round.team}
          rowId={(row) => row.id}
          columns={[
            {
              id: 'position',
              header: t('round.position'),
              names: true,
              value: (row) => row.position,
              cell: (row) => [row.name, row.position].filter(Boolean).join(', '),
            },
            { id: 'unit', header: t('round.unit'), value: (row) => row.unitName },
            {
              id: 'role',
              header: t('round.role'),
              value: (row) => teamRoles.indexOf(row.role),
              cell: (row) => t(`round.role_names.${row.role}`),
            },
            {
              id: 'fields',
              header: t('round.fields'),
              value: (row) =>
                row.reformFields.length === 0 || row.reformFields.length === reformFields.length
                  ? t('round.all_fields')
                  : row.reformFields.map((field) => t(`common:field.${field}`)).join('; '),
            },
            {
              id: 'account',
              header: t('seat.account'),
              value: (row) => row.accountName,
              cell: (row) => (
                <span className="row" style={{ gap: '4px 10px', flexWrap: 'wrap' }}>
                  {row.accountName ?? <span className="soft">{t('seat.vacant')}</span>}
                  {rights.seats ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('seat.act_for', { act: t(row.accountId ? 'seat.change' : 'seat.open'), position: row.position })}
                      onClick={() => setSeat(row)}
                    >
                      {t(row.accountId ? 'seat.change' : 'seat.open')}
                    </Button>
                  ) : null}
                </span>
              ),
            },
          ]}
          empty={<Empty title={t('round.team_none')} />}
        />
      )}
      {!editing && rights.seats && vacant > 0 ? <p className="soft small">{t('seat.vacant_count', { count: vacant })}</p> : null}
      {seat ? (
        <Suspense>
          <SeatDialog round={round} seat={seat} onClose={() => setSeat(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
