// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../shared/session/session.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { UnitPicker } from '../../units/index.ts';
import css from '../inspections.module.css';
import { inspectionsKey, setTeam } from '../model/inspections.api.ts';
import { type RoundSheet, type TeamMember, teamRoles } from '../model/types.ts';

let nextKey = 1;

function newMember(): TeamMember {
  return {
    id: `new-${nextKey++}`,
    accountId: null,
    accountName: null,
    name: null,
    position: '',
    unitId: null,
    unitName: null,
    role: 'member',
    reformFields: [],
    illustrative: false,
  };
}

export function TeamEditor({ round, onClose }: { readonly round: RoundSheet; readonly onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [members, setMembers] = useState<readonly TeamMember[]>(round.team);
  const save = useMutation({
    mutationFn: () =>
      setTeam(round.id, {
        version: round.version,
        members: members.map(({ id: _, unitName: __, accountName: ___, ...member }) => ({ ...member, position: member.position.trim() })),
      }),
    onSuccess: async () => {
      onClose();
      toastDone(t('round.team_saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  const put = (id: string, next: TeamMember | null): void =>
    setMembers(members.flatMap((one) => (one.id === id ? (next ? [next] : []) : [one])));
  return (
    <Form
      verb={t('round.save_team')}
      pending={save.isPending}
      error={save.error}
      disabled={members.some((one) => one.position.trim() === '')}
      onSubmit={() => save.mutate()}
      wide
      secondary={
        <>
          <Button variant="default" onClick={() => setMembers([...members, newMember()])}>
            {t('round.add_member')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
        </>
      }
    >
      {members.map((member) => (
        <MemberLine key={member.id} member={member} onMember={(next) => put(member.id, next)} />
      ))}
    </Form>
  );
}

function MemberLine({ member, onMember }: { readonly member: TeamMember; readonly onMember: (next: TeamMember | null) => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const toggle = (field: TeamMember['reformFields'][number], on: boolean): void =>
    onMember({ ...member, reformFields: on ? [...member.reformFields, field] : member.reformFields.filter((one) => one !== field) });
  return (
    <fieldset className={css['box']}>
      <legend>{member.name || member.position || t('round.add_member')}</legend>
      <div className={css['pair']}>
        <TextInput
          label={t('round.position')}
          required
          value={member.position}
          onChange={(event) => onMember({ ...member, position: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('round.role')}
          data={teamRoles.map((role) => ({ value: role, label: t(`round.role_names.${role}`) }))}
          value={member.role}
          onChange={(event) => onMember({ ...member, role: teamRoles.find((one) => one === event.currentTarget.value) ?? 'member' })}
        />
      </div>
      <TextInput
        label={t('round.person')}
        value={member.name ?? ''}
        onChange={(event) => onMember({ ...member, name: event.currentTarget.value || null })}
      />
      <UnitPicker
        label={t('round.unit')}
        clearable
        value={member.unitId ? { id: member.unitId, name: member.unitName ?? '' } : null}
        onChange={(unit) => onMember({ ...member, unitId: unit?.id ?? null, unitName: unit?.name ?? null })}
      />
      <fieldset className={css['checks']} aria-label={t('round.fields')}>
        {reformFields.map((field) => (
          <Checkbox
            key={field}
            size="sm"
            label={t(`common:field.${field}`)}
            checked={member.reformFields.includes(field)}
            onChange={(event) => toggle(field, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <div>
        <Button size="compact-sm" variant="subtle" color="gray" c="var(--ink-soft)" onClick={() => onMember(null)}>
          {t('round.remove_member')}
        </Button>
      </div>
    </fieldset>
  );
}
