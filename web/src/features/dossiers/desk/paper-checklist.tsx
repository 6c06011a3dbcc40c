// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import type { Paper } from './desk.api.ts';
import css from './desk.module.css';
import { asHanded, type HandedPaper, handedOf, missingPapers, type ReceptionDraft, withAllRequired } from './reception-draft.ts';

type Props = { readonly papers: readonly Paper[]; readonly draft: ReceptionDraft; readonly onDraft: (draft: ReceptionDraft) => void };

/** The papers of the procedure, ticked off as they are laid on the desk. */
export function PaperChecklist({ papers, draft, onDraft }: Props) {
  const { t } = useTranslation('desk');
  if (papers.length === 0) return <p className="soft">{t('papers.none')}</p>;
  const missing = missingPapers(draft, papers);
  const set = (paper: Paper, handed: HandedPaper): void => onDraft({ ...draft, papers: { ...draft.papers, [paper.code]: handed } });
  return (
    <fieldset className={css['papers']}>
      <legend>{t('papers.title')}</legend>
      <div className="spread">
        <p className="small soft">{t('papers.help')}</p>
        {missing.length > 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => onDraft(withAllRequired(draft, papers))}>
            {t('papers.all')}
          </Button>
        ) : null}
      </div>
      <ul>
        {papers.map((paper) => (
          <PaperLine key={paper.code} paper={paper} handed={handedOf(draft, paper)} onHanded={(handed) => set(paper, handed)} />
        ))}
      </ul>
      <Missing papers={missing} />
    </fieldset>
  );
}

type LineProps = { readonly paper: Paper; readonly handed: HandedPaper; readonly onHanded: (handed: HandedPaper) => void };

function PaperLine({ paper, handed, onHanded }: LineProps) {
  const { t } = useTranslation('desk');
  const asked = (['originals', 'copies'] as const).flatMap((key) =>
    paper[key] > 0 ? [t(`papers.asked_${key}`, { number: paper[key] })] : [],
  );
  const count = (key: 'originals' | 'copies') => (
    <NumberField
      size="xs"
      label={t(`papers.${key}`)}
      aria-label={t(`papers.${key}_of`, { paper: paper.name })}
      min={0}
      max={1000}
      value={handed[key]}
      onChange={(value) => onHanded({ ...handed, [key]: Number(value) || 0 })}
    />
  );
  return (
    <li className={css['paper']}>
      <Checkbox
        checked={handed.handed}
        onChange={(event) => onHanded(asHanded(paper, event.currentTarget.checked))}
        label={paper.name}
        description={[paper.condition ?? t('papers.required'), ...asked].join(' · ')}
      />
      {handed.handed ? (
        <div className={css['counts']}>
          {count('originals')}
          {count('copies')}
        </div>
      ) : null}
    </li>
  );
}

/** What is still to be handed in is named once and completely. */
function Missing({ papers }: { readonly papers: readonly Paper[] }) {
  const { t } = useTranslation('desk');
  return (
    <div aria-live="polite">
      {papers.length > 0 ? (
        <div className={css['missing']}>
          <p className="strong">{t('papers.missing', { count: papers.length })}</p>
          <ul>
            {papers.map((paper) => (
              <li key={paper.code}>{paper.name}</li>
            ))}
          </ul>
          <p className="small">{t('papers.missing_help')}</p>
        </div>
      ) : (
        <p className={css['complete']}>{t('papers.complete')}</p>
      )}
    </div>
  );
}
