// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import { actionMeasures } from '#modules/actions';
import { documentMeasures } from '#modules/documents';
import { dossierMeasures } from '#modules/dossiers';
import type { Db } from '#platform/db/db';
import type { MeasuredRecord, Page, Place } from '#platform/measures/record-measures';

export type { MeasuredRecord };

/** Something that a module below counts of a unit and all below it, on the days from one to another. */
export type Measure = {
  readonly code: string;
  /** Raised whenever the same question would be answered otherwise. */
  readonly version: number;
  readonly name: string;
  /** How it is counted, as part of a sentence. */
  readonly sentence: string;
  /** Page of the product that lists the records. */
  readonly recordsPath?: (place: Place) => string;
  readonly listRecords?: (db: Db, place: Place, page: Page) => Promise<MeasuredRecord[]>;
};

/** The measures of one module, all read in one question. */
export type MeasureSource = {
  readonly module: string;
  /** The permission that reads what `listRecords` lists; a page of the product asks for its own. */
  readonly recordsNeed?: string;
  readonly measures: readonly Measure[];
  readonly read: (
    db: Db,
    asked: { readonly unitIds: readonly string[]; readonly from: Day; readonly to: Day },
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
};

const sources: readonly MeasureSource[] = [dossierMeasures, documentMeasures, actionMeasures];
const byCode = new Map(sources.flatMap((source) => source.measures.map((measure) => [measure.code, { measure, source }] as const)));

/** All measures that an indicator can name. */
export function listMeasures(): (Pick<Measure, 'code' | 'version' | 'name' | 'sentence'> & { readonly module: string })[] {
  return [...byCode.values()].map(({ measure: { code, version, name, sentence }, source }) => ({
    code,
    version,
    name,
    sentence,
    module: source.module,
  }));
}

export function findMeasure(code: string): (Measure & Pick<MeasureSource, 'recordsNeed'>) | undefined {
  const found = byCode.get(code);
  return found && { ...found.measure, ...(found.source.recordsNeed ? { recordsNeed: found.source.recordsNeed } : {}) };
}

/** The numbers of some measures for some units; a module that is not asked for anything is not read. */
export async function readMeasures(
  db: Db,
  codes: ReadonlySet<string>,
  asked: { readonly unitIds: readonly string[]; readonly from: Day; readonly to: Day },
): Promise<(unitId: string, code: string) => string | null> {
  const answers = new Map<string, Readonly<Record<string, number>>>();
  for (const source of sources.filter(({ measures }) => measures.some(({ code }) => codes.has(code)))) {
    for (const [unitId, numbers] of await source.read(db, asked)) answers.set(unitId, { ...answers.get(unitId), ...numbers });
  }
  return (unitId, code) => {
    const number = answers.get(unitId)?.[code];
    return number === undefined ? null : String(number);
  };
}
