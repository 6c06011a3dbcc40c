// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, todayInVietnam } from '#kernel/dates';
import { recordDocument } from '#modules/documents';
import { findUnitByCode, listUnits, type Unit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import content from '../../../../../seeds/demo-scoring.json' with { type: 'json' };
import { insertEvidence, type NewEvidence } from '../../data/cycle/evidence.repo.ts';
import { insertAnswer, insertObjection } from '../../data/cycle/objections.repo.ts';
import { findRound, findRoundByMark, insertEvent, insertRound, updateRound } from '../../data/cycle/rounds.repo.ts';
import { insertScores, type NewScore } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectRoundUnits, updateUnit } from '../../data/cycle/units.repo.ts';
import { findSet, selectSets } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import { demoDates } from '../../domain/cycle/demo-dates.ts';
import { demoObjections, demoSheet } from '../../domain/cycle/demo-sheet.ts';
import type { Phase } from '../../domain/cycle/phases.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import { startDraft } from '../sets/edit-draft.ts';
import { publishSet } from '../sets/publish-set.ts';
import { type DemoPapers, storeDemoPapers } from './demo-papers.ts';
import { seedDemoSurvey } from './demo-survey.ts';
import { loadSet } from './open-round.ts';
import { freezeResult } from './publish-result.ts';

const everywhere = { roots: null };
type DemoRound = (typeof content.rounds)[number];

/** Generated rounds of two districts, marked as such: two published, and one in each phase that has something to look at. */
export async function seedDemoScoring(db: Db, files: FileStore, today: Day = todayInVietnam()): Promise<void> {
  if (await findRoundByMark(cycleDb(db), content.mark)) return;
  const districts = new Map<string, { id: string; papers: DemoPapers }>();
  for (const code of new Set(content.rounds.map(({ unit }) => unit))) {
    const district = await findUnitByCode(db, code);
    if (!district) return;
    const years = content.rounds.filter(({ unit, phase }) => unit === code && phase !== 'preparing').map(({ year }) => year);
    const yearsOf = new Map<number, Unit[]>();
    for (const year of years) yearsOf.set(year, await judgedUnits(db, district.id, year));
    districts.set(code, { id: district.id, papers: await storeDemoPapers(db, files, district.id, yearsOf) });
  }
  await inTransaction(db, async (tx) => {
    for (const round of content.rounds) {
      const district = districts.get(round.unit);
      if (district) await seedRound(tx, district.id, round, district.papers, today);
    }
  });
}

async function judgedUnits(db: Db, organiserId: string, year: number): Promise<Unit[]> {
  const { rows } = await listUnits(db, everywhere, { asOf: `${year}-12-31`, parentId: organiserId, limit: 500 });
  return rows.filter((unit) => content.groups.some(({ level }) => level === unit.level));
}

async function seedRound(db: Db, organiserId: string, round: DemoRound, papers: DemoPapers, today: Day): Promise<void> {
  const own = cycleDb(db);
  const asOf = `${round.year}-12-31`;
  const below = await judgedUnits(db, organiserId, round.year);
  const groups = [];
  const sets = new Map<string, CompiledSet>();
  for (const group of content.groups.filter(({ level }) => below.some((unit) => unit.level === level))) {
    const setId = await demoSet(db, group.level, round.year);
    sets.set(group.code, await loadSet(db, setId));
    groups.push({
      code: group.code,
      name: group.name,
      setId,
      unitIds: below.filter(({ level }) => level === group.level).map(({ id }) => id),
    });
  }
  const dates = demoDates(round, today);
  const head = { year: round.year, title: round.title, organisingUnitId: organiserId, asOf, mark: round.isMarked ? content.mark : null };
  const id = await insertRound(own, systemActor.name, head, today, { groups, dates });
  const phase = round.phase as Phase;
  const units = await selectRoundUnits(own, everywhere, id);
  const drawn: DemoGiven[] = [];
  const evidence: NewEvidence[] = [];
  for (const [index, unit] of units.entries()) {
    const set = sets.get(unit.groupCode);
    if (!set || phase === 'preparing') continue;
    const sheet = demoSheet(
      set,
      { year: round.year, unitCode: unit.unitCode, place: index, phase },
      {
        own: papers.report(unit.unitCode, round.year),
        before: papers.report(unit.unitCode, round.year - 1),
        shared: papers.shared(round.year),
      },
    );
    drawn.push(...sheet.scores.filter((score) => isGiven(score, phase, index)).map((score) => ({ ...score, roundUnitId: unit.id })));
    evidence.push(...sheet.evidence.map((one) => ({ ...one, roundUnitId: unit.id })));
    if (sheet.state !== 'scoring')
      await updateUnit(own, unit.id, content.leader, { state: sheet.state, approved: sheet.state === 'approved' });
  }
  const scores = await seedDemoSurvey(own, id, round.year, drawn);
  for (const name of [content.officer, ...content.appraisers])
    await insertScores(
      own,
      { id: systemActor.id, name },
      scores.filter((score) => giverOf(score) === name),
    );
  await insertEvidence(own, { id: systemActor.id, name: content.officer }, evidence);
  await updateRound(own, id, systemActor.name, { phase, phaseSince: addDays(today, round.phaseSince) });
  await insertEvent(own, systemActor, { roundId: id, roundUnitId: null, from: 'preparing', to: phase, reason: content.note });
  if (phase === 'explanation' || phase === 'second_appraisal') await object(db, units, sets, scores);
  if (phase === 'published') await publishDemo(db, id, organiserId, round);
  await recordAudit(db, systemActor, {
    action: 'scoring.demo_generated',
    subject: ['scoring_round', id],
    unitId: organiserId,
    data: { year: round.year, units: units.length, scores: scores.length },
  });
}

type DemoGiven = NewScore & { readonly roundUnitId: string };

/** While a round is under appraisal, some sheets are done, some half and some not yet. */
function isGiven({ stage, itemCode }: NewScore, phase: Phase, place: number): boolean {
  if (phase !== 'appraisal' || stage !== 'appraised_1') return true;
  return place % 3 === 0 || (place % 3 === 1 && itemCode.length % 2 === 1 && !itemCode.startsWith('3'));
}

/** Two appraisers share the fields, and in one of them the units, so that they can be compared. */
function giverOf({ stage, itemCode, roundUnitId }: DemoGiven): string {
  const [first = '', second = ''] = content.appraisers;
  if (stage === 'self' || stage === 'survey') return content.officer;
  if (itemCode.startsWith('1')) return roundUnitId.charCodeAt(roundUnitId.length - 1) % 2 === 0 ? first : second;
  return /^[2-4]/.test(itemCode) ? first : second;
}

/** The template of a level as the set of a demo year, where that year has none. */
async function demoSet(db: Db, level: string, year: number): Promise<string> {
  const own = scoringDb(db);
  const sets = await selectSets(own);
  const existing = sets.find((set) => set.level === level && set.year === year && set.state === 'published');
  if (existing) return existing.id;
  const template = await findSet(own, sets.find((set) => set.level === level && set.certainty === 'template')?.id ?? '');
  if (!template) throw new RangeError(`no template of the level ${level}`);
  const ofYear = { ...template.content, year, validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
  const { id } = await startDraft(db, systemActor, everywhere, { fromId: template.id, content: ofYear });
  await publishSet(db, systemActor, everywhere, id, { version: 1 });
  return id;
}

async function object(
  db: Db,
  units: readonly RoundUnit[],
  sets: ReadonlyMap<string, CompiledSet>,
  scores: readonly DemoGiven[],
): Promise<void> {
  const own = cycleDb(db);
  for (const { place, itemOf, text, answer } of demoObjections) {
    const unit = units[place];
    const items = unit && sets.get(unit.groupCode)?.items.filter(({ node }) => node.method === 'self');
    const lowered = items?.filter(({ node }) => isLowered(scores, unit?.id ?? '', node.code));
    const item = lowered?.[itemOf % Math.max(1, lowered.length)] ?? items?.[itemOf];
    if (!unit || !item) continue;
    const actor = { id: systemActor.id, name: content.officer };
    const objectionId = await insertObjection(own, actor, { roundUnitId: unit.id, itemCode: item.node.code, text, dueOn: null });
    if (answer) await insertAnswer(own, { id: systemActor.id, name: content.appraisers[0] ?? '' }, { objectionId, ...answer });
  }
}

/** Whether the appraisal of a demo sheet took points away; units object to those. */
function isLowered(scores: readonly DemoGiven[], roundUnitId: string, itemCode: string): boolean {
  const points = (stage: NewScore['stage']): number =>
    Number(scores.find((one) => one.roundUnitId === roundUnitId && one.itemCode === itemCode && one.stage === stage)?.points ?? 0);
  return points('appraised_1') < points('self');
}

async function publishDemo(db: Db, id: string, unitId: string, { year, decision }: DemoRound): Promise<void> {
  const own = cycleDb(db);
  const issuedOn = `${year + 1}-03-15`;
  const subject = `Phê duyệt kết quả Chỉ số cải cách hành chính năm ${year} (minh họa)`;
  const document = await recordDocument(db, systemActor, {
    unitId,
    code: decision ?? '',
    issuedOn,
    subject,
    source: 'illustrative',
    sourceNote: content.note,
  });
  const round = await findRound(own, everywhere, id);
  if (!round) return;
  await updateRound(own, id, systemActor.name, { decisionDocumentId: document.id });
  await freezeResult(db, systemActor, round, { id: document.id, code: document.code, issuedOn, subject });
}
