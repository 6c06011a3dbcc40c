// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { type ClockRule, clockRulesKey, withdrawRule } from './clock-rules.api.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Takes back a change that has not begun; it stays in the list with its reason. */
export function RuleWithdrawDialog({ rule, onClose }: { readonly rule: ClockRule; readonly onClose: () => void }) {
  const { t } = useTranslation('clock');
  const words = useRuleWords();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawRule(rule.id, { version: rule.version, reason }),
    onSuccess: async () => {
      toastDone(t('withdrawn'));
      onClose();
      await queries.invalidateQueries({ queryKey: clockRulesKey });
    },
  });
  return (
    <Confirm
      opened
      title={words.name(rule)}
      verb={t('withdraw')}
      reasonLabel={t('reason')}
      pending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate(reason)}
    >
      <p>{t('withdraw_help', { day: formatDay(rule.validFrom) })}</p>
    </Confirm>
  );
}
