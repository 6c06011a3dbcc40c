// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { getDocumentProxy } from 'unpdf';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { releaseRecommendations } from '#modules/actions';
import { attachFile, type IssuedDocument, issueNewDocument, type LegalDocument } from '#modules/documents';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import { insertOutput, type OutputFormat, type OutputKind } from '../../data/outputs.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { requirePaperDay } from '../../domain/deadlines.ts';
import { buildConclusionNotice } from '../../domain/outputs/conclusion-notice.ts';
import { buildMinutes } from '../../domain/outputs/minutes.ts';
import { requireRoundStep } from '../../domain/steps.ts';
import { openRound, openVisit, type Scope } from '../access/open-round.ts';
import { roundPaperFloors, visitPaperFloors } from '../access/paper-floors.ts';
import { roundFacts } from '../access/step-facts.ts';
import { recordMove, takeStep } from '../rounds/move-round.ts';
import { recordVisitMove, releaseToUnit, requireVisitMove, takeVisitStep } from '../visits/move-visit.ts';
import { gatherConclusion, type NoticeSigner } from './gather-conclusion.ts';
import { gatherMinutes, teamSymbol } from './gather-minutes.ts';
import { render } from './render-outputs.ts';

export type IssueRequest = {
  readonly version: number;
  /** Day that the paper bears; today where absent. */
  readonly issuedOn?: Day | undefined;
  /** Why it bears a day before that of the previous number in the register. */
  readonly dateReason?: string | null | undefined;
  readonly signer?: NoticeSigner | null | undefined;
};

const formats: readonly OutputFormat[] = ['docx', 'pdf'];

/**
 * The minutes of a unit are signed: they get their number from the organiser's register, and the bytes of both formats
 * are kept, so that every later download gives the same ones. All in one transaction with the step.
 *
 * @throws AppError those of `requireVisitStep`, of `issueNewDocument`, `inspections.output_not_ready`, `platform.stale`
 */
export async function issueMinutes(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: IssueRequest,
  today: Day = todayInVietnam(),
): Promise<IssuedDocument> {
  return inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { round, visit } = access;
    const move = { to: 'minutes_signed', version: input.version, reason: null } as const;
    await requireVisitMove(tx, access, move, today);
    const issuedOn = input.issuedOn ?? today;
    requirePaperDay(issuedOn, await visitPaperFloors(tx, round, visit), today);
    await releaseToUnit(tx, access);
    const document = await issueNewDocument(
      tx,
      actor,
      { roots: null },
      {
        ...paperOf(round, input, issuedOn),
        typeCode: 'minutes',
        symbol: `BB-${teamSymbol}`,
        subject: `Kiểm tra tại ${visit.unitName}: ${round.title}`,
        signerPosition: 'Trưởng đoàn kiểm tra',
        replacesId: visit.minutesDocumentId,
      },
    );
    const paper = { stage: 'issued', sequence: document.number, issuedOn } as const;
    const pages = await pageCountOf(buildMinutes(await gatherMinutes(tx, access, paper)));
    const built = buildMinutes(await gatherMinutes(tx, access, paper, pages));
    await keepBytes(tx, files, actor, { round, visitId, kind: 'minutes', document, name: `bien-ban-${visit.unitCode}` }, built);
    await takeVisitStep(tx, actor, access, move, { minutesDocumentId: document.id, signedOn: issuedOn });
    await recordVisitMove(tx, actor, access, move);
    return document;
  });
}

/**
 * The conclusion notice of a round is issued, in the same way.
 *
 * @throws AppError those of `requireRoundStep`, of `issueNewDocument`, `inspections.output_not_ready`, `platform.stale`
 */
export async function issueConclusion(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: IssueRequest,
  today: Day = todayInVietnam(),
): Promise<IssuedDocument> {
  return inTransaction(db, async (tx) => {
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    const { round, held } = access;
    if (round.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: round.updatedBy });
    requireRoundStep(await roundFacts(tx, round), held, 'conclusion_issued', null);
    const issuedOn = input.issuedOn ?? today;
    requirePaperDay(issuedOn, await roundPaperFloors(tx, round), today);
    await releaseRecommendations(tx, { module: 'inspections', id: round.id });
    const document = await issueNewDocument(
      tx,
      actor,
      { roots: null },
      {
        ...paperOf(round, input, issuedOn),
        typeCode: 'notice',
        subject: `Kết luận ${round.title.charAt(0).toLocaleLowerCase('vi')}${round.title.slice(1)}`,
        signerPosition: input.signer?.position ?? null,
        replacesId: round.conclusionDocumentId,
      },
    );
    const paper = { stage: 'issued', sequence: document.number, issuedOn } as const;
    const built = buildConclusionNotice(await gatherConclusion(tx, access, paper, input.signer ?? null, today));
    await keepBytes(tx, files, actor, { round, visitId: null, kind: 'conclusion', document, name: 'thong-bao-ket-luan' }, built);
    await takeStep(tx, actor, round, 'conclusion_issued', null, { documentId: document.id, issuedOn });
    await recordMove(tx, actor, round, 'conclusion_issued', null);
    return document;
  });
}

function paperOf(round: Round, input: IssueRequest, issuedOn: Day) {
  const bases = [round.decisionDocumentId, round.planDocumentId].flatMap((id) => (id === null ? [] : [{ basedOnId: id }]));
  return { unitId: round.organisingUnitId, issuedOn, dateReason: input.dateReason ?? null, bases };
}

type Kept = {
  readonly round: Round;
  readonly visitId: string | null;
  readonly kind: OutputKind;
  readonly document: IssuedDocument;
  readonly name: string;
};

async function keepBytes(
  tx: Transaction<unknown>,
  files: FileStore,
  actor: Actor,
  { round, visitId, kind, document, name }: Kept,
  built: LegalDocument,
): Promise<void> {
  for (const format of formats) {
    const content = await render(built, format);
    const file = await storeFile(tx, actor, files, {
      name: `${name}-${document.code.replace(/\//g, '-')}.${format}`,
      unitId: round.organisingUnitId,
      content,
    });
    await attachFile(tx, actor, { roots: null }, document.id, { fileId: file.id, kind: format === 'pdf' ? 'main' : 'other' });
    await insertOutput(inspectionsDb(tx), {
      roundId: round.id,
      visitId,
      kind,
      format,
      documentId: document.id,
      fileId: file.id,
      sha256: file.sha256,
    });
  }
}

/** Pages of a document, counted in its PDF: minutes say how many they have. */
async function pageCountOf(document: LegalDocument): Promise<number> {
  const pdf = await getDocumentProxy(Uint8Array.from(await render(document, 'pdf')));
  return pdf.numPages;
}
