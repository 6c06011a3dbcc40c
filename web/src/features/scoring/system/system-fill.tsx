// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { cycleKey, fillSystem } from '../cycle/cycle.api.ts';
import { JudgedList } from './judged-list.tsx';

/** Fills the items of the system from figures, and tells what was judged otherwise and therefore left as it is. */
export function SystemFill({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const queries = useQueryClient();
  const fill = useMutation({
    mutationFn: () => fillSystem(roundId),
    onSuccess: () => queries.invalidateQueries({ queryKey: cycleKey }),
  });
  return (
    <div className="no-print">
      <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate()}>
        {t('fill.verb')}
      </Button>
      <ProblemNotice error={fill.error} />
      {fill.data ? (
        <div role="status">
          <p className="small">
            {t('fill.done', {
              filled: format.number(fill.data.filled),
              unchanged: format.number(fill.data.unchanged),
              without: format.number(fill.data.withoutFigure),
            })}
          </p>
          <JudgedList {...fill.data} />
        </div>
      ) : null}
    </div>
  );
}
