// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { Confirm } from '../../shared/ui/feedback/confirm.tsx';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { type CalendarYear, calendarKey, replaceYear } from './calendar.api.ts';
import { bodyOf, type YearDraft } from './year-draft.ts';

/** Shows what the changed year would alter, before it is saved. */
export function SaveYear({
  year,
  draft,
  onClose,
}: {
  readonly year: CalendarYear;
  readonly draft: YearDraft;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  const trial = useQuery({
    queryKey: [...calendarKey, 'trial', year.year],
    queryFn: () => replaceYear(year.year, bodyOf(year, draft, true)),
    gcTime: 0,
    staleTime: 0,
  });
  const save = useMutation({
    mutationFn: () => replaceYear(year.year, bodyOf(year, draft, false)),
    onSuccess: async () => {
      onClose();
      toastDone(t('saved', { year: year.year }));
      await queries.invalidateQueries({ queryKey: calendarKey });
    },
  });
  return (
    <Confirm
      opened
      title={t('confirm', { year: year.year })}
      verb={t('save', { year: year.year })}
      pending={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={() => save.mutate()}
    >
      <p>{t('confirm_text')}</p>
      <Loading of={trial} lines={2}>
        {({ diff, workingDaysTotal, warnings }) => (
          <>
            <p>
              {t('diff', { added: diff.added.length, removed: diff.removed.length, changed: diff.changed.length, total: workingDaysTotal })}
            </p>
            <ul style={{ paddingLeft: 18 }}>
              {warnings.map((warning) => (
                <li key={`${warning.code} ${warning.day}`}>{t(`warning.${warning.code}`, { day: formatDay(warning.day) })}</li>
              ))}
            </ul>
          </>
        )}
      </Loading>
    </Confirm>
  );
}
