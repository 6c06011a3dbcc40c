// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../shared/api/files.ts';
import { upload } from '../../../shared/api/transfer.ts';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { MarkedReport } from '../../claims/index.ts';
import { draftOfRead, type FigureDraft } from '../figures/figure-draft.ts';
import { handInReport, inspectionsKey, reportFilePath } from '../model/inspections.api.ts';
import { visitRights } from '../model/rights.ts';
import type { VisitSheet } from '../model/types.ts';

const FigureDialog = lazyPart(() => import('../figures/figure-dialog.tsx').then((file) => file.FigureDialog));

const reportMaxBytes = 25 * 1_048_576;

export function ReportTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const rights = visitRights(visit);
  const [taken, setTaken] = useState<FigureDraft | null>(null);
  return (
    <>
      {visit.reportFileId ? (
        <p style={{ marginBottom: 12 }}>
          <a href={fileAddress(visit.reportFileId)}>{t('report.download')}</a>
        </p>
      ) : null}
      {visit.reportText ? (
        <MarkedReport
          text={visit.reportText}
          claims={visit.claims}
          act={(claim) =>
            rights.figures && (claim.numerator !== null || claim.statedPercent !== null) ? (
              <div className="no-print" style={{ padding: '0 18px 14px' }}>
                <Button size="xs" variant="default" onClick={() => setTaken(draftOfRead(claim))}>
                  {t('report.take_over')}
                </Button>
              </div>
            ) : null
          }
        />
      ) : visit.reportFileId ? null : (
        <Empty title={t('report.none')} />
      )}
      {taken ? (
        <Suspense>
          <FigureDialog visit={visit} figure={null} first={taken} rights={rights} onClose={() => setTaken(null)} />
        </Suspense>
      ) : null}
      {rights.report ? (
        <Section title={t('report.save')}>
          <ReportForm key={visit.version} visit={visit} />
        </Section>
      ) : null}
    </>
  );
}

function ReportForm({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [text, setText] = useState(visit.reportText ?? '');
  const [progress, setProgress] = useState<{ name: string; part: number } | null>(null);
  const saved = async (): Promise<void> => {
    toastDone(t('report.saved'));
    await queries.invalidateQueries({ queryKey: inspectionsKey });
  };
  const save = useMutation({
    mutationFn: () => handInReport(visit.id, { version: visit.version, text: text.trim() || null, fileId: visit.reportFileId }),
    onSuccess: saved,
  });
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('version', String(visit.version));
      form.append('file', file);
      return upload<unknown>(reportFilePath(visit.id), form, (part) => setProgress({ name: file.name, part }));
    },
    onSuccess: saved,
    onSettled: () => setProgress(null),
  });
  return (
    <div className="stack">
      <FileDrop
        accept=".docx,.pdf,.txt,.html"
        maxBytes={reportMaxBytes}
        hint={t('report.file')}
        onFile={(file) => send.mutate(file)}
        progress={progress}
        disabled={send.isPending}
      />
      <ProblemNotice error={send.error} />
      <Form
        verb={t('report.save')}
        pending={save.isPending}
        error={save.error}
        disabled={text.trim() === ''}
        onSubmit={() => save.mutate()}
        wide
      >
        <Textarea label={t('report.text')} rows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Form>
    </div>
  );
}
