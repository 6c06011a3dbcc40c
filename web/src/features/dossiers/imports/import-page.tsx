// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Facts, PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { CountFigure } from './count-figure.tsx';
import { FaultTable } from './fault-table.tsx';
import { ImportDecision } from './import-decision.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportState } from './import-state.tsx';
import { cancelImport, type Import, importQuery, importsKey, readAgain } from './imports.api.ts';
import css from './imports.module.css';

export function ImportPage() {
  return (
    <OnlyWith permission="dossiers.import">
      <ImportById />
    </OnlyWith>
  );
}

function ImportById() {
  const { id = '' } = useParams();
  return (
    <Loading of={useQuery(importQuery(id))} page>
      {(one) => <ImportSheet one={one} />}
    </Loading>
  );
}

/** What did the file hold, what is wrong with it, and what shall be written? */
function ImportSheet({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const isOpen = one.state === 'checked' || one.state === 'uploaded';
  return (
    <>
      <PageHead
        title={one.fileName}
        answer={<Answer one={one} />}
        back={{ to: '/dossiers/imports', label: t('title') }}
        action={<Acts one={one} />}
      />
      <FileFacts one={one} />
      {one.isWorking ? <ImportProgress one={one} /> : null}
      {one.failure ? (
        <p className={css['failure']} role="alert">
          {one.failure.sentence}
        </p>
      ) : null}
      {one.state === 'applied' ? <ImportResult one={one} /> : null}
      {one.state === 'uploaded' ? <ColumnMapping key={one.state} one={one} /> : null}
      {one.state === 'checked' ? <ImportDecision one={one} /> : null}
      {one.faults > 0 && !one.isWorking ? <FaultTable one={one} /> : null}
      {one.shape && one.state !== 'uploaded' && !one.isWorking ? (
        <details className={css['columns']}>
          <summary>{t('columns.shown', { count: one.shape.plan.filter(Boolean).length, of: one.shape.headers.length })}</summary>
          <ColumnMapping key={one.state} one={one} closed={!isOpen && one.state !== 'failed' && one.state !== 'cancelled'} />
        </details>
      ) : null}
    </>
  );
}

function Answer({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const rows = { read: format.number(one.rowsRead), good: format.number(one.rowsGood), bad: format.number(one.rowsBad) };
  const result = { inserted: format.number(one.inserted ?? 0), updated: format.number(one.updated ?? 0) };
  const key = one.state === 'checked' ? (one.rowsBad > 0 ? 'checked_bad' : 'checked_good') : one.state;
  return <>{t(`answer_of.${key}`, { ...rows, ...result, unit: one.unitName })}</>;
}

function FileFacts({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const form = one.shape?.form;
  const formWords = form
    ? [`.${form.kind}`, form.encoding?.toUpperCase(), form.delimiter ? t('delimiter', { mark: delimiterOf(form.delimiter) }) : null]
    : [];
  const facts: (readonly [string, ReactNode])[] = [
    [t('fact.state'), <ImportState key="state" state={one.state} />],
    [t('fact.unit'), one.unitName],
    [t('fact.sent'), `${format.instant(one.createdAt)}, ${one.createdByName}`],
    [t('fact.size'), [format.bytes(one.sizeBytes), ...formWords].filter(Boolean).join(' · ')],
  ];
  const isRead = one.rowsRead > 0 && !one.isWorking;
  const counts: (readonly [string, ReactNode])[] = isRead
    ? [
        [t('count.rowsRead'), <CountFigure key="read" of={one} what="rowsRead" />],
        [t('count.rowsGood'), <CountFigure key="good" of={one} what="rowsGood" />],
        [t('count.rowsBad'), <CountFigure key="bad" of={one} what="rowsBad" />],
      ]
    : [];
  const settled: (readonly [string, ReactNode])[] =
    one.settledAt && one.settledByName
      ? [[t(`settled.${one.state === 'applied' ? 'applied' : 'other'}`), `${format.instant(one.settledAt)}, ${one.settledByName}`]]
      : [];
  return <Facts of={[...facts, ...counts, ...settled]} />;
}

function delimiterOf(mark: string): string {
  return mark === '\t' ? 'Tab' : mark;
}

/** What may be done with the file as a whole: give it up, or read it again. */
function Acts({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }) };
  const cancel = useMutation({ mutationFn: () => cancelImport(one.id), ...done, onSettled: () => setAsks(false) });
  const again = useMutation({ mutationFn: () => readAgain(one.id), ...done });
  const canCancel = one.state === 'reading' || one.state === 'checked' || one.state === 'uploaded';
  const canRead = one.state === 'checked' || one.state === 'failed' || one.state === 'cancelled';
  return (
    <>
      {canRead ? (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('read_again')}
        </Button>
      ) : null}
      {canCancel ? (
        <Button variant="default" disabled={one.cancelAsked} onClick={() => setAsks(true)}>
          {t(one.state === 'reading' ? 'stop' : 'give_up')}
        </Button>
      ) : null}
      {asks ? (
        <Confirm
          opened
          title={t(one.state === 'reading' ? 'stop' : 'give_up')}
          verb={t(one.state === 'reading' ? 'stop' : 'give_up')}
          pending={cancel.isPending}
          error={cancel.error}
          onConfirm={() => cancel.mutate()}
          onClose={() => setAsks(false)}
        >
          <p>{t('give_up_text')}</p>
        </Confirm>
      ) : null}
    </>
  );
}
