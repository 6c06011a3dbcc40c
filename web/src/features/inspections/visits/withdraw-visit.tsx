// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { inspectionsKey, visitQuery, withdrawVisit } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';

/** Takes the unit off its round before it is inspected. */
export function WithdrawVisit({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawVisit(visit.id, { version: visit.version, reason }),
    onSuccess: async () => {
      toastDone(t('withdraw.done', { unit: visit.unitName }));
      await navigate(`/inspections/${visit.roundId}`);
      queries.removeQueries(visitQuery(visit.id));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <div className="no-print" style={{ marginTop: 12 }}>
      <Button fullWidth variant="subtle" color="gray" c="var(--ink-soft)" size="compact-sm" onClick={() => setAsking(true)}>
        {t('withdraw.act')}
      </Button>
      <Confirm
        opened={asking}
        title={t('withdraw.title', { unit: visit.unitName })}
        verb={t('withdraw.act')}
        reasonLabel={t('withdraw.reason')}
        pending={withdraw.isPending}
        error={withdraw.error}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => withdraw.mutate(reason)}
      >
        <p>{t('withdraw.text')}</p>
      </Confirm>
    </div>
  );
}
