// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../shared/format/days.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone, toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { UnitPicker, unitTreeQuery } from '../../units/index.ts';
import { ImportReport } from './import-report.tsx';
import { type Imported, readRun, type Source, type Sources, sendAnswer, serviceIndexKey, sourcesQuery } from './service-index.api.ts';
import { useWords } from './use-words.ts';

const mostBytes = 50 * 1_048_576;

export function IndexImportsPage() {
  return (
    <OnlyWith permission="scoring.import_service_index">
      <Imports />
    </OnlyWith>
  );
}

/** Which answers of the portal were read, and where do its points differ from the computed ones? */
function Imports() {
  const { t } = useWords();
  const sources = useQuery(sourcesQuery);
  const [report, setReport] = useState<readonly Imported[]>([]);
  return (
    <>
      <PageHead
        title={t('imports.title')}
        answer={t('imports.answer')}
        back={{ to: '/scoring/service-index', label: t('national.title') }}
      />
      <Section title={t('imports.send')}>
        <SendFile onRead={(one) => setReport([one])} />
        {report.map((one) => (
          <ImportReport key={one.id} of={one} />
        ))}
      </Section>
      <Loading of={sources}>
        {(data) => (
          <>
            {data.runs.length > 0 ? (
              <Section title={t('imports.runs')} aside={t('imports.runs_aside')}>
                <Runs runs={data.runs} onRead={setReport} />
              </Section>
            ) : null}
            <Section title={t('imports.list')}>
              <SourcesTable rows={data.rows} />
            </Section>
          </>
        )}
      </Loading>
    </>
  );
}

function SendFile({ onRead }: { readonly onRead: (imported: Imported) => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const tree = useQuery(unitTreeQuery(today()));
  const top = tree.data?.rows[0];
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const unit = picked ?? (top ? { id: top.id, name: top.name } : null);
  const [period, setPeriod] = useState('');
  const [asOf, setAsOf] = useState('');
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: (file: File) =>
      sendAnswer({ file, unitId: unit?.id ?? '', period, asOf }, (part) => setProgress({ name: file.name, part })),
    onSuccess: async (imported) => {
      await queries.invalidateQueries({ queryKey: serviceIndexKey });
      onRead(imported);
    },
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack" style={{ maxWidth: 760 }}>
      <UnitPicker label={t('imports.unit')} required value={unit} onChange={setPicked} />
      <TextInput
        label={t('period')}
        description={t('imports.period_help')}
        placeholder="2026-Q3"
        value={period}
        onChange={(event) => setPeriod(event.currentTarget.value.trim())}
      />
      <DayInput label={t('imports.as_of')} value={asOf} onChange={setAsOf} />
      <FileDrop
        accept=".json"
        maxBytes={mostBytes}
        hint={t('imports.hint')}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending || !unit}
      />
      <ProblemNotice error={send.error} />
    </div>
  );
}

function Runs({ runs, onRead }: { readonly runs: Sources['runs']; readonly onRead: (imported: readonly Imported[]) => void }) {
  const { t, format } = useWords();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: readRun,
    onSuccess: async (imported) => {
      await queries.invalidateQueries({ queryKey: serviceIndexKey });
      toastDone(t('imports.run_read', { count: imported.length }));
      onRead(imported);
    },
    onError: toastProblem,
  });
  const columns: readonly Column<Sources['runs'][number]>[] = [
    { id: 'at', header: t('imports.at'), names: true, value: (run) => run.createdAt, cell: (run) => format.instant(run.createdAt) },
    { id: 'state', header: t('imports.state'), value: (run) => t(`imports.run_state.${run.state}`) },
    { id: 'responses', header: t('imports.responses'), numeric: true, value: (run) => run.responses },
    {
      id: 'act',
      header: t('imports.act'),
      acts: true,
      value: () => null,
      cell: (run) => (
        <Button
          size="compact-sm"
          variant="default"
          loading={read.isPending && read.variables === run.id}
          onClick={() => read.mutate(run.id)}
        >
          {t('imports.read_run')}
        </Button>
      ),
    },
  ];
  return <DataTable caption={t('imports.runs')} columns={columns} rows={runs} rowId={(run) => run.id} empty={null} />;
}

/** A count of what was read from a file, with the file, its reader and the moment. */
function Read({ of: source, what }: { readonly of: Source; readonly what: 'rows' | 'differing' }) {
  const { t, format, period } = useWords();
  return (
    <ExplicitFigure
      value={format.number(source[what])}
      label={source.name}
      origin={{
        sentence: t(`imports.${what}_text`, { name: source.name, period: period(source.period) }),
        source: source.note ?? source.name,
        recordedBy: source.createdByName,
        recordedAt: source.createdAt,
        asOf: source.asOf,
        rule: t(`imports.${what}_rule`),
        recordsHref: '/scoring/service-index/units',
      }}
    />
  );
}

function SourcesTable({ rows }: { readonly rows: readonly Source[] }) {
  const { t, format, period } = useWords();
  const columns: readonly Column<Source>[] = [
    { id: 'name', header: t('imports.name'), names: true, value: (row) => row.name, width: '28%' },
    { id: 'kind', header: t('imports.kind_head'), value: (row) => t(`imports.kind.${row.kind}`) },
    { id: 'period', header: t('period'), value: (row) => row.period, cell: (row) => period(row.period) },
    { id: 'asOf', header: t('imports.as_of'), value: (row) => row.asOf, cell: (row) => format.day(row.asOf) },
    { id: 'rows', header: t('imports.rows'), numeric: true, value: (row) => row.rows, cell: (row) => <Read of={row} what="rows" /> },
    {
      id: 'differing',
      header: t('imports.differing'),
      numeric: true,
      value: (row) => row.differing,
      cell: (row) => <Read of={row} what="differing" />,
    },
    { id: 'at', header: t('imports.at'), value: (row) => row.createdAt, cell: (row) => format.instant(row.createdAt) },
    { id: 'by', header: t('imports.by'), value: (row) => row.createdByName },
  ];
  return (
    <DataTable
      caption={t('imports.list')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      filter
      empty={<Empty title={t('imports.empty')}>{t('imports.empty_help')}</Empty>}
    />
  );
}
