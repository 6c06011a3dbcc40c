// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { type CalendarYear, calendarKey, replaceYear } from './calendar.api.ts';
import { bodyOf, draftOf } from './year-draft.ts';

/** Says on which notice a year rests, and confirms it, so that deadlines are counted with it. */
export function YearStanding({ year, onClose }: { readonly year: CalendarYear; readonly onClose: () => void }) {
  const { t } = useTranslation(['calendar', 'common']);
  const queries = useQueryClient();
  const [status, setStatus] = useState<CalendarYear['status']>('confirmed');
  const [source, setSource] = useState(year.source);
  const [certainty, setCertainty] = useState(year.certainty);
  const save = useMutation({
    mutationFn: () =>
      replaceYear(year.year, bodyOf({ ...year, status, source: source.trim(), certainty: certainty.trim() }, draftOf(year), false)),
    onSuccess: async () => {
      onClose();
      toastDone(t('saved', { year: year.year }));
      await queries.invalidateQueries({ queryKey: calendarKey });
    },
  });
  // A draft rests on no notice yet, so confirming it owes the notice that it follows now.
  const owesNotice = year.status === 'draft' && status === 'confirmed' && source.trim() === year.source;
  const isChanged = status !== year.status || source.trim() !== year.source || certainty.trim() !== year.certainty;
  return (
    <Dialog onClose={onClose} title={t('standing.title', { year: year.year })} centered>
      <Form
        verb={t('standing.save')}
        pending={save.isPending}
        error={save.error}
        disabled={!isChanged || owesNotice || source.trim() === '' || certainty.trim() === ''}
        onSubmit={() => save.mutate()}
        secondary={
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
        }
      >
        <NativeSelect
          label={t('status')}
          description={t('standing.status_help')}
          data={[
            { value: 'draft', label: t('statuses.draft') },
            { value: 'confirmed', label: t('statuses.confirmed') },
          ]}
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value === 'confirmed' ? 'confirmed' : 'draft')}
        />
        <Textarea
          label={t('source')}
          description={owesNotice ? t('standing.source_owed', { year: year.year }) : null}
          required
          rows={3}
          maxLength={1000}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Textarea
          label={t('certainty')}
          required
          rows={2}
          maxLength={500}
          value={certainty}
          onChange={(event) => setCertainty(event.currentTarget.value)}
        />
        {status === 'confirmed' && year.status === 'draft' ? <p>{t('standing.confirm_text', { year: year.year })}</p> : null}
      </Form>
    </Dialog>
  );
}
