// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../shared/format/days.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { figuresKey } from '../figures.api.ts';
import { endRule, type FigureRule } from './rules.api.ts';

/** Ends a rule with a day that is chosen. */
export function EndRule({ rule }: { readonly rule: FigureRule }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const [lastDay, setLastDay] = useState(today);
  const end = useMutation({
    mutationFn: () => endRule(rule.id, lastDay),
    onSuccess: async () => {
      setAsks(false);
      await client.invalidateQueries({ queryKey: figuresKey });
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('rules.end_of', { code: rule.code })} onClick={() => setAsks(true)}>
        {t('rules.end')}
      </Button>
      <Confirm
        opened={asks}
        title={t('rules.end_of', { code: rule.code })}
        verb={t('rules.end')}
        pending={end.isPending}
        error={end.error}
        onConfirm={() => end.mutate()}
        onClose={() => setAsks(false)}
      >
        <p>{rule.sentence}</p>
        <DayInput label={t('rules.last_day')} value={lastDay} onChange={setLastDay} />
        <p className="small soft">{t('rules.end_help')}</p>
      </Confirm>
    </>
  );
}
