// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Progress } from '@mantine/core';
import '@mantine/core/styles/Progress.layer.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { cancelExport, exportsQuery, type FigureExport, startExport } from './cross.api.ts';
import css from './cross.module.css';
import { YearInput } from './cross-choices.tsx';

type Props = { readonly unit: { readonly id: string; readonly name: string }; readonly year: string };
type Kind = FigureExport['question']['periodKind'];

const kinds: readonly Exclude<Kind, 'days'>[] = ['month', 'quarter', 'half', 'year', 'legal'];

/** The whole table of a unit and all below it, over years, written in the background. */
export function ExportsPart({ unit, year }: Props) {
  const { t } = useTranslation('cross-table');
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('month');
  const [years, setYears] = useState<readonly [from: string, to: string] | null>(null);
  const [from, to] = years ?? [year, year];
  const list = useQuery(exportsQuery);
  const start = useMutation({
    mutationFn: () => startExport({ unitId: unit.id, periodKind: kind, fromYear: Number(from), toYear: Number(to) }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  return (
    <section className="no-print" aria-labelledby="exports">
      <h2 id="exports">{t('export.title')}</h2>
      <p className="soft">{t('export.help', { unit: unit.name })}</p>
      <div className={css['choices']}>
        <NativeSelect
          label={t('period_kind')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
        <YearInput label={t('from_year')} value={from} onChange={(next) => setYears([next, to])} />
        <YearInput label={t('to_year')} value={to} onChange={(next) => setYears([from, next])} />
        <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
          {t('export.start')}
        </Button>
      </div>
      {start.error ? <ProblemNotice error={start.error} /> : null}
      <Loading of={list}>
        {({ rows }) =>
          rows.length === 0 ? null : (
            <ul className={css['exports']}>
              {rows.map((one) => (
                <ExportLine key={one.id} of={one} />
              ))}
            </ul>
          )
        }
      </Loading>
    </section>
  );
}

function ExportLine({ of }: { readonly of: FigureExport }) {
  const { t } = useTranslation('cross-table');
  const format = useFormat();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelExport(of.id),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  const { fromYear, toYear, periodKind } = of.question;
  const name = t('export.name', { kind: t(`kind.${periodKind as 'month'}`), from: fromYear, to: toYear });
  const counted = { done: format.number(of.rowsDone), total: format.number(of.rowsTotal) };
  const isUnderWay = of.state === 'waiting' || of.state === 'running';
  return (
    <li>
      <span>{name}</span>
      <span role="status">
        {t(`export.state.${of.state}`, counted)} {of.problem ?? ''}
      </span>
      {isUnderWay ? (
        <>
          <Progress value={of.rowsTotal === 0 ? 0 : (100 * of.rowsDone) / of.rowsTotal} aria-label={name} className={css['bar'] ?? ''} />
          <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('export.cancel')}
          </Button>
        </>
      ) : null}
      {of.state === 'done' ? (
        <a href={`/api/figures/exports/${of.id}/file.xlsx`} download>
          {t('export.download', { size: format.number(Math.max(1, Math.round((of.sizeBytes ?? 0) / 1_048_576))) })}
        </a>
      ) : null}
      {cancel.error ? <ProblemNotice error={cancel.error} /> : null}
    </li>
  );
}
