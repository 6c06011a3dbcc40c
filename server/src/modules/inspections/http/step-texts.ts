// SPDX-License-Identifier: Apache-2.0
import { fill, type Language } from '#platform/http/problem';
import { inspectionsErrors } from '../domain/errors.ts';
import type { AvailableStep } from '../domain/steps.ts';

/** Moves with the sentence of every reason, so that a screen shows why without asking again. */
export function withTexts<Step>(steps: readonly AvailableStep<Step>[], language: Language) {
  return steps.map((step) => ({
    ...step,
    reasons: step.reasons.map((reason) => ({
      ...reason,
      text: fill(inspectionsErrors[reason.code]?.[language] ?? reason.code, reason.params),
    })),
  }));
}
