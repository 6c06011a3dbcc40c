// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates';
import content from '../../../../../seeds/demo-scoring.json' with { type: 'json' };
import { demoDates } from './demo-dates.ts';
import { type Phase, phases } from './phases.ts';

const today = '2026-11-29';
// Longer than five working days with the days off of Tết among them.
const explanationDays = 14;

test.each(content.rounds)('the phases of $title follow one another, and its own phase lies among them', (round) => {
  const [self, , second] = demoDates(round, today);
  const [opens, closes, ends] = [self?.opensOn ?? '', self?.closesOn ?? '', second?.closesOn ?? ''];
  const since = addDays(today, round.phaseSince);
  const place = (phase: Phase): number => phases.indexOf(phase) - phases.indexOf(round.phase as Phase);

  expect(opens < closes).toBe(true);
  expect(addDays(closes, explanationDays) <= ends).toBe(true);
  expect(since < opens).toBe(place('self_scoring') > 0);
  expect(since > closes).toBe(place('self_scoring') < 0);
  expect(since > ends).toBe(place('council') <= 0);
  if (round.phase === 'explanation') expect(addDays(since, explanationDays) <= ends).toBe(true);
});
