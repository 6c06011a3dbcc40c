// SPDX-License-Identifier: Apache-2.0

import { workStateOf } from '../../domain/desk/work-state.ts';
import type { SlipFacts } from '../../domain/forms/facts.ts';
import type { DossierSheet } from '../desk/read-dossier.ts';

/** What the forms need of a dossier. */
export function slipFactsOf({ dossier, unitName, procedure, applicant, papers, steps }: DossierSheet, now: Date): SlipFacts {
  const isOpen = dossier.finishedAt === null && ![3, 7, 10].includes(dossier.status);
  const { code, applicantName, subject, submittedAt, receivedAt, dueAt, computedDueAt, finishedAt, timeliness } = dossier;
  return {
    code,
    unitName,
    procedureName: procedure?.name ?? '',
    limit: procedure?.limit ?? null,
    applicantName,
    applicant,
    subject,
    submittedAt,
    receivedAt,
    dueAt,
    computedDueAt,
    finishedAt,
    timeliness,
    state: isOpen ? workStateOf(dossier, { now, soonUntil: now }) : null,
    papers,
    steps,
  };
}
