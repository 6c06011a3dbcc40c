// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { calendarKey, patternQuery, replaceYear, type YearPattern } from '../calendar.api.ts';
import css from '../calendar.module.css';
import { weekdayOf } from '../year-draft.ts';

/** What of a coming year can be written down already, and what waits for its notice? */
export function YearCreatePage() {
  const { t } = useTranslation('calendar');
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || Number(today().slice(0, 4)) + 1;
  const pattern = useQuery({ ...patternQuery(year), placeholderData: keepPreviousData });
  return (
    <OnlyWith permission="calendar.manage">
      <PageHead
        title={t('create.title', { year })}
        answer={t('create.answer')}
        back={{ to: '/administration/calendar', label: t('title') }}
      />
      <div className={css['due']}>
        <NumberField
          label={t('year')}
          min={2000}
          max={2100}
          value={year}
          onChange={(next) => (Number(next) >= 2000 ? setSearch({ year: String(next) }, { replace: true }) : undefined)}
        />
      </div>
      <Loading of={pattern}>{(data) => <YearForm key={data.year} pattern={data} />}</Loading>
    </OnlyWith>
  );
}

type Owed = { readonly name: string; readonly kind: YearPattern['owed'][number]['kind']; readonly days: string[] };

/** Days of one name and kind told together. */
function owedOf({ owed }: YearPattern): readonly Owed[] {
  const lines: Owed[] = [];
  for (const { name, kind, day } of owed) {
    const line = lines.find((one) => one.name === name && one.kind === kind);
    if (line) line.days.push(day);
    else lines.push({ name, kind, days: [day] });
  }
  return lines;
}

function YearForm({ pattern }: { readonly pattern: YearPattern }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { year, from } = pattern;
  const [source, setSource] = useState(t('create.source_text', { year, from }));
  const save = useMutation({
    mutationFn: () =>
      replaceYear(year, {
        version: 0,
        status: 'draft',
        source: source.trim(),
        certainty: t('create.certainty_text'),
        daysOff: pattern.daysOff.map(({ source: own, ...day }) => ({ ...day, ...(own ? { source: own } : {}) })),
        workedDays: [],
        dryRun: false,
      }),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('create.done', { year }));
      await navigate(`/administration/calendar?year=${year}`);
      await queries.invalidateQueries({ queryKey: calendarKey });
    },
  });
  return (
    <>
      <Section title={t('create.copied', { from, count: pattern.daysOff.length })}>
        <ul className={css['skipped']}>
          {pattern.daysOff.map((one) => (
            <li key={one.day}>
              <span className="digits">{formatDay(one.day)}</span> ({t(`weekday.${weekdayOf(one.day)}` as 'weekday.1')}): {one.name}
              {one.source ? <span className="soft"> · {one.source}</span> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('create.owed', { count: pattern.owed.length })}>
        <p className="soft" style={{ marginBottom: 8 }}>
          {t('create.owed_help', { year })}
        </p>
        <ul className={css['skipped']}>
          {owedOf(pattern).map(({ name, kind, days }) => (
            <li key={`${kind} ${name}`}>
              {name} ({t(`kind.${kind}`)}): {t('create.was', { year: from, days: days.map(formatDay).join(', ') })}
            </li>
          ))}
        </ul>
      </Section>
      <div style={{ height: 24 }} />
      <Form
        verb={t('create.do', { year })}
        pending={save.isPending}
        error={save.error}
        disabled={source.trim() === ''}
        onSubmit={() => save.mutate()}
        wide
      >
        <Textarea
          label={t('source')}
          required
          rows={2}
          maxLength={1000}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <p className="soft">{t('create.final')}</p>
      </Form>
    </>
  );
}
