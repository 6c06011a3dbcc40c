// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import { listRecommendations } from '#modules/actions';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type Round, selectRounds } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { availableSteps, availableVisitSteps } from '../../domain/steps.ts';
import { roundStepNames, visitStepNames } from '../../domain/vocabulary.ts';
import { openRound, type RoundAccess } from '../access/open-round.ts';
import { roundFacts, visitFacts } from '../access/step-facts.ts';
import { getVisit } from '../visits/get-visit.ts';
import { conclusionDeadline, type DeadlineBasis, loadDeadlineBasis } from './conclusion-deadline.ts';

/** What waits for a person: one row, whatever it is, with the day until when and where to do it. */
export type WorkItem = {
  readonly kind: 'round_step' | 'visit_step' | 'answers' | 'conclusion' | 'recommendation_report' | 'recommendation_judge';
  readonly title: string;
  readonly detail: string;
  readonly unitName: string | null;
  readonly dueOn: Day | null;
  readonly isOverdue: boolean;
  readonly link: string;
};

/** Where the person may follow up and report recommendations; undefined where not at all. */
export type WorkScopes = { readonly read: UnitScope; readonly manage: UnitScope | undefined; readonly report: UnitScope | undefined };

/** What waits for the person, the earliest deadline first; what has no deadline comes last. */
export async function listMyWork(db: Db, actor: Actor, scopes: WorkScopes, today: Day = todayInVietnam()): Promise<{ rows: WorkItem[] }> {
  const rows: WorkItem[] = [];
  const basis = await loadDeadlineBasis(db);
  const { rows: rounds } = await selectRounds(
    inspectionsDb(db),
    { roots: scopes.read.roots, actorId: actor.id },
    {},
    { offset: 0, limit: 200 },
  );
  for (const round of rounds.filter((one) => one.step !== 'closed')) {
    const access = await openRound(db, actor, scopes.read, round.id);
    if (access.held.size === 0) continue;
    rows.push(...(await roundWork(db, access, basis, today)), ...(await visitWork(db, actor, scopes.read, access, today)));
  }
  rows.push(...(await recommendationWork(db, scopes, today)));
  return { rows: rows.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.title.localeCompare(b.title)) };
}

async function roundWork(db: Db, { round, held }: RoundAccess, basis: DeadlineBasis, today: Day): Promise<WorkItem[]> {
  // A step that only its content holds up waits for its mover too; one that waits for units has their rows instead.
  const elsewhere = ['inspections.not_your_step', 'inspections.visits_not_there', 'inspections.recommendations_open'];
  const forward = availableSteps(await roundFacts(db, round), held).filter((step) => !step.back);
  const next = forward.find((step) => step.allowed) ?? forward.find((step) => !step.reasons.some(({ code }) => elsewhere.includes(code)));
  const deadline = conclusionDeadline(basis, round, today);
  const isConclusion = next?.to === 'conclusion_issued' || next?.to === 'team_report';
  if (!next) return [];
  return [
    {
      kind: next.to === 'conclusion_issued' ? 'conclusion' : 'round_step',
      title: `${next.allowed ? 'Chuyển bước' : 'Chuẩn bị bước'}: ${roundStepNames[next.to]}`,
      detail: round.title,
      unitName: round.organisingUnitName,
      dueOn: isConclusion ? (deadline?.dueOn ?? null) : dueOfStep(round),
      isOverdue: isConclusion && deadline?.state === 'overdue',
      link: `/inspections/${round.id}`,
    },
  ];
}

const dueOfStep = (round: Round): Day | null => (round.step === 'planned' || round.step === 'decided' ? round.startsOn : null);

async function visitWork(db: Db, actor: Actor, scope: UnitScope, access: RoundAccess, today: Day): Promise<WorkItem[]> {
  const rows: WorkItem[] = [];
  if (access.round.step === 'planned' || access.round.step === 'decided') return rows;
  for (const visit of access.visits.filter((one) => one.step !== 'minutes_signed')) {
    const sheet = await getVisit(db, actor, scope, visit.id, today);
    const where = {
      unitName: visit.unitName,
      link: `/inspections/${access.round.id}/visits/${visit.id}`,
      dueOn: visit.visitTo ?? visit.visitOn,
    };
    const isOverdue = where.dueOn !== null && where.dueOn < today;
    const step = (title: string): WorkItem => ({ ...where, kind: 'visit_step', title, detail: access.round.title, isOverdue });
    const forward = availableVisitSteps(await visitFacts(db, access.round, visit, today), new Set(sheet.capacities)).filter(
      (one) => !one.back,
    );
    const next = forward.find((one) => one.allowed);
    if (next) rows.push(step(`Chuyển bước: ${visitStepNames[next.to]}`));
    else if (forward.some((one) => one.reasons.length === 1 && one.reasons[0]?.code === 'inspections.report_missing'))
      rows.push({ ...step('Nộp báo cáo, số liệu theo đề cương'), dueOn: visit.visitOn });
    if (
      visit.step === 'minutes_agreed' &&
      (visit.opinion ?? '').trim() === '' &&
      sheet.capacities.some((one) => one !== 'organiser' && one !== 'member')
    )
      rows.push(step('Ghi ý kiến của đơn vị về biên bản'));
    const isAnswering =
      sheet.editable.includes('field_work') &&
      sheet.capacities.some((capacity) => capacity === 'head' || capacity === 'secretary' || capacity === 'member');
    const missing = sheet.fields
      .filter((field) => field.isMine)
      .reduce((sum, field) => sum + field.counts.items - field.counts.answered, 0);
    if (isAnswering && missing > 0)
      rows.push({ ...where, kind: 'answers', title: `Còn ${missing} mục kiểm tra chưa có kết quả`, detail: access.round.title, isOverdue });
  }
  return rows;
}

async function recommendationWork(db: Db, { manage, report }: WorkScopes, today: Day): Promise<WorkItem[]> {
  const toReport = report
    ? await listRecommendations(db, report, { states: ['open', 'in_progress', 'not_accepted'], releasedOnly: true, limit: 200, today })
    : { rows: [] };
  const toJudge = manage ? await listRecommendations(db, manage, { states: ['reported'], limit: 200, today }) : { rows: [] };
  const row =
    (kind: WorkItem['kind'], title: string) =>
    (one: (typeof toReport.rows)[number]): WorkItem => ({
      kind,
      title,
      detail: one.text,
      unitName: one.unitName,
      dueOn: one.dueOn,
      isOverdue: one.isOverdue,
      link: `/actions/${one.id}`,
    });
  return [
    ...toReport.rows.map(row('recommendation_report', 'Báo cáo khắc phục kiến nghị')),
    ...toJudge.rows.map(row('recommendation_judge', 'Xem xét kết quả khắc phục')),
  ];
}
