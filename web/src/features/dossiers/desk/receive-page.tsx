// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, fieldErrors } from '../../../shared/api/problem.ts';
import { today } from '../../../shared/format/days.ts';
import { newId } from '../../../shared/session/new-id.ts';
import { useSession } from '../../../shared/session/session.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { UnitPicker, unitSearchQuery } from '../../units/index.ts';
import { AlikeNotice } from './alike-notice.tsx';
import { ApplicantFields } from './applicant-fields.tsx';
import { currentVersion, dossiersKey, procedureQuery, type Reception, receiveDossier } from './desk.api.ts';
import { PaperChecklist } from './paper-checklist.tsx';
import { ProcedurePicker } from './procedure-picker.tsx';
import { type Outcome, ReceivedSheet } from './received-sheet.tsx';
import { emptyDraft, missingPapers, nextDraft, type ReceptionDraft, receptionOf, turnedAwayOf } from './reception-draft.ts';
import { TimeLimit } from './time-limit.tsx';
import { TurnAway } from './turn-away.tsx';

export function ReceivePage() {
  return (
    <OnlyWith permission="dossiers.handle">
      <ReceiveAtUnit />
    </OnlyWith>
  );
}

/** Dossiers are received for a unit that exists today; who has none is told so before typing. */
function ReceiveAtUnit() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const units = useQuery(unitSearchQuery('', today()));
  const back = { to: '/dossiers/work', label: t('work.title') };
  return (
    <Loading of={units} page>
      {({ rows }) => {
        const position = session.positions.find(({ id }) => id === session.chosenPositionId) ?? session.positions[0];
        const only = rows.length === 1 ? rows[0] : undefined;
        const own = rows.find(({ id }) => id === position?.unitId) ?? only;
        return rows.length === 0 ? (
          <>
            <PageHead title={t('title')} back={back} />
            <Empty title={t('no_unit')}>{t('no_unit_help')}</Empty>
          </>
        ) : (
          <Desk back={back} first={{ ...emptyDraft, unit: own ? { id: own.id, name: own.name } : null }} />
        );
      }}
    </Loading>
  );
}

type DeskProps = { readonly first: ReceptionDraft; readonly back: { readonly to: string; readonly label: string } };

/** One dossier after the other: form, then its code and what goes home with the citizen. */
function Desk({ first, back }: DeskProps) {
  const { t } = useTranslation('desk');
  const [start, setStart] = useState({ draft: first, number: 1 });
  const [received, setReceived] = useState<{ answer: Outcome; draft: ReceptionDraft } | null>(null);
  if (received) {
    return (
      <ReceivedSheet
        received={received.answer}
        draft={received.draft}
        back={back}
        onNext={() => {
          setStart({ draft: nextDraft(received.draft), number: start.number + 1 });
          setReceived(null);
        }}
      />
    );
  }
  return (
    <>
      <PageHead title={t('title')} answer={t('answer')} back={back} />
      <ReceptionForm key={start.number} first={start.draft} onReceived={(answer, draft) => setReceived({ answer, draft })} />
    </>
  );
}

type FormProps = { readonly first: ReceptionDraft; readonly onReceived: (answer: Outcome, draft: ReceptionDraft) => void };

function ReceptionForm({ first, onReceived }: FormProps) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(first);
  // What this form enters is one dossier, received or turned away, however often it has to be sent.
  const [requestId] = useState(newId);
  const day = today();
  const sheet = useQuery({ ...procedureQuery(draft.procedure?.id ?? '', day), enabled: draft.procedure !== null });
  const version = draft.procedure && sheet.data ? currentVersion(sheet.data) : undefined;
  const body = version ? receptionOf(draft, version.papers) : null;
  const receive = useMutation({
    mutationFn: (reception: Reception) => receiveDossier({ ...reception, requestId }),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: dossiersKey });
      onReceived({ kind: 'received', ...answer }, draft);
    },
  });
  return (
    <Form
      verb={t('verb')}
      pending={receive.isPending}
      error={receive.error}
      disabled={body === null}
      onSubmit={() => body && receive.mutate(body)}
      asksMore={version && missingPapers(draft, version.papers).length > 0 ? t('papers.lacks') : true}
      wide
      secondary={
        version ? (
          <TurnAway
            dossier={turnedAwayOf(draft, version.papers)}
            requestId={requestId}
            missing={missingPapers(draft, version.papers)}
            onTurnedAway={({ code }, kind) => onReceived({ kind, code }, draft)}
          />
        ) : null
      }
    >
      <UnitPicker label={t('unit')} value={draft.unit} asOf={day} required onChange={(unit) => setDraft({ ...draft, unit })} />
      <ProcedurePicker
        value={draft.procedure}
        day={day}
        unitId={draft.unit?.id}
        onChange={(procedure) => setDraft({ ...draft, procedure, papers: {} })}
      />
      {draft.procedure ? (
        <Loading of={sheet} lines={3}>
          {() =>
            version ? (
              <>
                <TimeLimit version={version} />
                <PaperChecklist papers={version.papers} draft={draft} onDraft={setDraft} />
              </>
            ) : (
              <p role="alert">{t('procedure_not_in_force')}</p>
            )
          }
        </Loading>
      ) : null}
      <ApplicantFields draft={draft} onDraft={setDraft} errors={receive.error ? fieldErrors(asProblem(receive.error)) : {}} />
      <AlikeNotice draft={draft} />
    </Form>
  );
}
