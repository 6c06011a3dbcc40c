// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { forgetUnsaved, useUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { Facts, PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { NamesFields } from '../changes/names-fields.tsx';
import type { Named } from '../changes/unit-change.ts';
import { UnitPicker } from '../unit-picker.tsx';
import { createUnit, previewUnit, type UnitPreview, unitSheetQuery, unitsKey } from '../units.api.ts';
import css from '../units.module.css';
import { isWholeUnit, newLevels, newUnitDraft, type UnitDraft, unitBody } from './unit-draft.ts';

/** Which unit begins, below which, by which document? */
export function UnitCreatePage() {
  const [search] = useSearchParams();
  const parentId = search.get('parent');
  const parent = useQuery({ ...unitSheetQuery(parentId ?? '', today()), enabled: parentId !== null });
  return (
    <OnlyWith permission="units.manage">
      {parentId === null ? <Creation parent={null} /> : <Loading of={parent}>{({ unit }) => <Creation parent={unit} />}</Loading>}
    </OnlyWith>
  );
}

function Creation({ parent }: { readonly parent: Named | null }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => newUnitDraft(parent && { id: parent.id, name: parent.name }));
  const [preview, setPreview] = useState<UnitPreview | null>(null);
  const tried = useMutation({ mutationFn: () => previewUnit(unitBody(draft)), onSuccess: setPreview });
  const made = useMutation({
    mutationFn: () => createUnit(unitBody(draft)),
    onSuccess: async (unit) => {
      forgetUnsaved();
      toastDone(t('create.done', { name: unit.name, day: formatDay(unit.validFrom) }));
      await navigate(`/units/${unit.id}`);
      await queries.invalidateQueries({ queryKey: unitsKey });
    },
  });
  useUnsaved(preview !== null);
  const back = parent ? { to: `/units/${parent.id}`, label: parent.name } : { to: '/units', label: t('back') };
  return (
    <>
      <PageHead title={t('create.title')} answer={t('create.answer')} back={back} />
      {preview ? (
        <>
          <Section title={t('create.plan')} aside={t('change.nothing_yet')}>
            <UnitFacts unit={preview} parent={draft.parent?.name ?? ''} />
          </Section>
          <div style={{ marginTop: 18 }}>
            <Form
              verb={t('create.do')}
              pending={made.isPending}
              error={made.error}
              onSubmit={() => made.mutate()}
              secondary={
                <Button variant="default" onClick={() => setPreview(null)}>
                  {t('change.again')}
                </Button>
              }
            >
              <p className="soft">{t('create.final')}</p>
            </Form>
          </div>
        </>
      ) : (
        <Form
          verb={t('create.try')}
          pending={tried.isPending}
          error={tried.error}
          disabled={!isWholeUnit(draft)}
          asksMore
          onSubmit={() => tried.mutate()}
          wide
        >
          <UnitFields draft={draft} onDraft={setDraft} />
        </Form>
      )}
    </>
  );
}

function UnitFields({ draft, onDraft }: { readonly draft: UnitDraft; readonly onDraft: (draft: UnitDraft) => void }) {
  const { t } = useTranslation('units');
  return (
    <>
      <div className={css['pair']}>
        <UnitPicker
          label={t('create.parent')}
          required
          asOf={draft.validFrom || today()}
          value={draft.parent}
          onChange={(parent) => onDraft({ ...draft, parent })}
        />
        <NativeSelect
          label={t('level_label')}
          data={newLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          value={draft.level}
          onChange={(event) => onDraft({ ...draft, level: newLevels.find((one) => one === event.currentTarget.value) ?? 'commune' })}
        />
      </div>
      <NamesFields names={draft.names} onNames={(names) => onDraft({ ...draft, names })} />
      <div className={css['pair']}>
        <DayInput label={t('create.from')} required value={draft.validFrom} onChange={(validFrom) => onDraft({ ...draft, validFrom })} />
        <DayInput
          label={t('create.to')}
          description={t('create.to_help')}
          value={draft.validTo}
          onChange={(validTo) => onDraft({ ...draft, validTo })}
        />
      </div>
      <TextInput
        label={t('create.decision')}
        description={t('create.decision_help')}
        required
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
    </>
  );
}

function UnitFacts({ unit, parent }: { readonly unit: UnitPreview; readonly parent: string }) {
  const { t } = useTranslation('units');
  const from = formatDay(unit.validFrom);
  return (
    <Facts
      of={[
        [t('name'), unit.name],
        [t('under'), parent],
        [t('level_label'), t(`level.${unit.level}`)],
        [
          t('code'),
          <span key="code" className="digits">
            {unit.code}
          </span>,
        ],
        [t('authority'), unit.authorityName],
        [t('symbol'), unit.documentSymbol],
        ...(unit.agencyCode ? ([[t('agency'), unit.agencyCode]] as const) : []),
        [t('in_force'), unit.validTo ? t('from_to', { from, to: formatDay(unit.validTo) }) : t('create.since', { from })],
        [t('create.decision'), unit.decision ?? '–'],
        ...(unit.note ? ([[t('note'), unit.note]] as const) : []),
      ]}
    />
  );
}
