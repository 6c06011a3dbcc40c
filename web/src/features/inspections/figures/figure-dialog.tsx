// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import css from '../inspections.module.css';
import { correctFigure, declareFigures, inspectionsKey, withdrawFigure } from '../model/inspections.api.ts';
import type { visitRights } from '../model/rights.ts';
import type { Figure, VisitSheet } from '../model/types.ts';
import { CountForm } from './count-form.tsx';
import { bodyOf, draftOf, type FigureDraft, isComplete } from './figure-draft.ts';
import { FigureFields } from './figure-fields.tsx';

type Props = {
  readonly visit: VisitSheet;
  readonly figure: Figure | null;
  readonly rights: ReturnType<typeof visitRights>;
  readonly onClose: () => void;
  /** What stands in the fields of a figure that is declared. */
  readonly first?: FigureDraft;
};

export function FigureDialog({ visit, figure, rights, onClose, first }: Props) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => first ?? draftOf(figure));
  const [asking, setAsking] = useState(false);
  const done = async (sentence: string): Promise<void> => {
    onClose();
    toastDone(sentence);
    await queries.invalidateQueries({ queryKey: inspectionsKey });
  };
  const save = useMutation({
    mutationFn: () =>
      figure
        ? correctFigure(figure.id, { ...bodyOf(draft, figure), version: figure.version })
        : declareFigures(visit.id, { figures: [bodyOf(draft, null)] }),
    onSuccess: () => done(t('figures.saved')),
  });
  const withdraw = useMutation({
    mutationFn: (one: Figure) => withdrawFigure(one.id, one.version),
    onSuccess: () => done(t('figures.withdrawn')),
  });
  return (
    <Dialog onClose={onClose} size={620} closeOnClickOutside={false} title={t(figure ? 'figures.edit' : 'figures.add')}>
      <div className={css['dialog']}>
        {rights.figures ? (
          <Form
            verb={t('figures.save')}
            pending={save.isPending}
            error={save.error}
            disabled={!isComplete(draft)}
            asksMore
            onSubmit={() => save.mutate()}
            secondary={
              figure ? (
                <Button variant="default" onClick={() => setAsking(true)}>
                  {t('figures.withdraw')}
                </Button>
              ) : null
            }
          >
            <FigureFields draft={draft} onDraft={setDraft} isNew={figure === null} unitId={visit.unitId} />
          </Form>
        ) : (
          <p className="strong">{figure?.label}</p>
        )}
        {figure && asking ? (
          <Confirm
            opened
            title={t('figures.withdraw')}
            verb={t('figures.withdraw')}
            pending={withdraw.isPending}
            error={withdraw.error}
            onClose={() => setAsking(false)}
            onConfirm={() => withdraw.mutate(figure)}
          >
            <p>{t('figures.withdraw_text')}</p>
          </Confirm>
        ) : null}
        {figure && rights.count ? (
          <Section title={t('figures.count')}>
            <CountForm figure={figure} onDone={() => done(t('figures.counted_saved'))} />
          </Section>
        ) : null}
      </div>
    </Dialog>
  );
}
