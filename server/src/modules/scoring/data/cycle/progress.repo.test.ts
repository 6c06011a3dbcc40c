// SPDX-License-Identifier: Apache-2.0
// What is counted in the database is what the rules of the domain say of the same scores and evidence.
import { beforeAll, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { systemActor } from '../../../../platform/auth/actor.ts';
import { completenessOf, sheetCounts } from '../../domain/cycle/completeness.ts';
import { isScoredAt, latestScores, type Stage, stages, standingScore } from '../../domain/cycle/stages.ts';
import { flagEvidence } from '../../domain/evidence/flags.ts';
import { countFlagged, type Evidence, insertEvidence, insertWithdrawal, selectFlaggedPage, selectRoundEvidence } from './evidence.repo.ts';
import { selectAppraised, selectProgress } from './progress.repo.ts';
import { insertRound } from './rounds.repo.ts';
import { insertScores, type NewScore, selectInputs, selectLatestScores } from './scores.repo.ts';
import { cycleDb } from './tables.ts';
import { selectRoundUnits } from './units.repo.ts';

const { db } = await aDatabase();
const own = cycleDb(db);
const everywhere = { roots: null };
const set = aSet(nodesOfEveryMethod());
const year = 2026;
let [roundId, sheetIds]: [string, readonly string[]] = ['', []];

let state = 11;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
}
const oneOf = <T>(from: readonly T[]): T => from[random(from.length)] as T;

function scoresOf(roundUnitId: string): (NewScore & { roundUnitId: string })[] {
  return set.nodes.flatMap(({ code }) =>
    stages.flatMap((stage: Stage) =>
      Array.from({ length: random(4) }, (_, place) => ({
        roundUnitId,
        itemCode: code,
        stage,
        sequence: place + 1,
        input: { kind: 'points', points: String(random(3)) } as const,
        outcome: 'scored' as const,
        points: '1',
        note: random(2) === 0 ? 'Lý do' : null,
        source: null,
        origin: null,
        inSightOf: oneOf([null, 0, 1, 2, 3, 4, 5, 6]),
      })),
    ),
  );
}

beforeAll(async () => {
  const district = await aUnit(db, { level: 'district' });
  const units = [];
  for (let made = 0; made < 40; made += 1) units.push(await aUnit(db, { parentId: district.id }));
  const setId = await aPublishedSet(db, set);
  const head = { year, title: 'Đợt thử', organisingUnitId: district.id, asOf: '2026-01-31', mark: null };
  // One group more, whose items are others: scores of items that the set of a group does not hold are not counted.
  const groups = [
    { code: 'a', name: 'Nhóm A', setId, unitIds: units.slice(0, 30).map(({ id }) => id) },
    { code: 'b', name: 'Nhóm B', setId, unitIds: units.slice(30).map(({ id }) => id) },
  ];
  roundId = await insertRound(own, 'thử', head, '2026-01-31', { groups, dates: [] });
  sheetIds = (await selectRoundUnits(own, everywhere, roundId)).map(({ id }) => id);
  await insertScores(own, systemActor, sheetIds.slice(1).flatMap(scoresOf));
  const ids = await insertEvidence(
    own,
    systemActor,
    Array.from({ length: 300 }, (_, number) => ({
      roundUnitId: oneOf(sheetIds),
      itemCode: oneOf(set.nodes).code,
      fileId: district.id,
      documentId: null,
      // Some contents are on many sheets, most are alone.
      sha256: String(random(2) === 0 ? random(40) : 1_000 + number).padStart(64, '0'),
      name: `Tệp ${number}.pdf`,
      place: oneOf([null, ' ', 'trang 1', ' trang 1\u00a0', 'trang 2']),
      datedOn: oneOf([null, '2026-03-01', '2026-12-31', '2026-01-01', '2025-12-31', '2027-01-01']),
      expiresOn: oneOf([null, null, '2026-12-30', '2026-12-31', '2027-06-30']),
    })),
  );
  for (const id of ids.filter(() => random(9) === 0)) await insertWithdrawal(own, systemActor, id, 'Nhầm tệp');
});

const itemsOf = () =>
  new Map([
    ['a', set.nodes],
    ['b', set.nodes.slice(0, 2)],
  ]);

describe('progress of sheets', () => {
  test('each count is the one of the rules', async () => {
    const progress = await selectProgress(own, roundId, itemsOf());
    const scores = await selectLatestScores(own, roundId);
    const evidence = await selectRoundEvidence(own, roundId);
    for (const unit of await selectRoundUnits(own, everywhere, roundId)) {
      const items = itemsOf().get(unit.groupCode) ?? [];
      const evident = new Set(evidence.filter(({ roundUnitId }) => roundUnitId === unit.id).map(({ itemCode }) => itemCode));
      const { listed: _, ...expected } = completenessOf(items, scores.get(unit.id) ?? [], evident);
      expect(sheetCounts(items, progress.get(unit.id))).toEqual(expected);
    }
  });

  test('of some sheets it is the same as of all', async () => {
    const some = sheetIds.slice(0, 7);
    const all = await selectProgress(own, roundId, itemsOf());
    expect(await selectProgress(own, roundId, itemsOf(), some)).toEqual(new Map([...all].filter(([id]) => some.includes(id))));
  });

  test('appraisals that stand are those of the rules', async () => {
    const scores = await selectLatestScores(own, roundId);
    for (const stage of ['appraised_1', 'appraised_2'] as const) {
      const found = await selectAppraised(own, roundId, stage);
      let standing = 0;
      for (const id of sheetIds) {
        const latest = latestScores(scores.get(id) ?? []);
        for (const { code } of set.nodes) {
          const stands = standingScore(latest.get(code), stage) !== undefined;
          standing += stands ? 1 : 0;
          expect(found.get(id)?.has(code) ?? false).toBe(stands);
        }
      }
      expect(standing).toBeGreaterThan(10);
    }
    expect(set.nodes.some((node) => isScoredAt(node, 'appraised_1'))).toBe(true);
  });

  test('inputs read by the sheet are those of its latest scores', async () => {
    const scores = await selectLatestScores(own, roundId);
    const inputs = await selectInputs(own, roundId);
    expect(inputs.size).toBe(scores.size);
    for (const [id, latest] of scores)
      expect(inputs.get(id)).toEqual(
        latest.map(({ itemCode, stage, sequence, inSightOf, input }) => ({ itemCode, stage, sequence, inSightOf, input })),
      );
  });
});

describe('evidence with signs', () => {
  const signsOf = (evidence: readonly Evidence[]) =>
    flagEvidence(
      evidence.map((one) => ({ ...one, sheetId: one.roundUnitId, content: one.sha256 ?? one.id, place: one.place?.trim() || null })),
      year,
    );

  test('is counted on each sheet as the rules find it', async () => {
    const evidence = await selectRoundEvidence(own, roundId);
    const signs = signsOf(evidence);
    const expected = new Map<string, number>();
    for (const { id, roundUnitId } of evidence) if (signs.has(id)) expected.set(roundUnitId, (expected.get(roundUnitId) ?? 0) + 1);
    expect(signs.size).toBeLessThan(evidence.length);
    expect(await countFlagged(own, { id: roundId, year })).toEqual(expected);
    const some = sheetIds.slice(0, 7);
    const counted = await countFlagged(own, { id: roundId, year }, some);
    for (const id of some) expect(counted.get(id)).toBe(expected.get(id));
  });

  const firstCome = { sort: 'at', order: 'asc' } as const;

  test('comes page by page, each piece once', async () => {
    const signs = signsOf(await selectRoundEvidence(own, roundId));
    const pages: string[] = [];
    const round = { id: roundId, year, full: true };
    for (let offset = 0; offset < signs.size + 20; offset += 20) {
      const { papers, total } = await selectFlaggedPage(own, round, { sheetIds, itemCodes: [] }, { ...firstCome, offset, limit: 20 });
      expect(total).toBe(signs.size);
      pages.push(...papers.map(({ id }) => id));
    }
    expect(pages.length).toBe(signs.size);
    expect(new Set(pages)).toEqual(new Set(signs.keys()));
    const some = sheetIds.slice(0, 3);
    const ofSome = await selectFlaggedPage(
      own,
      { ...round, full: false },
      { sheetIds: some, itemCodes: [] },
      { ...firstCome, offset: 0, limit: 500 },
    );
    expect(ofSome.papers.every(({ id, roundUnitId }) => signs.has(id) && some.includes(roundUnitId))).toBe(true);
    expect(ofSome.units).toBe(new Set(ofSome.papers.map(({ roundUnitId }) => roundUnitId)).size);
  });
});
