// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { roundRights } from '../model/rights.ts';
import { type RoundSheet, teamRoles } from '../model/types.ts';
import { TeamEditor } from './team-editor.tsx';

export function RoundTeam({ round }: { readonly round: RoundSheet }) {
  const { t } = useTranslation(['inspections', 'common']);
  const [editing, setEditing] = useState(false);
  const canEdit = roundRights(round).team;
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
        <TeamEditor round={round} onClose={() => setEditing(false)} />
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
                row.reformFields.length === 0
                  ? t('round.all_fields')
                  : row.reformFields.map((field) => t(`common:field.${field}`)).join('; '),
            },
          ]}
          empty={<Empty title={t('round.team_none')} />}
        />
      )}
    </Section>
  );
}
