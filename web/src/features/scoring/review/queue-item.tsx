// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { appraiseItem, cycleKey, type Sheet, type SheetItem, sheetQuery } from '../cycle/cycle.api.ts';
import { ItemPanel } from '../cycle/item-panel.tsx';
import type { Queue } from './review.api.ts';
import css from './review.module.css';
import { useQueueKeys } from './use-queue-keys.ts';

type Props = {
  readonly stage: Queue['stage'];
  readonly sheetId: string;
  readonly itemCode: string;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
};

/** One item of the queue: accept the self-score, or give another one with its reason. */
export function QueueItem({ sheetId, itemCode, ...rest }: Props) {
  const sheet = useQuery(sheetQuery(sheetId));
  return (
    <Loading of={sheet}>
      {(data) => {
        const item = data.items.find(({ code }) => code === itemCode);
        return item ? <Open sheet={data} item={item} {...rest} /> : null;
      }}
    </Loading>
  );
}

type OpenProps = Omit<Props, 'sheetId' | 'itemCode'> & { readonly sheet: Sheet; readonly item: SheetItem };

function Open({ sheet, item, stage, onNext, onPrevious }: OpenProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const queries = useQueryClient();
  const latest = (of: 'self' | 'appraised_1') => item.scores.findLast((score) => score.stage === of);
  const self = latest('self');
  const accept = useMutation({
    mutationFn: () => {
      if (!self) throw new TypeError('there is nothing to accept');
      const seen = latest('appraised_1')?.sequence ?? 0;
      return appraiseItem(sheet.unit.id, { itemCode: item.code, stage: 'appraised_1', input: self.input, note: null, seen });
    },
    onSuccess: async ({ points }) => {
      toastDone(t('queue.accepted', { code: item.code, points: format.number(points) }));
      onNext();
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
    onError: () => queries.invalidateQueries({ queryKey: cycleKey }),
  });
  const mayAccept = stage === 'appraised_1' && self !== undefined && sheet.acts.includes('appraise_1') && item.mayAppraise;
  const act = (): void => {
    if (mayAccept && !accept.isPending) accept.mutate();
  };
  useQueueKeys({ accept: act });
  return (
    <>
      <p>
        <Link to={`/scoring/sheets/${sheet.unit.id}?item=${encodeURIComponent(item.code)}`}>{sheet.unit.authorityName}</Link>
      </p>
      <div className={`row ${css['steps']}`}>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="Alt+ArrowUp" onClick={onPrevious}>
          {t('queue.previous')}
        </Button>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="Alt+ArrowDown" onClick={onNext}>
          {t('queue.next')}
        </Button>
        {mayAccept ? (
          <Button size="compact-sm" aria-keyshortcuts="Alt+Enter" loading={accept.isPending} onClick={act}>
            {t('queue.accept', { points: format.number(self.points) })}
          </Button>
        ) : null}
      </div>
      <p className={`small soft ${css['keys']}`}>{t(mayAccept ? 'queue.keys' : 'queue.keys_move')}</p>
      <ProblemNotice error={accept.error} />
      <ItemPanel sheet={sheet} item={item} />
    </>
  );
}
