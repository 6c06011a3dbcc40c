// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import { today } from '../../../shared/format/days.ts';
import type { RoundForm, RoundSheet } from '../model/types.ts';

export type RoundDraft = {
  readonly title: string;
  readonly subject: string;
  readonly form: RoundForm;
  readonly organiser: { readonly id: string; readonly name: string } | null;
  readonly teamName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly inspectedFrom: string;
  readonly inspectedTo: string;
  readonly meetingOn: string;
  readonly planDocumentId: string | null;
  readonly decisionDocumentId: string | null;
  readonly checklistVersionId: string;
  readonly previousRoundId: string;
  readonly outline: string;
};

export function emptyRound(): RoundDraft {
  return {
    title: '',
    subject: '',
    form: 'planned',
    organiser: null,
    teamName: '',
    startsOn: '',
    endsOn: '',
    inspectedFrom: '',
    inspectedTo: '',
    meetingOn: '',
    planDocumentId: null,
    decisionDocumentId: null,
    checklistVersionId: '',
    previousRoundId: '',
    outline: '',
  };
}

export function draftOf(round: RoundSheet): RoundDraft {
  return {
    title: round.title,
    subject: round.subject,
    form: round.form,
    organiser: { id: round.organisingUnitId, name: round.organisingUnitName },
    teamName: round.teamName,
    startsOn: round.startsOn ?? '',
    endsOn: round.endsOn ?? '',
    inspectedFrom: round.inspectedFrom ?? '',
    inspectedTo: round.inspectedTo ?? '',
    meetingOn: round.meetingOn ?? '',
    planDocumentId: round.planDocumentId,
    decisionDocumentId: round.decisionDocumentId,
    checklistVersionId: round.checklistVersionId ?? '',
    previousRoundId: round.previousRoundId ?? '',
    outline: round.reportOutline.join('\n'),
  };
}

export function isComplete(draft: RoundDraft): boolean {
  return draft.title.trim() !== '' && draft.teamName.trim() !== '' && draft.organiser !== null;
}

export function bodyOf(draft: RoundDraft): Body<'createRound'> {
  return {
    title: draft.title.trim(),
    subject: draft.subject.trim(),
    year: Number((draft.startsOn || today()).slice(0, 4)),
    form: draft.form,
    organisingUnitId: draft.organiser?.id ?? '',
    teamName: draft.teamName.trim(),
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    inspectedFrom: draft.inspectedFrom || null,
    inspectedTo: draft.inspectedTo || null,
    meetingOn: draft.meetingOn || null,
    planDocumentId: draft.planDocumentId,
    decisionDocumentId: draft.decisionDocumentId,
    checklistVersionId: draft.checklistVersionId || null,
    previousRoundId: draft.previousRoundId || null,
    reportOutline: draft.outline
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}
