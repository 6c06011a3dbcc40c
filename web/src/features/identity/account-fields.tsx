// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, reformFields, roles } from '../../shared/session/session.ts';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import { UnitPicker } from '../units/index.ts';
import css from './account.module.css';
import { type AccountDraft, type GrantDraft, hasLostPosition, newGrant, newPosition, type PositionDraft } from './account-draft.ts';

type Props = { readonly draft: AccountDraft; readonly onDraft: (draft: AccountDraft) => void };

function replaced<T extends { readonly key: string }>(lines: readonly T[], key: string, next: T | null): T[] {
  return lines.flatMap((line) => (line.key === key ? (next ? [next] : []) : [line]));
}

export function AccountFields({ draft, onDraft }: Props) {
  const { t } = useTranslation('identity');
  return (
    <>
      <Section title={t('accounts.positions')}>
        <div className="stack">
          {draft.positions.length === 0 ? <p className="soft">{t('accounts.none_positions')}</p> : null}
          {draft.positions.map((line) => (
            <PositionLine
              key={line.key}
              line={line}
              onLine={(next) => onDraft({ ...draft, positions: replaced(draft.positions, line.key, next) })}
            />
          ))}
          <div>
            <Button size="xs" variant="default" onClick={() => onDraft({ ...draft, positions: [...draft.positions, newPosition()] })}>
              {t('accounts.add_position')}
            </Button>
          </div>
        </div>
      </Section>
      <Section title={t('accounts.rights')}>
        <div className="stack">
          {draft.grants.length === 0 ? <p className="soft">{t('accounts.none_rights')}</p> : null}
          {draft.grants.map((line) => (
            <GrantLine
              key={line.key}
              line={line}
              positions={draft.positions}
              lost={hasLostPosition(draft, line)}
              onLine={(next) => onDraft({ ...draft, grants: replaced(draft.grants, line.key, next) })}
            />
          ))}
          <div>
            <Button size="xs" variant="default" onClick={() => onDraft({ ...draft, grants: [...draft.grants, newGrant()] })}>
              {t('accounts.add_right')}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}

type LineProps<T> = { readonly line: T; readonly onLine: (next: T | null) => void };

function PositionLine({ line, onLine }: LineProps<PositionDraft>) {
  const { t } = useTranslation('identity');
  return (
    <Line legend={line.title || t('accounts.positions')} line={line} onLine={onLine}>
      <TextInput
        label={t('accounts.title_field')}
        required
        withAsterisk={false}
        value={line.title}
        onChange={(event) => onLine({ ...line, title: event.currentTarget.value })}
      />
    </Line>
  );
}

type GrantProps = LineProps<GrantDraft> & { readonly positions: readonly PositionDraft[]; readonly lost: boolean };

function GrantLine({ line, positions, lost, onLine }: GrantProps) {
  const { t } = useTranslation(['identity', 'common']);
  const options = roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }));
  const chooseRole = (value: string): void => {
    const role: Role | undefined = roles.find((one) => one === value);
    if (role) onLine({ ...line, role });
  };
  return (
    <Line legend={t(`common:role.${line.role}`)} line={line} onLine={onLine}>
      <NativeSelect
        label={t('accounts.role')}
        data={options}
        value={line.role}
        onChange={(event) => chooseRole(event.currentTarget.value)}
      />
      {positions.length > 1 || line.positionKey !== null ? (
        <NativeSelect
          label={t('accounts.position_of')}
          description={t('accounts.position_of_help')}
          error={lost ? t('accounts.position_gone') : null}
          data={[
            { value: '', label: t('accounts.every_position') },
            ...(lost && line.positionKey ? [{ value: line.positionKey, label: '–' }] : []),
            ...positions.map((one) => ({ value: one.key, label: [one.title, one.unit?.name].filter(Boolean).join(', ') || '–' })),
          ]}
          value={line.positionKey ?? ''}
          onChange={(event) => onLine({ ...line, positionKey: event.currentTarget.value || null })}
        />
      ) : null}
      <fieldset className={css['fields']} aria-label={t('accounts.fields')}>
        <Checkbox
          label={t('accounts.all_fields')}
          checked={line.reformFields === null}
          onChange={(event) => onLine({ ...line, reformFields: event.currentTarget.checked ? null : [] })}
        />
        {line.reformFields === null
          ? null
          : reformFields.map((field) => (
              <Checkbox
                key={field}
                label={t(`common:field.${field}`)}
                checked={line.reformFields?.includes(field) ?? false}
                onChange={(event) =>
                  onLine({
                    ...line,
                    reformFields: event.currentTarget.checked
                      ? [...(line.reformFields ?? []), field]
                      : (line.reformFields ?? []).filter((one) => one !== field),
                  })
                }
              />
            ))}
      </fieldset>
    </Line>
  );
}

function Line<T extends PositionDraft | GrantDraft>({
  legend,
  line,
  onLine,
  children,
}: LineProps<T> & { readonly legend: string; readonly children: ReactNode }) {
  const { t } = useTranslation('identity');
  return (
    <fieldset className={css['assignment']}>
      <legend>{legend}</legend>
      <UnitPicker label={t('accounts.unit')} required value={line.unit} onChange={(unit) => onLine({ ...line, unit })} />
      {children}
      <div className={css['pair']}>
        <DayInput label={t('accounts.from')} required value={line.validFrom} onChange={(validFrom) => onLine({ ...line, validFrom })} />
        <DayInput label={t('accounts.to')} value={line.validTo} onChange={(validTo) => onLine({ ...line, validTo })} />
      </div>
      <div>
        <Button size="compact-sm" variant="subtle" color="gray" c="var(--ink-soft)" onClick={() => onLine(null)}>
          {t('accounts.remove_line')}
        </Button>
      </div>
    </fieldset>
  );
}
