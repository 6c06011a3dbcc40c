// SPDX-License-Identifier: Apache-2.0
import { fill, type Language } from '#platform/http/problem';
import { inspectionsErrors } from '../domain/errors.ts';
import type { AvailableStep } from '../domain/steps.ts';

/** Moves with the sentence of every reason and warning, so that a screen shows why without asking again. */
export function withTexts<Step>(steps: readonly AvailableStep<Step>[], language: Language) {
  const told = <B extends AvailableStep<Step>['reasons'][number]>(blocker: B) => ({
    ...blocker,
    text: fill(inspectionsErrors[blocker.code]?.[language] ?? blocker.code, blocker.params),
  });
  return steps.map((step) => ({ ...step, reasons: step.reasons.map(told), warnings: step.warnings.map(told) }));
}
