// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import css from '../inspections.module.css';
import { inspectionsKey, planVisit } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';

const entryLine = /^\s*(.{1,40}?)\s+[-–]\s+(.+?)\s*$/;

/** The first written line that is no entry, so that nothing typed is dropped in silence. */
function unreadLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '' && !entryLine.test(line));
}

/** Lines such as `08:00 - Họp công bố quyết định` as entries of a timetable. */
export function timetableOf(text: string): { at: string; what: string }[] {
  return text.split('\n').flatMap((line) => {
    const match = entryLine.exec(line);
    return match?.[1] && match[2] ? [{ at: match[1], what: match[2] }] : [];
  });
}

export function PlanForm({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [visitOn, setVisitOn] = useState(visit.visitOn ?? '');
  const [visitTo, setVisitTo] = useState(visit.visitTo ?? '');
  const [place, setPlace] = useState(visit.place ?? '');
  const [timetable, setTimetable] = useState(visit.timetable.map((entry) => `${entry.at} - ${entry.what}`).join('\n'));
  const unread = unreadLine(timetable);
  const save = useMutation({
    mutationFn: () =>
      planVisit(visit.id, {
        version: visit.version,
        visitOn: visitOn || null,
        visitTo: visitTo || null,
        place: place.trim() || null,
        timetable: timetableOf(timetable),
      }),
    onSuccess: async () => {
      toastDone(t('visit.plan_saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  if (!opened) {
    return (
      <div className="no-print" style={{ marginTop: 16 }}>
        <Button size="xs" variant="default" onClick={() => setOpened(true)}>
          {t('visit.plan_edit')}
        </Button>
      </div>
    );
  }
  return (
    <div style={{ marginTop: 16 }}>
      <Form
        verb={t('common:action.save')}
        pending={save.isPending}
        error={save.error}
        disabled={unread !== undefined}
        onSubmit={() => save.mutate()}
        secondary={
          <Button variant="default" onClick={() => setOpened(false)}>
            {t('common:action.cancel')}
          </Button>
        }
      >
        <div className={css['pair']}>
          <DayInput label={t('visit.from')} value={visitOn} onChange={setVisitOn} />
          <DayInput label={t('visit.to')} value={visitTo} onChange={setVisitTo} />
        </div>
        <TextInput label={t('visit.place')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <Textarea
          label={t('visit.timetable')}
          description={t('visit.timetable_help')}
          rows={5}
          error={unread === undefined ? null : t('visit.timetable_unread', { line: unread.trim() })}
          value={timetable}
          onChange={(event) => setTimetable(event.currentTarget.value)}
        />
      </Form>
    </div>
  );
}
