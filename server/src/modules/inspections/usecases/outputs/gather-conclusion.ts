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
import { cited, figureFact, findingFact, issuerInFull, proposalText, quoting, recommendationFact } from './written-facts.ts';

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
  const { figures, texts, findings } = await foundAt(db, round.id, visits, round.checklistVersionId);
  const recommendations = await recommendationsOf(db, round.id);
  const report = remediationDeadline(await loadDeadlineBasis(db), paper.issuedOn ?? today, today);
  return {
    paper: { ...paper, place: await placeOf(db, round) },
    issuerSymbol: organiser.documentSymbol,
    issuer: { superior: null, name: issuerInFull(organiser.authorityName) },
    round: await roundFactsOf(db, round),
    minutes: await citedMinutes(db, mains, round.teamName),
    unit: { name: mains.map((visit) => visit.unitName).join(', ') },
    inspectedFrom: round.startsOn,
    inspectedTo: round.endsOn,
    figures: figures.map(figureFact),
    strengths: [...texts('strength'), ...texts('conclusion')],
    findings,
    responsibility: '',
    recommendations: recommendations.map(recommendationFact),
    proposals: texts('proposal'),
    report: report && { dueOn: report.dueOn, to: round.reportTo ?? organiser.authorityName },
    signer: signerOf(organiser, signer),
    recipients: {
      lines: [
        ...new Set([...visits.map((visit) => visit.unitName), organiser.authorityName, `Thành viên ${round.teamName}`, ...teamUnits(team)]),
      ],
      archive: 'VT, hồ sơ kiểm tra',
    },
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
  const writer = ({ visitId }: Statement) => quoting(visitId === null ? figures : figures.filter((figure) => figure.visitId === visitId));
  const write = (statement: Statement): string =>
    statement.kind === 'proposal' ? proposalText(statement, writer(statement)) : writer(statement)(statement.text);
  return {
    figures,
    texts: (kind: Statement['kind']): string[] => statements.filter((statement) => statement.kind === kind).map(write),
    findings: statements
      .filter((statement) => statement.kind === 'finding')
      .map((statement) => findingFact(statement, writer(statement), fields)),
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

const teamUnits = (team: RoundAccess['team']): string[] => team.flatMap((member) => member.unitName ?? []);

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
