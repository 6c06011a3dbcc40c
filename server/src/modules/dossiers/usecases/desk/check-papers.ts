// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { ProcedureVersion } from '#modules/procedures';
import { type DossierRow, handPaper } from '../../data/desk.repo.ts';
import type { DossiersDb, HandedPaperTable } from '../../data/tables.ts';

export type HandedPaper = {
  /** Code of the paper in the procedure's version. */
  readonly code: string;
  readonly originals: number;
  readonly copies: number;
  readonly handed: boolean;
  readonly note?: string | null | undefined;
};

export type KeptPaper = Omit<HandedPaperTable, 'code' | 'unit_id' | 'position'>;

/**
 * Every paper of the version with what was handed in.
 *
 * @throws AppError `dossiers.paper_unknown`
 */
export function keptPapers(version: Pick<ProcedureVersion, 'papers'>, handed: readonly HandedPaper[]): KeptPaper[] {
  const unknown = handed.find((paper) => !version.papers.some((known) => known.code === paper.code));
  if (unknown) throw new AppError('invalid', 'dossiers.paper_unknown', { paper: unknown.code });
  return version.papers.map((paper) => {
    const given = handed.find((one) => one.code === paper.code);
    return {
      paper_code: paper.code,
      name: paper.name,
      required: paper.condition === null,
      originals: given?.originals ?? 0,
      copies: given?.copies ?? 0,
      handed: given?.handed ?? false,
      note: given?.note ?? null,
    };
  });
}

/**
 * Names the missing papers all at once (Decree 61/2018, art. 17).
 *
 * @throws AppError `dossiers.papers_missing`
 */
export function refuseMissing(papers: readonly KeptPaper[]): void {
  const missing = papers.filter((paper) => paper.required && !paper.handed);
  if (missing.length > 0)
    throw new AppError('conflict', 'dossiers.papers_missing', { papers: missing.map((paper) => paper.name).join('; ') });
}

/**
 * Records what was handed in with a later step.
 *
 * @throws AppError `dossiers.paper_unknown`
 */
export async function handPapers(
  own: DossiersDb,
  dossier: Pick<DossierRow, 'code' | 'unitId'>,
  papers: readonly HandedPaper[],
): Promise<void> {
  for (const { code, originals, copies, handed, note = null } of papers) {
    const isKnown = await handPaper(own, dossier, { paper_code: code, originals, copies, handed, note });
    if (!isKnown) throw new AppError('invalid', 'dossiers.paper_unknown', { paper: code });
  }
}
