// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { IconDots } from '../../../shared/ui/icons.ts';
import { ActMenu } from '../model/act-menu.tsx';
import { type ProcedureSheet, proceduresKey, type Version, withdrawVersion } from '../model/procedures.api.ts';
import { EndDialog } from './end-dialog.tsx';
import { OnlineDialog } from './online-dialog.tsx';

type Act = 'online' | 'end' | 'withdraw';

/** The last version, where it has not begun. */
function comingVersion(sheet: ProcedureSheet): Version | undefined {
  return sheet.versions.find((version) => !version.isWithdrawn && version.validFrom > today());
}

/** What may be done with the procedure by who keeps it. */
export function ProcedureActs({ sheet }: { readonly sheet: ProcedureSheet }) {
  const { t } = useTranslation('procedures');
  const [act, setAct] = useState<Act | null>(null);
  const coming = comingVersion(sheet);
  const close = (): void => setAct(null);
  return (
    <>
      <ActMenu
        label={t('act.more')}
        icon={<IconDots size={16} aria-hidden="true" />}
        items={[
          { label: t('act.online'), onSelect: () => setAct('online') },
          ...(coming ? [{ label: t('act.withdraw'), onSelect: () => setAct('withdraw') }] : []),
          { label: t('act.end'), onSelect: () => setAct('end') },
        ]}
      />
      <Button component={Link} to={`/procedures/${sheet.id}/version`}>
        {t('act.new_version')}
      </Button>
      {act === 'online' ? <OnlineDialog sheet={sheet} onClose={close} /> : null}
      {act === 'end' ? <EndDialog sheet={sheet} onClose={close} /> : null}
      {act === 'withdraw' && coming ? <WithdrawDialog sheet={sheet} version={coming} onClose={close} /> : null}
    </>
  );
}

type WithdrawProps = { readonly sheet: ProcedureSheet; readonly version: Version; readonly onClose: () => void };

function WithdrawDialog({ sheet, version, onClose }: WithdrawProps) {
  const { t } = useTranslation('procedures');
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawVersion(sheet.id, { version: sheet.version, reason }),
    onSuccess: async () => {
      onClose();
      toastDone(t('act.withdrawn', { number: version.number }));
      await queries.invalidateQueries({ queryKey: proceduresKey });
    },
  });
  return (
    <Confirm
      opened
      title={t('act.withdraw_title', { number: version.number })}
      verb={t('act.withdraw')}
      reasonLabel={t('act.withdraw_reason')}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
    >
      <p>{t('act.withdraw_text', { day: formatDay(version.validFrom) })}</p>
    </Confirm>
  );
}
