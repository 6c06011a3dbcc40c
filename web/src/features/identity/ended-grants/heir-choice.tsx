// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { UnitPicker } from '../../units/index.ts';
import type { EndedGrant } from './ended-grants.api.ts';

type Props = { readonly grant: EndedGrant; readonly pending: boolean; readonly onPass: (unitId: string) => void };

/** One heir: one press. Several: which one. None: any unit of the administrator. */
export function HeirChoice({ grant, pending, onPass }: Props) {
  const { t } = useTranslation('identity');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly name: string } | null>(grant.heirs[0] ?? null);
  const [only] = grant.heirs;
  const act = (
    <Button
      size="compact-sm"
      variant="default"
      disabled={chosen === null || pending}
      aria-label={t('ended.pass_for', { name: grant.account.name, unit: chosen?.name ?? '' })}
      onClick={() => (chosen ? onPass(chosen.id) : undefined)}
    >
      {only && grant.heirs.length === 1 ? t('ended.pass', { unit: only.name }) : t('ended.pass_verb')}
    </Button>
  );
  if (only && grant.heirs.length === 1) {
    return (
      <>
        {act}
        <p className="small soft">
          {t('ended.since', { day: formatDay(only.onDay) })}
          {only.decision ? `, ${only.decision}` : ''}
        </p>
      </>
    );
  }
  return (
    <div className="stack" style={{ gap: 8, minWidth: 200 }}>
      {only ? (
        <NativeSelect
          aria-label={t('ended.heir')}
          data={grant.heirs.map((heir) => ({ value: heir.id, label: heir.name }))}
          value={chosen?.id ?? ''}
          onChange={(event) => setChosen(grant.heirs.find((heir) => heir.id === event.currentTarget.value) ?? null)}
        />
      ) : (
        <UnitPicker label={<span className="small">{t('ended.no_heir')}</span>} value={chosen} onChange={setChosen} />
      )}
      <div>{act}</div>
    </div>
  );
}
