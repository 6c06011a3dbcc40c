// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { forgetUnsaved, useUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { NamesFields } from '../changes/names-fields.tsx';
import { changeUnit, type FieldChange, type UnitSheet, unitSheetQuery, unitsKey } from '../units.api.ts';
import { type CorrectionDraft, correctionBody, correctionOf, isWholeCorrection } from './correction.ts';
import { FieldChanges } from './correction-list.tsx';

/** What was typed wrongly about this unit? */
export function UnitCorrectPage() {
  const { id = '' } = useParams();
  const { day } = useAsOf();
  const sheet = useQuery(unitSheetQuery(id, day));
  return (
    <OnlyWith permission="units.manage">
      <Loading page of={sheet}>
        {({ unit }) => <Correction key={unit.version} unit={unit} />}
      </Loading>
    </OnlyWith>
  );
}

function Correction({ unit }: { readonly unit: UnitSheet['unit'] }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => correctionOf(unit));
  const [changes, setChanges] = useState<readonly FieldChange[] | null>(null);
  const run = (dryRun: boolean) => changeUnit(unit.id, correctionBody(unit, draft, dryRun));
  const tried = useMutation({ mutationFn: () => run(true), onSuccess: (answer) => setChanges(answer.changes) });
  const done = useMutation({
    mutationFn: () => run(false),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('correct.done', { name: draft.names.name.trim() }));
      await navigate(`/units/${unit.id}`);
      await queries.invalidateQueries({ queryKey: unitsKey });
    },
  });
  useUnsaved(changes !== null);
  return (
    <>
      <PageHead
        title={t('correct.title', { name: unit.name })}
        answer={
          <>
            {t('correct.answer')} <Link to={`/units/${unit.id}/change`}>{t('correct.legal')}</Link>
          </>
        }
        back={{ to: `/units/${unit.id}`, label: unit.name }}
      />
      {changes ? (
        <>
          <Section title={t('correct.plan')} aside={t('change.nothing_yet')}>
            <FieldChanges of={changes} />
            <p style={{ marginTop: 12 }}>
              {t('correct.reason')}: {draft.reason}
            </p>
          </Section>
          <div style={{ marginTop: 18 }}>
            <Form
              verb={t('correct.do')}
              pending={done.isPending}
              error={done.error}
              onSubmit={() => done.mutate()}
              secondary={
                <Button variant="default" onClick={() => setChanges(null)}>
                  {t('change.again')}
                </Button>
              }
            >
              <p className="soft">{t('correct.final')}</p>
            </Form>
          </div>
        </>
      ) : (
        <Form
          verb={t('correct.try')}
          pending={tried.isPending}
          error={tried.error}
          disabled={!isWholeCorrection(draft)}
          asksMore
          onSubmit={() => tried.mutate()}
          wide
        >
          <CorrectionFields draft={draft} onDraft={setDraft} />
        </Form>
      )}
    </>
  );
}

type FieldsProps = { readonly draft: CorrectionDraft; readonly onDraft: (draft: CorrectionDraft) => void };

function CorrectionFields({ draft, onDraft }: FieldsProps) {
  const { t } = useTranslation('units');
  return (
    <>
      <NamesFields names={draft.names} onNames={(names) => onDraft({ ...draft, names })} />
      <DayInput
        label={t('create.from')}
        description={t('correct.from_help')}
        required
        value={draft.validFrom}
        onChange={(validFrom) => onDraft({ ...draft, validFrom })}
      />
      <TextInput
        label={t('create.decision')}
        maxLength={300}
        value={draft.decision}
        onChange={(event) => onDraft({ ...draft, decision: event.currentTarget.value })}
      />
      <Textarea
        label={t('note')}
        rows={2}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
      />
      <Textarea
        label={t('correct.reason')}
        description={t('correct.reason_help')}
        required
        rows={2}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => onDraft({ ...draft, reason: event.currentTarget.value })}
      />
    </>
  );
}
