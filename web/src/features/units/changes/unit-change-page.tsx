// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { useAsOf } from '../../../shared/session/as-of.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { type UnitPlan, type UnitSheet, unitSheetQuery, unitsKey } from '../units.api.ts';
import css from '../units.module.css';
import { MergeFields, SplitFields } from './change-fields.tsx';
import { NamesFields } from './names-fields.tsx';
import { PlanView } from './plan-view.tsx';
import { changeKinds, type Draft, draftOf, isWhole, runChange } from './unit-change.ts';

/** What becomes of this unit, from which day, and what does that do to the tree? */
export function UnitChangePage() {
  const { id = '' } = useParams();
  const { day } = useAsOf();
  const sheet = useQuery(unitSheetQuery(id, day));
  return (
    <OnlyWith permission="units.manage">
      <Loading page of={sheet}>
        {(data) => <Change key={data.unit.version} sheet={data} />}
      </Loading>
    </OnlyWith>
  );
}

function Change({ sheet }: { readonly sheet: UnitSheet }) {
  const { t } = useTranslation('units');
  const { unit } = sheet;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(sheet));
  const [plan, setPlan] = useState<UnitPlan | null>(null);
  const tried = useMutation({ mutationFn: () => runChange(sheet, draft, true), onSuccess: setPlan });
  const done = useMutation({
    mutationFn: () => runChange(sheet, draft, false),
    onSuccess: async (result) => {
      toastDone(t(`change.done_${draft.kind}`, { name: unit.name, day: formatDay(draft.onDay) }));
      const heir = result?.begins[0]?.id ?? result?.continues?.id;
      await navigate(`/units/${draft.kind === 'split' ? unit.id : (heir ?? unit.id)}`);
      await queries.invalidateQueries({ queryKey: unitsKey });
    },
  });
  const head = (
    <PageHead
      title={t('change.title', { name: unit.name })}
      answer={t('change.answer')}
      back={{ to: `/units/${unit.id}`, label: unit.name }}
    />
  );
  if (unit.validTo !== null) {
    return (
      <>
        {head}
        <p>{t('change.ended', { day: formatDay(unit.validTo) })}</p>
      </>
    );
  }
  return (
    <>
      {head}
      {plan ? (
        <>
          <PlanView plan={plan} />
          <div style={{ marginTop: 18 }}>
            <Form
              verb={t(`change.do_${draft.kind}`)}
              pending={done.isPending}
              error={done.error}
              onSubmit={() => done.mutate()}
              secondary={
                <Button variant="default" onClick={() => setPlan(null)}>
                  {t('change.again')}
                </Button>
              }
            >
              <p className="soft">{t('change.final')}</p>
            </Form>
          </div>
        </>
      ) : (
        <Form
          verb={t('change.try')}
          pending={tried.isPending}
          error={tried.error}
          disabled={!isWhole(draft)}
          onSubmit={() => tried.mutate()}
          wide
        >
          <ChangeFields unitId={unit.id} draft={draft} onDraft={setDraft} />
        </Form>
      )}
    </>
  );
}

type FieldsProps = { readonly unitId: string; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

function ChangeFields(props: FieldsProps) {
  const { draft, onDraft } = props;
  const { t } = useTranslation('units');
  return (
    <>
      <fieldset className={css['kinds']} aria-label={t('change.kind')}>
        {changeKinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => onDraft({ ...draft, kind })} />
            <span>{t(`change.do_${kind}`)}</span>
            <small>{t(`change.help_${kind}`)}</small>
          </label>
        ))}
      </fieldset>
      <div className={css['pair']}>
        <DayInput label={t('change.on_day')} required value={draft.onDay} onChange={(onDay) => onDraft({ ...draft, onDay })} />
        <TextInput
          label={t('change.decision')}
          maxLength={300}
          value={draft.decision}
          onChange={(event) => onDraft({ ...draft, decision: event.currentTarget.value })}
        />
      </div>
      {draft.kind === 'rename' ? <NamesFields names={draft.names} onNames={(names) => onDraft({ ...draft, names })} /> : null}
      {draft.kind === 'merge' ? <MergeFields {...props} /> : null}
      {draft.kind === 'split' ? <SplitFields {...props} /> : null}
    </>
  );
}
