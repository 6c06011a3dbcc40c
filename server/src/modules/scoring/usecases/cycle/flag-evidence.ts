// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Evidence, selectRoundEvidence } from '../../data/cycle/evidence.repo.ts';
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { flagSentence } from '../../domain/evidence/flag-words.ts';
import { type FlagKind, flagEvidence } from '../../domain/evidence/flags.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { openRound, type Scope, setsOfRound } from './open-round.ts';

export type ToldFlag = { readonly kind: FlagKind; readonly sentence: string };

export type FlaggedEvidence = Evidence & {
  readonly unitName: string;
  readonly groupCode: string;
  readonly itemName: string;
  readonly flags: readonly ToldFlag[];
};

/**
 * Evidence of a round that should be looked at before it is taken for proof, on the sheets that the reader reaches.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function listFlaggedEvidence(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  language: Language,
): Promise<FlaggedEvidence[]> {
  const { round } = await openRound(db, actor, scope, roundId);
  const own = cycleDb(db);
  const sheets = new Map((await selectRoundUnits(own, scope, roundId)).map((unit) => [unit.id, unit]));
  const evidence = await selectRoundEvidence(own, roundId);
  const flags = await toldFlags(db, scope, round, evidence, language);
  const { sets } = await setsOfRound(db, roundId);
  return evidence.flatMap((paper): FlaggedEvidence[] => {
    const sheet = sheets.get(paper.roundUnitId);
    const told = flags.get(paper.id);
    if (!sheet || !told) return [];
    const set = sets.get(sheet.groupCode);
    const itemName = set?.items[set.itemAt.get(paper.itemCode) ?? -1]?.node.name ?? '';
    return [{ ...paper, unitName: sheet.authorityName, groupCode: sheet.groupCode, itemName, flags: told }];
  });
}

/** How many pieces of evidence of each sheet of a round bear a sign. */
export function countFlagged(evidence: readonly Evidence[], year: number): ReadonlyMap<string, number> {
  const flags = flagEvidence(evidence.map(asPaper), year);
  const counts = new Map<string, number>();
  for (const { id, roundUnitId } of evidence) if (flags.has(id)) counts.set(roundUnitId, (counts.get(roundUnitId) ?? 0) + 1);
  return counts;
}

/**
 * Signs of the evidence of a round as sentences, by the evidence. Other units are named to whoever reaches the whole round, and only
 * counted for a unit that reads its own sheet.
 */
export async function toldFlags(
  db: Db,
  scope: Scope,
  round: Round,
  evidence: readonly Evidence[],
  language: Language,
): Promise<ReadonlyMap<string, readonly ToldFlag[]>> {
  const units = round.full ? await selectRoundUnits(cycleDb(db), scope, round.id) : [];
  const names = new Map(units.map(({ id, authorityName }) => [id, authorityName]));
  const flags = flagEvidence(evidence.map(asPaper), round.year);
  return new Map(
    [...flags].map(([id, own]) => [id, own.map((flag) => ({ kind: flag.kind, sentence: flagSentence(flag, language, names) }))]),
  );
}

function asPaper({ id, roundUnitId, itemCode, sha256, documentId, place, datedOn, expiresOn }: Evidence) {
  return { id, sheetId: roundUnitId, itemCode, content: sha256 ?? documentId ?? id, place: place?.trim() || null, datedOn, expiresOn };
}
