// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { figuresKey } from '../figures.api.ts';
import { sendSheet, sheetsQuery, type WaitingSheet } from './imports.api.ts';
import { SheetReviewView } from './sheet-review.tsx';

const mostBytes = 10 * 1_048_576;

/** What would a filled sheet change? Nothing is recorded before that has been seen. */
export function FigureImportPage() {
  return (
    <OnlyWith permission="figures.enter">
      <Import />
    </OnlyWith>
  );
}

function Import() {
  const { t } = useTranslation('figures');
  const [address, setAddress] = useSearchParams();
  const draft = address.get('draft');
  const open = (id: string | null): void => setAddress(id ? { draft: id } : {});
  return (
    <>
      <PageHead
        title={t('exchange.title')}
        answer={t('exchange.answer')}
        back={{ to: '/figures', label: t('title') }}
        action={
          draft ? (
            <Button variant="default" onClick={() => open(null)}>
              {t('exchange.another')}
            </Button>
          ) : null
        }
      />
      {draft ? (
        <SheetReviewView key={draft} id={draft} />
      ) : (
        <>
          <Sender onSent={open} />
          <Waiting onOpen={open} />
        </>
      )}
    </>
  );
}

function Sender({ onSent }: { readonly onSent: (id: string) => void }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => sendSheet(file, (part) => setProgress({ name: file.name, part })),
    onSuccess: async (review) => {
      await client.invalidateQueries({ queryKey: [...figuresKey, 'imports'] });
      onSent(review.draft.id);
    },
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack" style={{ maxWidth: 760 }}>
      <FileDrop
        accept=".xlsx"
        maxBytes={mostBytes}
        hint={t('exchange.hint')}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending}
      />
      <ProblemNotice error={send.error} />
    </div>
  );
}

function Waiting({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const waiting = useQuery(sheetsQuery);
  const columns: readonly Column<WaitingSheet>[] = [
    { id: 'file', header: t('exchange.file'), names: true, value: (row) => row.fileName },
    { id: 'unit', header: t('column.unit'), value: (row) => row.unitName },
    { id: 'who', header: t('column.who'), value: (row) => row.createdByName },
    { id: 'when', header: t('column.when'), value: (row) => row.createdAt, cell: (row) => format.instant(row.createdAt) },
  ];
  return (
    <Section title={t('exchange.waiting')}>
      <Loading of={waiting} lines={2}>
        {(answer) => (
          <DataTable
            caption={t('exchange.waiting')}
            columns={columns}
            rows={answer.rows}
            rowId={(row) => row.id}
            onOpen={(row) => onOpen(row.id)}
            empty={<Empty title={t('exchange.none')}>{t('exchange.none_help')}</Empty>}
          />
        )}
      </Loading>
    </Section>
  );
}
