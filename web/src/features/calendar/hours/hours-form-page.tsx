// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { UnitPicker } from '../../units/index.ts';
import { calendarKey, changeHours, gapsQuery, type HoursRow, hoursQuery } from '../calendar.api.ts';
import css from '../calendar.module.css';
import { countedMinutes, spansOf, type WeekHours, weekOf, wrongHalves } from './hours-draft.ts';
import { WeekFields } from './week-fields.tsx';

/** Office hours from a day on, of all units or of one. */
export function HoursFormPage() {
  const hours = useQuery(hoursQuery);
  const gaps = useQuery(gapsQuery);
  return (
    <OnlyWith permission="calendar.manage">
      <Loading page of={hours}>
        {({ rows }) => <Loading of={gaps}>{({ mayChange }) => <HoursForm rows={rows} mayGeneral={mayChange} />}</Loading>}
      </Loading>
    </OnlyWith>
  );
}

function inForce(rows: readonly HoursRow[], unitId: string | null, day: string): readonly HoursRow[] {
  return rows.filter((row) => row.unitId === unitId && row.validFrom <= day && (row.validTo === null || day <= row.validTo));
}

type Draft = {
  readonly whose: 'general' | 'unit' | 'back';
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly validFrom: string;
  readonly source: string;
  readonly week: WeekHours;
};

function HoursForm({ rows, mayGeneral }: { readonly rows: readonly HoursRow[]; readonly mayGeneral: boolean }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => ({
    whose: mayGeneral ? 'general' : 'unit',
    unit: null,
    validFrom: '',
    source: '',
    week: weekOf(inForce(rows, null, today())),
  }));
  const wrong = wrongHalves(draft.week);
  const spans = draft.whose === 'back' ? [] : spansOf(draft.week);
  const save = useMutation({
    mutationFn: () =>
      changeHours({
        unitId: draft.whose === 'general' ? null : (draft.unit?.id ?? null),
        validFrom: draft.validFrom,
        source: draft.source.trim(),
        week: spans,
      }),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('hours.done', { day: formatDay(draft.validFrom) }));
      await queries.invalidateQueries({ queryKey: calendarKey });
      await navigate('/administration/working-hours');
    },
  });
  const isWhole =
    draft.validFrom !== '' &&
    draft.source.trim() !== '' &&
    (draft.whose === 'general' || draft.unit !== null) &&
    (draft.whose === 'back' || (wrong.length === 0 && spans.length > 0));
  return (
    <>
      <PageHead
        title={t('hours.set')}
        answer={t('hours.set_answer')}
        back={{ to: '/administration/working-hours', label: t('hours.title') }}
      />
      <Form
        verb={t('hours.save')}
        pending={save.isPending}
        error={save.error}
        disabled={!isWhole}
        asksMore
        onSubmit={() => save.mutate()}
        wide
      >
        <HoursFields rows={rows} mayGeneral={mayGeneral} draft={draft} onDraft={setDraft} />
      </Form>
    </>
  );
}

type FieldsProps = {
  readonly rows: readonly HoursRow[];
  readonly mayGeneral: boolean;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
};

function HoursFields({ rows, mayGeneral, draft, onDraft }: FieldsProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const spans = spansOf(draft.week);
  const chooseUnit = (unit: Draft['unit']): void => {
    const own = unit ? inForce(rows, unit.id, today()) : [];
    onDraft({ ...draft, unit, week: weekOf(own.length > 0 ? own : inForce(rows, null, today())) });
  };
  return (
    <>
      <NativeSelect
        label={t('hours.whose')}
        data={(mayGeneral ? (['general', 'unit', 'back'] as const) : (['unit', 'back'] as const)).map((value) => ({
          value,
          label: t(`hours.whose_${value}`),
        }))}
        value={draft.whose}
        onChange={({ currentTarget: { value } }) => onDraft({ ...draft, whose: value === 'general' || value === 'back' ? value : 'unit' })}
      />
      {draft.whose === 'general' ? null : (
        <UnitPicker label={t('hours.unit')} required asOf={draft.validFrom || today()} value={draft.unit} onChange={chooseUnit} />
      )}
      <div className={css['pair']}>
        <DayInput
          label={t('hours.valid_from')}
          required
          value={draft.validFrom}
          onChange={(validFrom) => onDraft({ ...draft, validFrom })}
        />
        <TextInput
          label={t('hours.source')}
          required
          maxLength={1000}
          value={draft.source}
          onChange={(event) => onDraft({ ...draft, source: event.currentTarget.value })}
        />
      </div>
      {draft.whose === 'back' ? (
        <p className="soft">{t('hours.back_help')}</p>
      ) : (
        <>
          <WeekFields week={draft.week} wrong={wrongHalves(draft.week)} onWeek={(week) => onDraft({ ...draft, week })} />
          <p>
            {t('hours.counted', { hours: format.number(countedMinutes(spans) / 60) })}{' '}
            {spans.some((span) => span.weekday > 5) ? t('hours.weekend') : ''}
          </p>
        </>
      )}
    </>
  );
}
