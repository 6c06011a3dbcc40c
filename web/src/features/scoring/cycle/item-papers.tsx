// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../shared/api/files.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { FileSender } from '../../../shared/ui/form/file-sender.tsx';
import { DocumentPicker } from '../../documents/index.ts';
import { FlagList } from '../evidence/flag-list.tsx';
import { addEvidence, cycleKey, type Sheet, type SheetItem, withdrawEvidence } from './cycle.api.ts';
import css from './cycle.module.css';

/** Evidence of an item: files and documents of the registers; what was withdrawn stays readable below. */
export function ItemPapers({ sheet, item }: { readonly sheet: Sheet; readonly item: SheetItem }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const queries = useQueryClient();
  const [document, setDocument] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: cycleKey });
  const attach = useMutation({
    mutationFn: (source: { fileId: string } | { documentId: string }) => addEvidence(sheet.unit.id, { itemCode: item.code, ...source }),
    onSuccess: async () => {
      setDocument(null);
      await again();
    },
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawEvidence(sheet.unit.id, { evidenceId: leaving?.id ?? '', reason }),
    onSuccess: async () => {
      setLeaving(null);
      await again();
    },
  });
  const editable = sheet.acts.includes('score') || sheet.acts.includes('object');
  return (
    <>
      <h3>{t('sheet.papers')}</h3>
      {item.papers.length === 0 ? <p className="small soft">{t('sheet.papers_none')}</p> : null}
      <ul className={css['list']}>
        {item.papers.map((paper) => (
          <li key={paper.id}>
            {paper.fileId ? (
              <a href={fileAddress(paper.fileId)}>{paper.name}</a>
            ) : (
              <a href={`/documents/${paper.documentId}`}>{paper.name}</a>
            )}{' '}
            <span className="small soft">
              {[paper.place, paper.datedOn ? t('sheet.paper_dated', { day: format.day(paper.datedOn) }) : null].filter(Boolean).join(', ')}
            </span>{' '}
            {editable ? (
              <Button variant="subtle" size="compact-xs" onClick={() => setLeaving(paper)}>
                {t('sheet.withdraw')}
              </Button>
            ) : null}
            <FlagList flags={paper.flags} />
          </li>
        ))}
        {item.withdrawnPapers.map((paper) => (
          <li key={paper.id} className="small soft">
            <a href={paper.fileId ? fileAddress(paper.fileId) : `/documents/${paper.documentId}`}>{paper.name}</a>
            {': '}
            {t('sheet.withdrawn', { by: paper.withdrawnBy, at: format.instant(paper.withdrawnAt), reason: paper.reason })}
          </li>
        ))}
      </ul>
      {editable ? (
        <div className="stack">
          <FileSender unitId={sheet.unit.unitId} hint={t('sheet.drop')} onStored={(file) => attach.mutateAsync({ fileId: file.id })} />
          <DocumentPicker label={t('sheet.attach_document')} value={document} onChange={setDocument} clearable />
          {document ? (
            <Button variant="default" loading={attach.isPending} onClick={() => attach.mutate({ documentId: document })}>
              {t('sheet.attach')}
            </Button>
          ) : null}
          <ProblemNotice error={attach.error} />
        </div>
      ) : null}
      {leaving ? (
        <Confirm
          opened
          title={t('sheet.withdraw_title', { name: leaving.name })}
          verb={t('sheet.withdraw')}
          reasonLabel={t('sheet.withdraw_reason')}
          pending={withdraw.isPending}
          error={withdraw.error}
          onClose={() => setLeaving(null)}
          onConfirm={(reason) => withdraw.mutate(reason)}
        />
      ) : null}
    </>
  );
}
