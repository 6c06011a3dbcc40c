// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { FileDrop } from '../../../shared/ui/form/file-drop.tsx';
import css from '../inspections.module.css';
import { type ChecklistSheet, checklistsKey, type ImportAnswer, importWorkbook } from './checklists.api.ts';

const workbookMaxBytes = 5 * 1_048_576;

/** A workbook is first shown as differences; only then is it written into the draft. */
export function ImportPanel({ sheet }: { readonly sheet: ChecklistSheet }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const trial = useMutation({ mutationFn: (one: File) => importWorkbook(sheet.id, one, null) });
  const apply = useMutation({
    mutationFn: (one: File) => importWorkbook(sheet.id, one, trial.data?.fingerprint ?? ''),
    onSuccess: async () => {
      trial.reset();
      setFile(null);
      toastDone(t('checklists.imported'));
      await queries.invalidateQueries({ queryKey: checklistsKey });
    },
  });
  const answer = trial.data;
  return (
    <div className="stack">
      <FileDrop
        accept=".xlsx"
        maxBytes={workbookMaxBytes}
        hint={t('checklists.import_hint')}
        disabled={trial.isPending || apply.isPending}
        onFile={(one) => {
          setFile(one);
          trial.mutate(one);
        }}
      />
      <ProblemNotice error={trial.error ?? apply.error} />
      {answer ? <Differences answer={answer} /> : null}
      {answer && file && answer.errors.length === 0 && answer.changes.length > 0 ? (
        <div>
          <Button loading={apply.isPending} onClick={() => apply.mutate(file)}>
            {t('checklists.import_apply', { count: answer.changes.length })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Differences({ answer }: { readonly answer: ImportAnswer }) {
  const { t } = useTranslation('inspections');
  if (answer.errors.length > 0) {
    return (
      <div role="alert">
        <p className="strong">{t('checklists.import_errors', { count: answer.errors.length })}</p>
        <ul style={{ paddingInlineStart: 20 }}>
          {answer.errors.map((error) => (
            <li key={`${error.row} ${error.column}`}>
              {t('checklists.import_error', { row: error.row, column: error.column, problem: error.problem })}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (answer.changes.length === 0) return <p>{t('checklists.import_none')}</p>;
  return (
    <div role="status">
      <p className="strong">{t('checklists.import_title')}</p>
      <ul className={css['statements']}>
        {answer.changes.map((change) => (
          <li key={change.code}>
            {t(`checklists.change.${change.kind}`)} <span className="digits strong">{change.code}</span>
            {change.kind === 'added' ? `: ${change.item.text}` : null}
            {change.kind === 'changed'
              ? change.cells.map((cell) => (
                  <span key={cell.column} className="small">
                    <br />
                    {cell.column}: <del>{cell.from || '–'}</del> → <ins>{cell.to || '–'}</ins>
                  </span>
                ))
              : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
