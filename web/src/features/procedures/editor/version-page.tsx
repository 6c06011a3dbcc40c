// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { formatDay, today } from '../../../shared/format/days.ts';
import { forgetUnsaved } from '../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../shared/ui/feedback/only-with.tsx';
import { Forbidden, Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { PageHead } from '../../../shared/ui/layout/page-head.tsx';
import { MarkNote } from '../model/mark-badge.tsx';
import { type ProcedureSheet, procedureQuery, proceduresKey, publishVersion, type Version } from '../model/procedures.api.ts';
import { isLate, LateReason } from '../sheet/act-dialog.tsx';
import { contentOf, draftOf, isWhole, saysTheSame } from './content-draft.ts';
import { ContentFields } from './content-fields.tsx';

/** A new version of a procedure, begun from its last one. */
export function VersionPage() {
  const { id = '' } = useParams();
  const procedure = useQuery(procedureQuery(id, today()));
  return (
    <OnlyWith permission="procedures.manage">
      <Loading page of={procedure}>
        {(sheet) => {
          const latest = sheet.versions.find((version) => !version.isWithdrawn) ?? sheet.versions[0];
          return sheet.canManage && latest ? <NewVersion key={sheet.id} sheet={sheet} latest={latest} /> : <Forbidden page />;
        }}
      </Loading>
    </OnlyWith>
  );
}

function NewVersion({ sheet, latest }: { readonly sheet: ProcedureSheet; readonly latest: Version }) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [before] = useState(() => draftOf(latest));
  // Whoever edits meanwhile is found out by the version that this page was opened with.
  const [opened] = useState(sheet.version);
  const [draft, setDraft] = useState(before);
  const [validFrom, setValidFrom] = useState('');
  const [lateReason, setLateReason] = useState('');
  const isSame = saysTheSame(draft, before);
  const publish = useMutation({
    mutationFn: () =>
      publishVersion(sheet.id, { version: opened, validFrom, lateReason: lateReason.trim() || null, content: contentOf(draft) }),
    onSuccess: async () => {
      forgetUnsaved();
      toastDone(t('form.published', { day: formatDay(validFrom) }));
      await queries.invalidateQueries({ queryKey: proceduresKey });
      await navigate(`/procedures/${sheet.id}`);
    },
  });
  return (
    <>
      <PageHead
        title={t('form.edit_title', { code: sheet.code })}
        answer={t('form.edit_answer')}
        back={{ to: `/procedures/${sheet.id}`, label: latest.name }}
      />
      <MarkNote mark={latest.mark} />
      <Form
        verb={t('form.publish')}
        pending={publish.isPending}
        error={publish.error}
        disabled={isSame || !isWhole(draft) || validFrom === '' || (isLate(validFrom) && lateReason.trim() === '')}
        asksMore
        wide
        onSubmit={() => publish.mutate()}
      >
        <DayInput label={t('form.valid_from')} required value={validFrom} onChange={setValidFrom} />
        <LateReason day={validFrom} value={lateReason} onChange={setLateReason} />
        <ContentFields draft={draft} onDraft={setDraft} unitId={sheet.unitId} day={validFrom} />
        {isSame ? <p className="soft">{t('form.no_change')}</p> : null}
      </Form>
    </>
  );
}
