// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { type DeadlineRule, endRule, rulesKey, withdrawRule } from './rules.api.ts';

type Props = { readonly kind: 'end' | 'withdraw'; readonly rule: DeadlineRule; readonly onClose: () => void };

/** Gives a version its last day, or takes back one that has not begun; both owe a reason. */
export function RuleAct({ kind, rule, onClose }: Props) {
  const { t } = useTranslation('rules');
  const queries = useQueryClient();
  const [validTo, setValidTo] = useState(rule.validTo ?? today());
  const { version } = rule;
  const act = useMutation({
    mutationFn: (reason: string) =>
      kind === 'end' ? endRule(rule.id, { version, reason, validTo }) : withdrawRule(rule.id, { version, reason }),
    onSuccess: async () => {
      toastDone(t(`done_${kind}`, { day: formatDay(validTo) }));
      onClose();
      await queries.invalidateQueries({ queryKey: rulesKey });
    },
  });
  const name = t(`names.${rule.code}`);
  return (
    <Confirm
      opened
      title={t(`${kind}_title`, { name })}
      verb={t(kind)}
      reasonLabel={t('reason')}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={(reason) => act.mutate(reason)}
    >
      <p>{t(`${kind}_help`)}</p>
      {kind === 'end' ? (
        <DayInput label={t('last_day')} required value={validTo} onChange={(day) => setValidTo(day || rule.validTo || today())} />
      ) : null}
    </Confirm>
  );
}
