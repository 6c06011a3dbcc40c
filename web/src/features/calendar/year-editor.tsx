// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import type { CalendarYear } from './calendar.api.ts';
import css from './calendar.module.css';
import { DayEditor } from './day-editor.tsx';
import { MonthGrid } from './month-grid.tsx';
import { SaveYear } from './save-year.tsx';
import { draftOf, type MarkedDay, weekdayOf, type YearDraft } from './year-draft.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The year with its days; changes stay in the draft until they are shown and saved. */
export function YearEditor({ year, editable }: { readonly year: CalendarYear; readonly editable: boolean }) {
  const { t } = useTranslation('calendar');
  const [draft, setDraft] = useState<YearDraft>(() => draftOf(year));
  const [changed, setChanged] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const apply = (day: string, mark: MarkedDay | null): void => {
    const next = new Map(draft);
    if (mark) next.set(day, mark);
    else next.delete(day);
    setDraft(next);
    setChanged(true);
  };
  return (
    <>
      <div className={css['layout']}>
        <div className={css['months']}>
          {months.map((month) => (
            <MonthGrid key={month} year={year.year} month={month} draft={draft} chosen={chosen} onChoose={setChosen} />
          ))}
        </div>
        <aside className={`${css['side']} no-print`}>
          {chosen ? (
            <DayEditor
              key={chosen}
              day={chosen}
              mark={draft.get(chosen) ?? null}
              editable={editable}
              onApply={(mark) => apply(chosen, mark)}
            />
          ) : (
            <p className="soft">{t('choose')}</p>
          )}
          {changed ? (
            <div className="stack" style={{ marginTop: 20 }}>
              <p className="strong">{t('unsaved')}</p>
              <Button onClick={() => setSaving(true)}>{t('save', { year: year.year })}</Button>
              <Button
                variant="default"
                onClick={() => {
                  setDraft(draftOf(year));
                  setChanged(false);
                }}
              >
                {t('discard')}
              </Button>
            </div>
          ) : null}
        </aside>
      </div>
      {saving ? <SaveYear year={year} draft={draft} onClose={() => setSaving(false)} /> : null}
      <MarkedDays draft={draft} />
    </>
  );
}

function MarkedDays({ draft }: { readonly draft: YearDraft }) {
  const { t } = useTranslation('calendar');
  const rows = [...draft].map(([day, mark]) => ({ day, ...mark }));
  return (
    <Section title={t('list')}>
      <DataTable
        caption={t('caption')}
        rows={rows}
        rowId={(row) => row.day}
        initialSort={{ column: 'day' }}
        columns={[
          {
            id: 'day',
            header: t('date'),
            names: true,
            value: (row) => row.day,
            cell: (row) => <span className="digits">{formatDay(row.day)}</span>,
          },
          {
            id: 'weekday',
            header: t('weekday_label'),
            value: (row) => weekdayOf(row.day),
            cell: (row) => t(`weekday.${weekdayOf(row.day)}` as 'weekday.1'),
          },
          { id: 'kind', header: t('kind_label'), value: (row) => t(`kind.${row.kind}`) },
          { id: 'what', header: t('what'), value: (row) => row.name || `${t('in_place_of')} ${formatDay(row.inPlaceOf)}` },
          { id: 'source', header: t('source'), hidden: true, value: (row) => row.source },
          { id: 'certainty', header: t('certainty'), hidden: true, value: (row) => row.certainty },
        ]}
        empty={null}
      />
    </Section>
  );
}
