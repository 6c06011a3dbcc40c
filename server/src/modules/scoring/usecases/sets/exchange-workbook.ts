// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { findBefore } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { diffSets, type SetDifference } from '../../domain/versions/diff-sets.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { emptySet } from '../../domain/workbook/empty-set.ts';
import type { CellProblem } from '../../domain/workbook/read-node.ts';
import { setOfCells, sheetNames } from '../../domain/workbook/read-rows.ts';
import { type ToldFault, tellFaults, tellRules } from './check-content.ts';
import { ContentBody } from './content.schema.ts';
import { getSet } from './read-sets.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export type WorkbookFile = { readonly name: string; readonly content: Uint8Array };

/**
 * A version as a workbook that can be edited and brought back.
 *
 * @throws AppError `scoring.set_not_found`
 */
export async function exportSet(db: Db, id: string): Promise<WorkbookFile> {
  const { content, number } = await getSet(db, id);
  return { name: `bo-tieu-chi-${content.level}-${content.year}-v${number}.xlsx`, content: await writeWorkbook(content) };
}

/** An empty workbook with headings, choices and help. */
export async function exportTemplate(): Promise<WorkbookFile> {
  return { name: 'mau-bo-tieu-chi.xlsx', content: await writeWorkbook(emptySet) };
}

export type ReadWorkbook = {
  readonly content: CriteriaSet;
  /** Cells that could not be understood; with one of these nothing is to be saved. */
  readonly problems: readonly CellProblem[];
  /** Faults of what was read; a draft may be saved with them. */
  readonly faults: readonly (ToldFault & { readonly sheetRow: number | null })[];
  readonly rules: readonly string[];
  /** The version that the differences are told against: the one named, else the latest of the level up to the year. */
  readonly against: { readonly id: string; readonly year: number; readonly number: number; readonly title: string } | null;
  readonly difference: SetDifference;
};

/**
 * Reads a workbook and tells what it would change; nothing is saved.
 *
 * @throws AppError `scoring.set_not_found` and those of `readWorkbook`
 */
export async function reviewWorkbook(db: Db, bytes: Uint8Array, againstId: string | null, language: Language): Promise<ReadWorkbook> {
  const read = setOfCells(await readWorkbook(bytes));
  const checked = ContentBody.safeParse(read.set);
  const content = checked.success ? checked.data : emptySet;
  const tooLong = (checked.error?.issues ?? []).map(({ path, message }): CellProblem => {
    const index = path[0] === 'nodes' && typeof path[1] === 'number' ? path[1] : undefined;
    const row = index === undefined ? 1 : (read.rows[index] ?? 1);
    return { sheet: index === undefined ? sheetNames.head : sheetNames.nodes, row, column: String(path.at(-1) ?? ''), problem: message };
  });
  const own = scoringDb(db);
  const against = againstId === null ? await findBefore(own, content.level, content.year) : await getSet(db, againstId);
  return {
    content,
    problems: [...read.problems, ...tooLong],
    faults: tellFaults(content, language).map((fault) => ({
      ...fault,
      sheetRow: fault.row === null ? null : (read.rows[fault.row] ?? null),
    })),
    rules: tellRules(content, language),
    against: against ? { id: against.id, year: against.year, number: against.number, title: against.title } : null,
    difference: diffSets(against?.content ?? emptySet, content),
  };
}
