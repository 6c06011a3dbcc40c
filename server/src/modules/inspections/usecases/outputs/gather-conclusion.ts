// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Signer } from '#modules/documents';
import type { Db } from '#platform/db/db';
import { selectFields } from '../../data/checklists.repo.ts';
import { selectFigures } from '../../data/figures.repo.ts';
import { selectDocuments, selectUnits, type UnitReference } from '../../data/references.repo.ts';
import { type Statement, selectStatements } from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { selectVisits, type Visit } from '../../data/visits.repo.ts';
import type { ConclusionNoticeInput } from '../../domain/outputs/conclusion-notice.ts';
import type { RoundAccess } from '../access/open-round.ts';
import { recommendationsOf } from '../access/step-facts.ts';
import { loadDeadlineBasis, remediationDeadline } from '../rounds/conclusion-deadline.ts';
import { notReady, type PaperStage, placeOf, roundFactsOf } from './gather-minutes.ts';
import { cited, figureFacts, findingFact, issuerInFull, proposalText, quoting, recommendationFact } from './written-facts.ts';

/** Who signs the notice; where nobody is named the usual form of the organiser's level. */
export type NoticeSigner = { readonly position: string; readonly name: string };

/**
 * Everything that the conclusion notice of a round prints, out of stored rows only: what was found at all its units.
 *
 * @throws AppError `inspections.output_not_ready`
 */
export async function gatherConclusion(
  db: Db,
  { round, team }: RoundAccess,
  paper: PaperStage,
  signer: NoticeSigner | null,
  today: Day = todayInVietnam(),
): Promise<ConclusionNoticeInput> {
  const own = inspectionsDb(db);
  const visits = await selectVisits(own, { roots: null }, round.id);
  const organiser = (await selectUnits(own, { roots: null }, [round.organisingUnitId])).get(round.organisingUnitId);
  const mains = visits.filter((visit) => visit.kind === 'main');
  if (!organiser || round.startsOn === null || round.endsOn === null || mains.length === 0)
    throw notReady('đơn vị được kiểm tra, thời gian của đợt');
  const { figures, questions, texts, findings } = await foundAt(db, round.id, visits, round.checklistVersionId);
  const recommendations = await recommendationsOf(db, round.id);
  const report = remediationDeadline(await loadDeadlineBasis(db), paper.issuedOn ?? today, today);
  return {
    paper: { ...paper, place: await placeOf(db, round) },
    issuerSymbol: organiser.documentSymbol,
    issuer: { superior: null, name: issuerInFull(organiser.authorityName) },
    round: await roundFactsOf(db, round),
    minutes: await citedMinutes(db, mains, round.teamName),
    minutesSignedOn: mains[0]?.signedOn ?? null,
    unit: { name: mains.map((visit) => visit.unitName).join(', ') },
    inspectedFrom: round.startsOn,
    inspectedTo: round.endsOn,
    figures,
    questions,
    strengths: texts('strength'),
    conclusions: texts('conclusion'),
    findings,
    responsibility: '',
    recommendations: recommendations.map(recommendationFact),
    proposals: texts('proposal'),
    report: report && {
      dueOn: paper.issuedOn === null ? null : report.dueOn,
      days: `${String(report.rule.dayCount).padStart(2, '0')} ngày${report.rule.dayKind === 'working' ? ' làm việc' : ''}`,
      to: round.reportTo ?? organiser.authorityName,
    },
    signer: signerOf(organiser, signer),
    recipients: {
      lines: [
        ...new Set([
          ...visits.map((visit) => visit.unitName),
          `Lãnh đạo ${organiser.authorityName} (để báo cáo)`,
          ...teamUnits(team, organiser.id),
          `Thành viên ${round.teamName}`,
        ]),
      ],
      archive: 'VT, hồ sơ kiểm tra',
    },
    mark: round.mark,
  };
}

async function foundAt(db: Db, roundId: string, visits: readonly Visit[], checklistVersionId: string | null) {
  const own = inspectionsDb(db);
  const figures = await selectFigures(
    own,
    visits.map((visit) => visit.id),
  );
  const statements = await selectStatements(own, roundId);
  const fields = checklistVersionId === null ? [] : await selectFields(own, checklistVersionId);
  // A text of the round may quote a figure of any of its units; one about a unit quotes that unit's own.
  const names = new Map(visits.map((visit) => [visit.id, visit.unitName]));
  const spoken = new Set(statements.flatMap(({ visitId, kind }) => (visitId === null || kind === 'opinion' ? [] : visitId)));
  // Where several units were found at, each text and figure says whose it is.
  const ofUnit = (visitId: string | null, text: string, several: boolean): string =>
    visitId === null || !several ? text : `${names.get(visitId) ?? ''}: ${text}`;
  const writer = ({ visitId }: Statement) => quoting(visitId === null ? figures : figures.filter((figure) => figure.visitId === visitId));
  const write = (statement: Statement): string =>
    ofUnit(
      statement.visitId,
      statement.kind === 'proposal' ? proposalText(statement, writer(statement)) : writer(statement)(statement.text),
      spoken.size > 1,
    );
  const counted = visits.map((visit) => ({ visit, ...figureFacts(figures.filter((figure) => figure.visitId === visit.id)) }));
  const several = counted.filter(({ facts }) => facts.length > 0).length > 1;
  return {
    figures: counted.flatMap(({ visit, facts }) => facts.map((fact) => ({ ...fact, label: ofUnit(visit.id, fact.label, several) }))),
    questions: counted.flatMap(({ visit, questions }) => questions.map((text) => ofUnit(visit.id, text, several))),
    texts: (kind: Statement['kind']): string[] => statements.filter((statement) => statement.kind === kind).map(write),
    findings: statements
      .filter((statement) => statement.kind === 'finding')
      .map((statement) => {
        const finding = findingFact(statement, writer(statement), fields);
        return { ...finding, text: ofUnit(statement.visitId, finding.text, spoken.size > 1) };
      }),
  };
}

async function citedMinutes(db: Db, mains: readonly Visit[], teamName: string) {
  const documents = await selectDocuments(
    inspectionsDb(db),
    mains.map((visit) => visit.minutesDocumentId),
  );
  const minutes = cited([...documents.values()][0], false);
  return minutes && { ...minutes, issuedBy: teamName };
}

/** The agencies whose people sat in the team; the issuer does not send its paper to itself. */
function teamUnits(team: RoundAccess['team'], organiserId: string): string[] {
  return team.flatMap((member) => (member.unitId === organiserId ? [] : (member.unitName ?? [])));
}

function signerOf(organiser: UnitReference, signer: NoticeSigner | null): Signer {
  const name = signer?.name ?? '';
  const position = signer?.position.toLocaleUpperCase('vi');
  if (organiser.level === 'department') return { authority: [], position: position ?? 'THỦ TRƯỞNG CƠ QUAN', name };
  return {
    authority: [
      { mark: 'TM.', of: 'ỦY BAN NHÂN DÂN' },
      { mark: 'KT.', of: 'CHỦ TỊCH' },
    ],
    position: position ?? 'PHÓ CHỦ TỊCH',
    name,
  };
}
