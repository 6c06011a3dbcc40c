// SPDX-License-Identifier: Apache-2.0
import { AppError, type AppErrorParams } from '#kernel/app-error';
import { vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { cellKey } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { filesWithin, unitsWithin } from '../data/revisions.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { checkEntered, type EnteredParts } from '../domain/check-entered.ts';
import type { Cell } from '../domain/figure.ts';
import type { IndicatorVersion } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { applyRules, cellsCompared, type EntryWarning } from './apply-rules.ts';
import { measuresOf } from './compute-figures.ts';
import { getPeriod } from './get-period.ts';
import { type HeldFields, heldFields, requireField } from './held-fields.ts';
import { readMeasures } from './measures.ts';
import { lockTouched, type Recorded, recordFigures, type ToRecord } from './record-figures.ts';

/** What a person typed into one cell; both parts empty takes the value back. */
export type EnteredCell = EnteredParts & {
  readonly unitId: string;
  readonly indicatorId: string;
  /** The revision that the person saw; 0 where the cell was empty. */
  readonly seen: number;
  readonly evidenceFileId?: string | null | undefined;
  readonly note?: string | null | undefined;
};

export type RefusedCell = {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly code: string;
  readonly params: AppErrorParams;
  /** What stands in the cell now. */
  readonly number: number;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

export type EnterResult = {
  readonly saved: readonly Recorded[];
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly EntryWarning[];
};

export type EnterInput = {
  readonly period: string;
  readonly cells: readonly EnteredCell[];
  /** Where the numbers were read from, for an import. */
  readonly file?: { readonly name: string; readonly rowOf: (cell: EnteredCell) => number } | undefined;
};

/** Where somebody may enter; without `reformFields` all of them. */
export type EntryScope = Pick<UnitScope, 'roots'> & Partial<UnitScope>;

/**
 * Records what people entered. Each cell is judged on its own: one that somebody else has changed meanwhile, or that is no
 * number, is refused with its reason while the others are saved.
 *
 * @throws AppError `figures.period_unknown`, `figures.unit_not_found` where any unit lies outside the scope,
 * `figures.indicator_not_found`
 */
export async function enterFigures(db: Db, actor: Actor, scope: EntryScope, input: EnterInput): Promise<EnterResult> {
  const period = await getPeriod(db, input.period);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const units = await unitsWithin(
      own,
      scope,
      input.cells.map((cell) => cell.unitId),
    );
    if (input.cells.some((cell) => !units.has(cell.unitId))) throw new AppError('not_found', 'figures.unit_not_found');
    const indicators = new Map((await indicatorsOn(own, period.to)).map((one) => [one.indicatorId, one]));
    const files = await filesWithin(
      own,
      scope,
      input.cells.flatMap((cell) => cell.evidenceFileId ?? []),
    );
    const known = input.cells.map((cell) => ({ cell, unitId: cell.unitId, indicator: indicators.get(cell.indicatorId) }));
    const judged = known.flatMap((one) => (one.indicator ? [{ ...one, indicator: one.indicator }] : []));
    if (judged.length < known.length) throw new AppError('not_found', 'figures.indicator_not_found');
    const { reformFields = null } = scope;
    const held = await heldFields(
      own,
      { ...scope, reformFields },
      [...units.keys()],
      judged.map(({ indicator }) => indicator),
    );
    const compared = await cellsCompared(own, period, [...indicators.values()], judged);
    const locked = await lockTouched(own, judged, period, actor.name, compared);
    const { values, refused } = judgeCells({ judged, locked, files, period, file: input.file, held });
    const checked = await applyRules(own, period, [...indicators.values()], await withMeasures(tx, values, period));
    const saved = await recordFigures(own, actor, period, locked, checked.values);
    if (saved.length > 0) await audit(tx, actor, period, saved, input);
    const broken = checked.refused.map(({ value, ...why }) => ({
      ...why,
      unitId: value.unitId,
      indicatorId: value.indicator.indicatorId,
      ...standing(locked.get(cellKey({ unitId: value.unitId, indicatorId: value.indicator.indicatorId }))),
    }));
    return { saved, refused: [...refused, ...broken], warnings: checked.warnings };
  });
}

type Judged = { readonly cell: EnteredCell; readonly unitId: string; readonly indicator: IndicatorVersion };
type Ground = {
  readonly judged: readonly Judged[];
  readonly locked: ReadonlyMap<string, Cell>;
  readonly files: ReadonlySet<string>;
  readonly period: Period;
  readonly file: EnterInput['file'];
  readonly held: HeldFields;
};

function judgeCells({ judged, locked, files, period, file, held }: Ground): { values: ToRecord[]; refused: RefusedCell[] } {
  const values: ToRecord[] = [];
  const refused: RefusedCell[] = [];
  for (const { cell, indicator } of judged) {
    const present = locked.get(cellKey(cell));
    try {
      if (present && present.ownNumber !== cell.seen) throw new AppError('conflict', 'figures.stale_cell', { by: present.changedBy });
      if (cell.evidenceFileId && !files.has(cell.evidenceFileId)) throw new AppError('not_found', 'figures.evidence_not_found');
      requireField(held, cell.unitId, indicator);
      const parts = checkEntered(indicator, period, cell);
      const isEmpty = parts.numerator === null && parts.denominator === null;
      if (isEmpty && !present?.own) continue;
      values.push({
        ...parts,
        unitId: cell.unitId,
        indicator,
        origin: file ? 'imported' : 'entered',
        withdrawn: isEmpty,
        evidenceFileId: cell.evidenceFileId ?? null,
        note: cell.note ?? null,
        ...(file ? { fileName: file.name, fileRow: file.rowOf(cell) } : {}),
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { numerator = null, denominator = null } = present?.own ?? {};
      const { unitId, indicatorId } = cell;
      refused.push({
        unitId,
        indicatorId,
        code: error.code,
        params: error.params,
        number: present?.ownNumber ?? 0,
        numerator,
        denominator,
      });
    }
  }
  return { values, refused };
}

function standing(cell: Cell | undefined): Pick<RefusedCell, 'number' | 'numerator' | 'denominator'> {
  return { number: cell?.ownNumber ?? 0, numerator: cell?.own?.numerator ?? null, denominator: cell?.own?.denominator ?? null };
}

/** The measured part of mixed indicators, read at the moment of entry. */
async function withMeasures(db: Db, values: readonly ToRecord[], period: Period): Promise<ToRecord[]> {
  const codes = new Set(
    values.flatMap(({ indicator }) =>
      [indicator.numerator.measure, indicator.denominator?.measure ?? null].filter((code) => code !== null),
    ),
  );
  if (codes.size === 0) return [...values];
  const numberOf = await readMeasures(db, codes, {
    unitIds: [...new Set(values.map((one) => one.unitId))],
    from: period.from,
    to: period.to,
  });
  return values.map((value) => {
    const { numerator, denominator } = value.indicator;
    if (value.withdrawn || (!numerator.measure && !denominator?.measure)) return value;
    return {
      ...value,
      numerator: numerator.measure ? numberOf(value.unitId, numerator.measure) : value.numerator,
      denominator: denominator?.measure ? numberOf(value.unitId, denominator.measure) : value.denominator,
      measures: measuresOf(value.indicator),
    };
  });
}

async function audit(tx: Db, actor: Actor, period: Period, saved: readonly Recorded[], input: EnterInput): Promise<void> {
  const units = new Set(saved.map((one) => one.unitId));
  const [unitId = null] = units;
  await recordAudit(tx, actor, {
    action: input.file ? 'figures.imported' : 'figures.entered',
    subject: ['figures', period.key],
    unitId: units.size === 1 ? unitId : null,
    data: { period: period.key, periodTo: vietnameseDay(period.to), file: input.file?.name ?? null, revisions: saved.map((one) => one.id) },
  });
}
