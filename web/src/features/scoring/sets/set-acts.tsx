// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { download } from '../../../shared/api/transfer.ts';
import { forgetUnsaved, useHasUnsaved } from '../../../shared/session/unsaved.ts';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { toastDone, toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import { discardDraft, exportPath, publishSet, type SetSheet, setsKey, startDraft } from './sets.api.ts';

/** Workbook, comparison, a new draft from this version, publication. */
export function SetActs({ sheet }: { readonly sheet: SetSheet }) {
  const { t } = useTranslation('sets');
  const [opened, setOpened] = useState<'draft' | 'publish' | 'discard' | null>(null);
  const save = useMutation({ mutationFn: () => download('GET', exportPath(sheet.id), 'bo-tieu-chi.xlsx'), onError: toastProblem });
  const close = (): void => setOpened(null);
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('acts.export')}
      </Button>
      <Button variant="default" component={Link} to={`/scoring/sets/${sheet.id}/compare`}>
        {t('acts.compare')}
      </Button>
      {sheet.mayManage && sheet.state === 'draft' ? (
        <Button variant="default" onClick={() => setOpened('discard')}>
          {t('acts.discard')}
        </Button>
      ) : null}
      {sheet.mayManage ? (
        <Button onClick={() => setOpened(sheet.state === 'draft' ? 'publish' : 'draft')}>
          {t(sheet.state === 'draft' ? 'acts.publish' : 'acts.new_version')}
        </Button>
      ) : null}
      {opened === 'draft' ? <DraftDialog sheet={sheet} onClose={close} /> : null}
      {opened === 'discard' ? <DiscardDialog sheet={sheet} onClose={close} /> : null}
      {opened === 'publish' ? <PublishDialog sheet={sheet} onClose={close} /> : null}
    </>
  );
}

type DialogProps = { readonly sheet: SetSheet; readonly onClose: () => void };

function DraftDialog({ sheet, onClose }: DialogProps) {
  const { t } = useTranslation('sets');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [year, setYear] = useState(sheet.year + 1);
  const start = useMutation({
    mutationFn: () => {
      const validity = year === sheet.year ? {} : { validFrom: `${year}-01-01`, validTo: null };
      return startDraft({ fromId: sheet.id, content: { ...sheet.content, year, ...validity } });
    },
    onSuccess: async ({ id }) => {
      toastDone(t('acts.drafted', { year }));
      await queries.invalidateQueries({ queryKey: setsKey });
      await navigate(`/scoring/sets/${id}`);
    },
  });
  return (
    <Dialog onClose={onClose} centered title={t('acts.new_version')}>
      <Form verb={t('acts.new_version')} pending={start.isPending} error={start.error} onSubmit={() => start.mutate()}>
        <p>{t('acts.draft_text')}</p>
        <NumberField
          label={t('acts.draft_year')}
          required
          min={2000}
          max={2100}
          value={year}
          onChange={(value) => setYear(Number(value) || sheet.year)}
        />
      </Form>
    </Dialog>
  );
}

function DiscardDialog({ sheet, onClose }: DialogProps) {
  const { t } = useTranslation('sets');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => discardDraft(sheet.id, sheet.version),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('acts.discarded', { year: sheet.year }));
      await navigate('/scoring/sets');
      queries.removeQueries({ queryKey: [...setsKey, sheet.id] });
      await queries.invalidateQueries({ queryKey: setsKey });
    },
  });
  return (
    <Confirm
      opened
      title={t('acts.discard_title', { number: sheet.number, year: sheet.year })}
      verb={t('acts.discard')}
      pending={discard.isPending}
      error={discard.error}
      onConfirm={() => discard.mutate()}
      onClose={onClose}
    >
      <p>{t('acts.discard_text')}</p>
    </Confirm>
  );
}

function PublishDialog({ sheet, onClose }: DialogProps) {
  const { t } = useTranslation('sets');
  const queries = useQueryClient();
  const unsaved = useHasUnsaved();
  const publish = useMutation({
    mutationFn: () => publishSet(sheet.id, sheet.version),
    onSuccess: async () => {
      onClose();
      toastDone(t('acts.published', { number: sheet.number }));
      await queries.invalidateQueries({ queryKey: setsKey });
    },
  });
  return (
    <Confirm
      opened
      title={t('acts.publish_title', { number: sheet.number, year: sheet.year })}
      verb={t('acts.publish')}
      pending={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>{t('acts.publish_text')}</p>
      {unsaved ? <p className="strong">{t('acts.publish_unsaved')}</p> : null}
      {sheet.certainty === 'template' ? <p className="strong">{t('acts.publish_template')}</p> : null}
    </Confirm>
  );
}
