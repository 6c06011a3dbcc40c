// SPDX-License-Identifier: Apache-2.0

import type { TimeLimit } from '../clock/types.ts';
import type { StepEvent } from '../desk/step-events.ts';
import type { WorkState } from '../desk/work-state.ts';

export type SlipStep = {
  readonly event: StepEvent;
  readonly status: number;
  readonly at: string;
  /** The due moment that held after the step. */
  readonly dueAt: string | null;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly details: unknown;
};

export type SlipPaperHanded = {
  readonly name: string;
  readonly required: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly handed: boolean;
  readonly note: string | null;
};

/** What the forms of one dossier are filled from. */
export type SlipFacts = {
  readonly code: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly limit: TimeLimit | null;
  readonly applicantName: string;
  readonly applicant: {
    readonly identityNumber: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  } | null;
  readonly subject: string | null;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly computedDueAt: string | null;
  readonly finishedAt: string | null;
  readonly timeliness: number | null;
  /** How it stands while it is open. */
  readonly state: WorkState | null;
  readonly papers: readonly SlipPaperHanded[];
  readonly steps: readonly SlipStep[];
};

/** The last step of a kind. */
export function lastStep(facts: Pick<SlipFacts, 'steps'>, event: StepEvent): SlipStep | undefined {
  return facts.steps.findLast((step) => step.event === event);
}

/** Papers that the procedure always asks for and that were not handed in. */
export function missingPapers(facts: Pick<SlipFacts, 'papers'>): SlipPaperHanded[] {
  return facts.papers.filter((paper) => paper.required && !paper.handed);
}

/** Over its due moment, whether it is still open or has its result. */
export function isLate(facts: Pick<SlipFacts, 'state' | 'timeliness'>): boolean {
  return facts.state === 'overdue' || facts.timeliness === 3;
}
