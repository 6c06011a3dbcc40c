// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { type ImportReview, importQuery } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { ImportActs } from './import-acts.tsx';
import { ImportChanges } from './import-changes.tsx';

/** A stored file against the catalogue as of a day. */
export function ImportReviewView({ id }: { readonly id: string }) {
  const [day, setDay] = useState(today());
  const review = useQuery({ ...importQuery(id, day), placeholderData: keepPreviousData });
  return (
    <Loading of={review} lines={8}>
      {(found) => <Review review={found} day={day} isCurrent={!review.isPlaceholderData && !review.isFetching} onDay={setDay} />}
    </Loading>
  );
}

type Props = {
  readonly review: ImportReview;
  readonly day: string;
  readonly isCurrent: boolean;
  readonly onDay: (day: string) => void;
};

function Review({ review, day, isCurrent, onDay }: Props) {
  const { t } = useTranslation('procedures');
  const { draft, errors, changes } = review;
  const isOpen = draft.state === 'open';
  return (
    <div className="stack">
      <p className="strong">
        <Summary review={review} />
      </p>
      {draft.state === 'open' ? null : (
        <p className={css['note']} role="status">
          {t(`imports.settled_${draft.state}`, { by: draft.settledBy ?? '', at: draft.settledAt ? formatInstant(draft.settledAt) : '' })}
          {review.result ? ` ${t('imports.saved', { ...review.result })}` : null}
        </p>
      )}
      {isOpen ? (
        <div style={{ maxWidth: 360 }}>
          <DayInput
            label={t('imports.day')}
            description={t('imports.day_help')}
            required
            value={day}
            onChange={(next) => (next ? onDay(next) : undefined)}
          />
        </div>
      ) : null}
      {review.ignored.length > 0 ? <p className={css['note']}>{t('imports.ignored', { columns: review.ignored.join(', ') })}</p> : null}
      {errors.length > 0 && isOpen ? <Errors errors={errors} /> : null}
      {isOpen ? (
        <Section title={t('imports.changes_title')}>
          {changes.length === 0 ? <p>{t('imports.none')}</p> : <ImportChanges changes={changes} />}
        </Section>
      ) : null}
      {isOpen ? <ImportActs review={review} day={day} isCurrent={isCurrent} /> : null}
    </div>
  );
}

function Summary({ review }: { readonly review: ImportReview }) {
  const { t } = useTranslation('procedures');
  const format = useFormat();
  const count = (...kinds: readonly string[]): string =>
    format.number(review.changes.filter((change) => kinds.includes(change.kind)).length);
  return (
    <>
      {t('imports.summary', {
        name: review.draft.fileName,
        rows: format.number(review.rowCount),
        new: count('new'),
        changed: count('changed', 'returning'),
        unchanged: format.number(review.unchanged),
        missing: count('missing'),
      })}
    </>
  );
}

function Errors({ errors }: { readonly errors: ImportReview['errors'] }) {
  const { t } = useTranslation('procedures');
  const format = useFormat();
  return (
    <Section title={t('imports.errors_title', { count: errors.length, formatted: format.number(errors.length) })}>
      <p role="alert">{t('imports.errors_help')}</p>
      <DataTable
        caption={t('imports.errors_caption')}
        rows={errors}
        rowId={(error) => `${error.row} ${error.column} ${error.problem}`}
        pageSize={100}
        columns={[
          { id: 'row', header: t('imports.row'), numeric: true, names: true, value: (error) => error.row },
          { id: 'column', header: t('imports.column'), value: (error) => error.heading },
          { id: 'value', header: t('imports.value'), width: '30%', value: (error) => error.value || t('sheet.nothing') },
          { id: 'problem', header: t('imports.problem'), width: '44%', value: (error) => error.problem },
        ]}
        empty={null}
      />
    </Section>
  );
}
