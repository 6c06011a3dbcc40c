// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { findSample, insertSample, updateSampleResults } from '../../data/samples.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import type { SampleResult } from '../../data/values.ts';
import { requireVisitPart } from '../../domain/editing.ts';
import { drawSample, maxSeed } from '../../domain/sampling.ts';
import type { Capacity } from '../../domain/steps.ts';
import { openVisit, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';
import { itemsOf } from '../access/step-facts.ts';

const drawers: readonly Capacity[] = ['head', 'secretary', 'member'];

export type SampleInput = {
  readonly title: string;
  readonly itemId: string | null;
  readonly population: readonly string[];
  readonly size: number;
  /** Where absent the program picks one; it is stored and printed, so that the draw can be repeated. */
  readonly seed?: number | undefined;
};

/**
 * Draws dossiers at random, reproducibly.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.item_not_on_checklist`, `inspections.sample_seed`, `inspections.sample_size`
 */
export async function drawDossiers(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: SampleInput,
): Promise<{ id: string; chosen: string[] }> {
  return inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    requireCapacity(access, drawers);
    requireVisitPart('field_work', access.visit.step);
    const items = await itemsOf(tx, access.round, access.visit);
    if (input.itemId !== null && !items.some((item) => item.id === input.itemId))
      throw new AppError('invalid', 'inspections.item_not_on_checklist');
    const seed = input.seed ?? randomInt(1, maxSeed);
    const chosen = drawSample(input.population, input.size, seed);
    const id = await insertSample(inspectionsDb(tx), actor.name, {
      visitId,
      itemId: input.itemId,
      title: input.title,
      seed,
      population: input.population,
      size: input.size,
      chosen,
    });
    await recordAudit(tx, actor, {
      action: 'inspections.sample_drawn',
      subject: ['sample', id],
      unitId: access.visit.unitId,
      data: { visitId, seed, size: input.size, population: input.population.length, chosen },
    });
    return { id, chosen };
  });
}

/**
 * What was found in the sampled dossiers, by code.
 *
 * @throws AppError `inspections.sample_not_found`, `inspections.sample_code_unknown`, `inspections.not_your_part`,
 * `inspections.not_at_this_step`, `platform.stale`
 */
export async function recordSampleResults(
  db: Db,
  actor: Actor,
  scope: Scope,
  sampleId: string,
  input: { readonly version: number; readonly results: Readonly<Record<string, SampleResult>> },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const sample = await findSample(own, sampleId);
    if (!sample) throw new AppError('not_found', 'inspections.sample_not_found');
    const access = await openVisit(tx, actor, scope, sample.visitId, { lock: true }).catch((error: unknown) => {
      throw error instanceof AppError && error.kind === 'not_found' ? new AppError('not_found', 'inspections.sample_not_found') : error;
    });
    requireCapacity(access, drawers);
    requireVisitPart('field_work', access.visit.step);
    const unknown = Object.keys(input.results).find((code) => !sample.chosen.includes(code));
    if (unknown !== undefined) throw new AppError('invalid', 'inspections.sample_code_unknown', { code: unknown });
    await requireSaved(await updateSampleResults(own, sampleId, input.version, actor.name, input.results), () => findSample(own, sampleId));
    await recordAudit(tx, actor, {
      action: 'inspections.sample_examined',
      subject: ['sample', sampleId],
      unitId: access.visit.unitId,
      data: { results: input.results },
    });
  });
}
