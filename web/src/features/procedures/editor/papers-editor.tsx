// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FileSender } from '../../../shared/ui/form/file-sender.tsx';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import { IconPlus } from '../../../shared/ui/icons.ts';
import css from '../model/procedures.module.css';
import { nextPaperCode, type PaperDraft, rowKey } from './content-draft.ts';

type Props = {
  readonly papers: readonly PaperDraft[];
  readonly unitId: string;
  readonly onPapers: (papers: readonly PaperDraft[]) => void;
};

/** The papers of the dossier in their order. */
export function PapersEditor({ papers, unitId, onPapers }: Props) {
  const { t } = useTranslation('procedures');
  const add = (): void =>
    onPapers([
      ...papers,
      {
        key: rowKey(),
        code: nextPaperCode(papers),
        name: '',
        originals: 1,
        copies: 0,
        form: '',
        formFileId: null,
        condition: '',
      },
    ]);
  return (
    <div className="stack">
      {papers.map((paper, index) => (
        <PaperFields
          key={paper.key}
          number={index + 1}
          paper={paper}
          unitId={unitId}
          onPaper={(next) => onPapers(papers.map((one) => (one.key === paper.key ? next : one)))}
          onRemove={() => onPapers(papers.filter((one) => one.key !== paper.key))}
        />
      ))}
      <div>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={add}>
          {t('form.add_paper')}
        </Button>
      </div>
    </div>
  );
}

type PaperProps = {
  readonly number: number;
  readonly paper: PaperDraft;
  readonly unitId: string;
  readonly onPaper: (paper: PaperDraft) => void;
  readonly onRemove: () => void;
};

function PaperFields({ number, paper, unitId, onPaper, onRemove }: PaperProps) {
  const { t } = useTranslation('procedures');
  const title = t('form.paper_number', { number });
  const text = (key: 'code' | 'name' | 'form' | 'condition') => ({
    value: paper[key],
    // The exported table keeps a paper on one line, with | between its parts.
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onPaper({ ...paper, [key]: event.currentTarget.value.replaceAll('|', '/') }),
  });
  const count = (key: 'originals' | 'copies') => ({
    min: 0,
    max: 99,
    value: paper[key],
    onChange: (value: number | '') => onPaper({ ...paper, [key]: Number(value) || 0 }),
  });
  return (
    <section className={css['item']} aria-label={title}>
      <div className={css['itemHead']}>
        <span className="strong">{title}</span>
        <Button size="compact-xs" variant="default" aria-label={t('form.remove', { name: paper.name || title })} onClick={onRemove}>
          {t('form.remove', { name: '' }).trim()}
        </Button>
      </div>
      <div className={css['counts']}>
        <TextInput label={t('form.paper_code')} required maxLength={30} {...text('code')} />
        <TextInput label={t('form.paper_name')} required maxLength={500} {...text('name')} />
        <NumberField label={t('form.originals')} {...count('originals')} />
        <NumberField label={t('form.copies')} {...count('copies')} />
      </div>
      <div className={css['pair']}>
        <TextInput label={t('form.paper_form')} maxLength={200} {...text('form')} />
        <TextInput label={t('form.paper_condition')} description={t('form.paper_condition_help')} maxLength={300} {...text('condition')} />
      </div>
      {paper.form === '' ? null : paper.formFileId ? (
        <p className="row small">
          <span>{t('form.form_file_there')}</span>
          <Button size="compact-xs" variant="default" onClick={() => onPaper({ ...paper, formFileId: null })}>
            {t('form.remove', { name: t('form.form_file').toLowerCase() })}
          </Button>
        </p>
      ) : (
        <FileSender unitId={unitId} hint={t('form.form_file_send')} onStored={(file) => onPaper({ ...paper, formFileId: file.id })} />
      )}
    </section>
  );
}
