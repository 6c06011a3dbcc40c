// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../../shared/api/problem.ts';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { IconCheck, IconCircleX } from '../../../shared/ui/icons.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import answers from '../answers/answers.module.css';
import { inspectionsKey, recordSampleResults } from '../model/inspections.api.ts';
import type { Sample } from '../model/types.ts';
import type { DossierResult, DossierResults } from './dossier-codes.ts';
import css from './samples.module.css';

/** The chosen dossiers in the order of drawing, each with what was found; only what was changed here is kept until it is saved. */
export function SampleResults({ sample, editable }: { readonly sample: Sample; readonly editable: boolean }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [changed, setChanged] = useState<DossierResults>({});
  const refresh = () => queries.invalidateQueries({ queryKey: inspectionsKey });
  const save = useMutation({
    mutationFn: () => recordSampleResults(sample.id, { version: sample.version, results: { ...sample.results, ...changed } }),
    onSuccess: async () => {
      await refresh();
      setChanged({});
      toastDone(t('samples.saved'));
    },
    // Another person's results are fetched; those entered here stay and are sent again on top of them.
    onError: (error) => (asProblem(error).status === 409 ? refresh() : undefined),
  });
  const resultOf = (code: string): DossierResult | null => changed[code] ?? sample.results[code] ?? null;
  if (!editable) {
    return (
      <ol className={css['dossiers']}>
        {sample.chosen.map((code) => (
          <li key={code}>
            <div className={css['dossier']}>
              <span className={`digits ${css['code']}`}>{code}</span>
              <Found result={resultOf(code)} />
            </div>
          </li>
        ))}
      </ol>
    );
  }
  const count = Object.keys(changed).length;
  return (
    <Form
      verb={count > 0 ? t('samples.save_count', { count }) : t('samples.save')}
      pending={save.isPending}
      error={save.error}
      disabled={count === 0}
      onSubmit={() => save.mutate()}
      wide
    >
      <ol className={css['dossiers']}>
        {sample.chosen.map((code) => (
          <DossierRow key={code} code={code} result={resultOf(code)} onResult={(result) => setChanged({ ...changed, [code]: result })} />
        ))}
      </ol>
    </Form>
  );
}

function Found({ result }: { readonly result: DossierResult | null }) {
  const { t } = useTranslation('inspections');
  if (!result) return <span className="soft">{t('samples.not_examined')}</span>;
  return (
    <>
      <StateBadge tone={result.ok ? 'on_course' : 'late'}>{t(result.ok ? 'samples.ok' : 'samples.faulty')}</StateBadge>
      {result.note ? <span className={css['note']}>{result.note}</span> : null}
    </>
  );
}

type RowProps = { readonly code: string; readonly result: DossierResult | null; readonly onResult: (result: DossierResult) => void };

function DossierRow({ code, result, onResult }: RowProps) {
  const { t } = useTranslation('inspections');
  const choose = (ok: boolean): void => onResult({ ok, note: result?.note ?? null });
  return (
    <li>
      <div className={css['dossier']}>
        <span className={`digits ${css['code']}`}>{code}</span>
        <fieldset className={answers['verdicts']} aria-label={t('samples.result_of', { code })}>
          {[true, false].map((ok) => (
            <label
              key={String(ok)}
              className={answers['verdict']}
              data-verdict={ok ? 'meets' : 'fails'}
              data-chosen={result?.ok === ok || undefined}
            >
              <input type="radio" name={`result ${code}`} checked={result?.ok === ok} onChange={() => choose(ok)} />
              {ok ? <IconCheck size={14} aria-hidden="true" /> : <IconCircleX size={14} aria-hidden="true" />}
              <span>{t(ok ? 'samples.ok' : 'samples.faulty')}</span>
            </label>
          ))}
        </fieldset>
        <TextInput
          className={css['note'] ?? ''}
          size="sm"
          aria-label={t('samples.note_of', { code })}
          placeholder={result && !result.ok ? t('samples.note_faulty') : t('samples.note')}
          disabled={!result}
          maxLength={4_000}
          value={result?.note ?? ''}
          onChange={(event) => result && onResult({ ok: result.ok, note: event.currentTarget.value || null })}
        />
      </div>
    </li>
  );
}
