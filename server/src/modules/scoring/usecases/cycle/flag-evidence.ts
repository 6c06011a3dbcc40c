// SPDX-License-Identifier: Apache-2.0
import { compareVietnamese } from '#kernel/vietnamese-text';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Evidence, type FlaggedOrder, selectFlaggedPage, selectSameContent } from '../../data/cycle/evidence.repo.ts';
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits, selectSheetNames } from '../../data/cycle/units.repo.ts';
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

/** A page of evidence with signs; `units` have them in all. */
export type FlaggedPage = { readonly rows: readonly FlaggedEvidence[]; readonly total: number; readonly units: number };

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
  page: FlaggedOrder,
  language: Language,
): Promise<FlaggedPage> {
  const { round } = await openRound(db, actor, scope, roundId);
  const own = cycleDb(db);
  const sheets = new Map((await selectRoundUnits(own, scope, roundId)).map((unit) => [unit.id, unit]));
  const { sets } = await setsOfRound(db, roundId);
  const places = {
    sheetIds: [...sheets.values()].sort((a, b) => compareVietnamese(a.authorityName, b.authorityName)).map(({ id }) => id),
    itemCodes: [...new Set([...sets.values()].flatMap(({ items }) => items.map(({ node }) => node.code)))],
  };
  const { papers, total, units } = await selectFlaggedPage(own, round, places, page);
  const flags = await toldFlags(db, scope, round, await selectSameContent(own, roundId, papers), papers, language);
  const rows = papers.flatMap((paper): FlaggedEvidence[] => {
    const sheet = sheets.get(paper.roundUnitId);
    const told = flags.get(paper.id);
    if (!sheet || !told) return [];
    const set = sets.get(sheet.groupCode);
    const itemName = set?.items[set.itemAt.get(paper.itemCode) ?? -1]?.node.name ?? '';
    return [{ ...paper, unitName: sheet.authorityName, groupCode: sheet.groupCode, itemName, flags: told }];
  });
  return { rows, total, units };
}

/**
 * Signs of some papers of a round as sentences, by the paper; `evidence` holds them and all of the round with their content. Other units are named to whoever reaches the whole round, and only
 * counted for a unit that reads its own sheet.
 */
export async function toldFlags(
  db: Db,
  scope: Scope,
  round: Round,
  evidence: readonly Evidence[],
  papers: readonly Evidence[],
  language: Language,
): Promise<ReadonlyMap<string, readonly ToldFlag[]>> {
  const flags = flagEvidence(evidence.map(asPaper), round.year, papers.map(asPaper));
  const others = new Set([...flags.values()].flat().flatMap((flag) => (flag.kind === 'many_units' ? flag.otherSheets : [])));
  const names = round.full && others.size > 0 ? await selectSheetNames(cycleDb(db), scope, [...others]) : new Map<string, string>();
  return new Map(
    [...flags].map(([id, own]) => [id, own.map((flag) => ({ kind: flag.kind, sentence: flagSentence(flag, language, names) }))]),
  );
}

function asPaper({ id, roundUnitId, itemCode, sha256, documentId, place, datedOn, expiresOn }: Evidence) {
  return { id, sheetId: roundUnitId, itemCode, content: sha256 ?? documentId ?? id, place: place?.trim() || null, datedOn, expiresOn };
}
