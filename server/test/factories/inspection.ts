// SPDX-License-Identifier: Apache-2.0

import type { ReformField } from '../../src/kernel/reform-fields.ts';
import { seedHolidays } from '../../src/modules/calendar/index.ts';
import { seedChecklist } from '../../src/modules/inspections/index.ts';
import { listChecklists } from '../../src/modules/inspections/usecases/checklists/read-checklist.ts';
import { declareFigures } from '../../src/modules/inspections/usecases/field-work/declare-figures.ts';
import { saveAnswers } from '../../src/modules/inspections/usecases/field-work/save-answers.ts';
import { getRound } from '../../src/modules/inspections/usecases/rounds/get-round.ts';
import { moveRound } from '../../src/modules/inspections/usecases/rounds/move-round.ts';
import { createRound } from '../../src/modules/inspections/usecases/rounds/save-round.ts';
import { setTeam } from '../../src/modules/inspections/usecases/rounds/set-team.ts';
import { getVisit } from '../../src/modules/inspections/usecases/visits/get-visit.ts';
import { moveVisit } from '../../src/modules/inspections/usecases/visits/move-visit.ts';
import { addVisit } from '../../src/modules/inspections/usecases/visits/set-visits.ts';
import { recordOpinion } from '../../src/modules/inspections/usecases/visits/unit-report.ts';
import { type Actor, type Role, systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';
import { anActor } from '../server.ts';
import { anAccount } from './account.ts';
import { aDocument } from './document.ts';
import { aUnit, type UnitGiven } from './unit.ts';

const everywhere = { roots: null };

export type InspectionGiven = {
  readonly province: UnitGiven;
  readonly district: UnitGiven;
  readonly commune: UnitGiven;
  readonly otherDistrict: UnitGiven;
  readonly planId: string;
  readonly decisionId: string;
  readonly roundId: string;
  /** The visit to the district. */
  readonly visitId: string;
  readonly actors: Readonly<Record<'organiser' | 'head' | 'secretary' | 'member' | 'officer' | 'leader' | 'stranger' | 'reader', Actor>>;
};

export type InspectionAsked = {
  readonly step?: 'planned' | 'decided' | 'announced' | 'unit_reported' | 'on_site' | 'minutes_agreed' | 'minutes_signed';
  readonly visitOn?: string;
};

const order = ['planned', 'decided', 'announced', 'unit_reported', 'on_site', 'minutes_agreed', 'minutes_signed'] as const;

/**
 * A round of the province that inspects one district in the field of procedures (16 items), taken as far as asked:
 * on site where nothing else is asked. Its seats are those of the accounts behind `head`, `secretary` and `member`.
 *
 * @example
 * const { visitId, actors } = await anInspection(db, { step: 'on_site' });
 */
export async function anInspection(db: Db, { step = 'on_site', visitOn = '2022-09-06' }: InspectionAsked = {}): Promise<InspectionGiven> {
  await seedHolidays(db);
  await seedChecklist(db);
  const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử', authorityName: 'UBND tỉnh Thử' });
  const below = { parentId: province.id, validTo: '2025-06-30' };
  const district = await aUnit(db, { ...below, level: 'district', name: 'Huyện Thử', authorityName: 'UBND huyện Thử' });
  const otherDistrict = await aUnit(db, { ...below, level: 'district', name: 'Huyện Khác', authorityName: 'UBND huyện Khác' });
  const commune = await aUnit(db, { level: 'commune', name: 'Xã Thử', parentId: district.id, validTo: '2025-06-30' });
  const seated = {
    head: await aSeated(db, 'inspection_head', province.id),
    secretary: await aSeated(db, 'inspection_secretary', province.id),
    member: await aSeated(db, 'inspection_member', province.id, ['procedures']),
  };
  const plan = await aDocument(db, { unitId: province.id, issuedOn: '2022-06-09' });
  const decision = await aDocument(db, { unitId: province.id, issuedOn: '2022-08-09' });
  const roundId = await plannedRound(db, { province, planId: plan.id, decisionId: decision.id, seated });
  const { id: visitId } = await addVisit(db, systemActor, everywhere, roundId, {
    unitId: district.id,
    kind: 'main',
    visitOn,
    visitTo: null,
    place: null,
    reformFields: ['procedures'],
    illustrative: false,
  });
  await advance(db, roundId, visitId, step);
  const actors = {
    organiser: anActor('par_officer', province.id),
    ...seated,
    officer: anActor('unit_officer', district.id),
    leader: anActor('unit_leader', district.id),
    stranger: anActor('unit_officer', otherDistrict.id),
    reader: anActor('reader', province.id),
  };
  return { province, district, commune, otherDistrict, planId: plan.id, decisionId: decision.id, roundId, visitId, actors };
}

type Seated = Readonly<Record<'head' | 'secretary' | 'member', Actor>>;

/** Somebody with an account, so that a seat can be theirs. */
async function aSeated(db: Db, role: Role, unitId: string, reformFields: readonly ReformField[] | null = null): Promise<Actor> {
  const { id } = await anAccount(db, { role, unitId });
  return { ...anActor(role, unitId, reformFields), id };
}

async function plannedRound(
  db: Db,
  { province, planId, decisionId, seated }: { province: UnitGiven; planId: string; decisionId: string; seated: Seated },
): Promise<string> {
  const checklist = (await listChecklists(db)).find((version) => version.state === 'published');
  const { id } = await createRound(db, systemActor, everywhere, {
    title: 'Kiểm tra cải cách hành chính năm 2022',
    subject: '',
    year: 2022,
    form: 'planned',
    planDocumentId: planId,
    decisionDocumentId: decisionId,
    previousRoundId: null,
    startsOn: '2022-09-06',
    endsOn: '2022-09-13',
    inspectedFrom: null,
    inspectedTo: null,
    meetingOn: null,
    organisingUnitId: province.id,
    teamName: 'Đoàn kiểm tra số 9',
    checklistVersionId: checklist?.id ?? null,
    reportTo: null,
    reportOutline: [],
    mark: null,
  });
  const seat = { name: null, unitId: null, illustrative: false };
  await setTeam(db, systemActor, everywhere, id, {
    version: 1,
    members: [
      { ...seat, accountId: seated.head.id, role: 'head', position: 'Trưởng đoàn', reformFields: [] },
      { ...seat, accountId: seated.secretary.id, role: 'secretary', position: 'Thư ký', reformFields: [] },
      { ...seat, accountId: seated.member.id, role: 'member', position: 'Thành viên', reformFields: ['procedures'] },
    ],
  });
  return id;
}

async function advance(db: Db, roundId: string, visitId: string, step: (typeof order)[number]): Promise<void> {
  const wanted = order.slice(1, order.indexOf(step) + 1);
  for (const to of wanted) {
    if (to === 'planned' || to === 'decided' || to === 'announced') {
      await moveRound(db, systemActor, everywhere, roundId, {
        to,
        version: (await getRound(db, systemActor, everywhere, roundId)).version,
        reason: null,
      });
      continue;
    }
    if (to === 'unit_reported') await declareFigures(db, systemActor, everywhere, visitId, [aFigure()]);
    if (to === 'minutes_agreed') await answerEverything(db, visitId);
    if (to === 'minutes_signed')
      await recordOpinion(db, systemActor, everywhere, visitId, { version: await versionOf(db, visitId), opinion: 'Nhất trí.' });
    await moveVisit(db, systemActor, everywhere, visitId, {
      to,
      version: await versionOf(db, visitId),
      reason: null,
      paperSignedOn: to === 'minutes_signed' ? '2022-09-14' : null,
    });
  }
}

/** Answers every checklist item of a visit as met. */
export async function answerEverything(db: Db, visitId: string, actor: Actor = systemActor): Promise<void> {
  const { fields } = await getVisit(db, systemActor, everywhere, visitId);
  const answers = fields
    .flatMap((field) => field.items)
    .map((item) => ({ itemId: item.id, version: item.answer?.version ?? null, verdict: 'meets' as const, note: null }));
  await saveAnswers(db, actor, everywhere, visitId, answers);
}

/** The version of a visit as it stands. */
export async function versionOf(db: Db, visitId: string): Promise<number> {
  return (await getVisit(db, systemActor, everywhere, visitId)).version;
}

let made = 0;

/** Values of a declared figure: 07/21 stated as 30 % where nothing else is asked. */
export function aFigure(asked: Partial<Parameters<typeof declareFigures>[4][number]> = {}): Parameters<typeof declareFigures>[4][number] {
  made += 1;
  return {
    code: `figure_${made}`,
    label: 'Xã dự kiến kiểm tra',
    reformField: 'procedures',
    kind: 'ratio',
    numerator: '7',
    denominator: '21',
    parts: [],
    statedPercent: '30',
    statedText: null,
    unitOfMeasure: 'xã',
    evidenceFileId: null,
    documentId: null,
    paragraph: null,
    note: null,
    ...asked,
  };
}
