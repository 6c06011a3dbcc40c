// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { type ApplyMode, applyImport, type Import, importsKey } from './imports.api.ts';
import css from './imports.module.css';
import { FileSend } from './upload-panel.tsx';

/** All or nothing, or the good rows: what will happen is told before it is chosen. */
export function ImportDecision({ one }: { readonly one: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const queries = useQueryClient();
  const [mode, setMode] = useState<ApplyMode>('all');
  const hasFaults = one.rowsBad > 0;
  const isClosed = mode === 'all' && hasFaults;
  const decide = useMutation({
    mutationFn: () => applyImport(one.id, mode),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
  const counts = { good: format.number(one.rowsGood), bad: format.number(one.rowsBad) };
  return (
    <Section title={t('decide.title')}>
      <div className={css['decision']}>
        {hasFaults ? (
          <fieldset className={css['modes']}>
            <legend>{t('decide.legend')}</legend>
            <Mode name="all" now={mode} onMode={setMode} title={t('decide.all')} text={t('decide.all_text', counts)} />
            <Mode
              name="good"
              now={mode}
              onMode={setMode}
              title={t('decide.good')}
              text={one.rowsGood > 0 ? t('decide.good_text', counts) : t('decide.good_none')}
              disabled={one.rowsGood === 0}
            />
          </fieldset>
        ) : (
          <p>{t('decide.clean_text', counts)}</p>
        )}
        <p className="small soft">{t('decide.known')}</p>
        <ProblemNotice error={decide.error} />
        {isClosed ? (
          <div className={css['mended']}>
            <h3>{t('decide.mended')}</h3>
            <p className="small soft">{t('decide.mended_text')}</p>
            <FileSend unitId={one.unitId} />
          </div>
        ) : (
          <div>
            <Button loading={decide.isPending} onClick={() => decide.mutate()}>
              {t('decide.verb', counts)}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

type ModeProps = {
  readonly name: ApplyMode;
  readonly now: ApplyMode;
  readonly onMode: (mode: ApplyMode) => void;
  readonly title: string;
  readonly text: string;
  readonly disabled?: boolean;
};

function Mode({ name, now, onMode, title, text, disabled = false }: ModeProps) {
  return (
    <label className={css['mode']}>
      <input type="radio" name="mode" checked={now === name} disabled={disabled} onChange={() => onMode(name)} />
      <span className="strong">{title}</span>
      <small>{text}</small>
    </label>
  );
}
