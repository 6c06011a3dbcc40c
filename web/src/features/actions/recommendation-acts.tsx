// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../shared/api/files.ts';
import { Confirm } from '../../shared/ui/feedback/confirm.tsx';
import { toastDone } from '../../shared/ui/feedback/toasts.tsx';
import { FileSender } from '../../shared/ui/form/file-sender.tsx';
import { Form } from '../../shared/ui/form/form.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import {
  followUp,
  type RecommendationMove,
  type RecommendationSheet,
  recommendationsKey,
  reportRemediation,
  startRemediation,
} from './actions.api.ts';

type DirectMove = Exclude<RecommendationMove, 'report'>;

function isDirect(move: RecommendationMove): move is DirectMove {
  return move !== 'report';
}

/** The moves that are the reader's own, as the server names them. */
export function RecommendationActs({ sheet }: { readonly sheet: RecommendationSheet }) {
  const { t } = useTranslation('actions');
  const queries = useQueryClient();
  const [asking, setAsking] = useState<DirectMove | null>(null);
  const move = useMutation({
    mutationFn: ({ to, note }: { to: DirectMove; note: string }) =>
      to === 'start'
        ? startRemediation(sheet.id, sheet.version)
        : followUp(sheet.id, { version: sheet.version, move: to, note: note || null }),
    onSuccess: async (_, { to }) => {
      setAsking(null);
      toastDone(t('move_done', { move: t(`move.${to}`) }));
      await queries.invalidateQueries({ queryKey: recommendationsKey });
    },
  });
  const direct = sheet.moves.filter(isDirect);
  if (sheet.moves.length === 0) return null;
  return (
    <>
      {sheet.moves.includes('report') ? <ReportForm sheet={sheet} /> : null}
      <div className="row no-print" style={{ marginTop: 20 }}>
        {direct.map((one) => (
          <Button key={one} variant={one === 'accept' ? 'filled' : 'default'} onClick={() => setAsking(one)}>
            {t(`move.${one}`)}
          </Button>
        ))}
      </div>
      {asking ? (
        <Confirm
          opened
          title={t(`move.${asking}`)}
          verb={t(`move.${asking}`)}
          reasonLabel={asking === 'start' || (asking === 'accept' && sheet.evidenceCount > 0) ? undefined : t('note')}
          pending={move.isPending}
          error={move.error}
          onClose={() => setAsking(null)}
          onConfirm={(note) => move.mutate({ to: asking, note })}
        >
          <p>{sheet.text}</p>
        </Confirm>
      ) : null}
    </>
  );
}

function ReportForm({ sheet }: { readonly sheet: RecommendationSheet }) {
  const { t } = useTranslation('actions');
  const queries = useQueryClient();
  const [text, setText] = useState(sheet.reportText ?? '');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const send = useMutation({
    mutationFn: () =>
      reportRemediation(sheet.id, { version: sheet.version, text: text.trim(), evidenceFileIds: files.map((file) => file.id) }),
    onSuccess: async () => {
      toastDone(t('move_done', { move: t('move.report') }));
      await queries.invalidateQueries({ queryKey: recommendationsKey });
    },
  });
  return (
    <Section title={t('move.report')}>
      <Form
        verb={t('move.report')}
        pending={send.isPending}
        error={send.error}
        disabled={text.trim() === ''}
        onSubmit={() => send.mutate()}
        wide
      >
        <Textarea label={t('report_label')} rows={5} required value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <FileSender unitId={sheet.unitId} hint={t('add_file')} onStored={(file) => setFiles((now) => [...now, file])} />
        {files.length > 0 ? (
          <ul style={{ paddingLeft: 18 }}>
            {files.map((file) => (
              <li key={file.id}>{file.name}</li>
            ))}
          </ul>
        ) : null}
      </Form>
    </Section>
  );
}
