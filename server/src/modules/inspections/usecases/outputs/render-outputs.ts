// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { type LegalDocument, renderDocx, renderPdf } from '#modules/documents';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import { findOutput, type OutputFormat } from '../../data/outputs.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { buildConclusionNotice } from '../../domain/outputs/conclusion-notice.ts';
import { buildMinutes } from '../../domain/outputs/minutes.ts';
import { isAtLeast, visitIsAtLeast } from '../../domain/vocabulary.ts';
import { openRound, openVisit, type RoundAccess, type Scope, type VisitAccess } from '../access/open-round.ts';
import { gatherConclusion } from './gather-conclusion.ts';
import { gatherMinutes } from './gather-minutes.ts';

export const mediaTypes: Readonly<Record<OutputFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A paper to download: `isFinal` are the stored bytes of the issued paper. */
export type Output = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable | Uint8Array;
  readonly isFinal: boolean;
};

/**
 * The minutes of one unit. Issued minutes are the stored bytes; until they are agreed the paper says that it is a draft.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.output_not_ready`, `inspections.unknown_figure`
 */
export async function renderMinutes(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: Scope,
  visitId: string,
  format: OutputFormat,
): Promise<Output> {
  const access = await openVisit(db, actor, scope, visitId);
  const { visit, round } = access;
  if (!round.full && !visitIsAtLeast(visit.step, 'minutes_agreed')) throw new AppError('not_found', 'inspections.visit_not_found');
  const stored = visit.step === 'minutes_signed' ? await storedOutput(db, files, visit.minutesDocumentId, format) : undefined;
  return (
    stored ?? {
      name: `bien-ban-${visit.unitCode}.${format}`,
      mediaType: mediaTypes[format],
      content: await render(await minutesDocument(db, access), format),
      isFinal: false,
    }
  );
}

/**
 * The conclusion notice of a round. Once issued it is the stored bytes; before, a draft.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.output_not_ready`, `inspections.unknown_figure`
 */
export async function renderConclusion(
  db: Db,
  files: FileStore,
  actor: Actor,
  scope: Scope,
  roundId: string,
  format: OutputFormat,
): Promise<Output> {
  const access = await openRound(db, actor, scope, roundId);
  const { round } = access;
  const isIssued = isAtLeast(round.step, 'conclusion_issued');
  if (!round.full && !isIssued) throw new AppError('not_found', 'inspections.round_not_found');
  const stored = isIssued ? await storedOutput(db, files, round.conclusionDocumentId, format) : undefined;
  return (
    stored ?? {
      name: `thong-bao-ket-luan.${format}`,
      mediaType: mediaTypes[format],
      content: await render(await conclusionDocument(db, access), format),
      isFinal: false,
    }
  );
}

/** The minutes in the legal form: a draft until they are agreed, then ready for signature. */
export async function minutesDocument(db: Db, access: VisitAccess): Promise<LegalDocument> {
  const isAgreed = visitIsAtLeast(access.visit.step, 'minutes_agreed');
  return buildMinutes(
    await gatherMinutes(db, access, { stage: isAgreed ? 'for_signature' : 'draft', sequence: null, issuedOn: access.visit.signedOn }),
  );
}

/** The conclusion notice in the legal form, as a draft; one issued on paper is shown as ready for signature. */
export async function conclusionDocument(db: Db, access: RoundAccess): Promise<LegalDocument> {
  const isIssued = isAtLeast(access.round.step, 'conclusion_issued');
  return buildConclusionNotice(
    await gatherConclusion(
      db,
      access,
      { stage: isIssued ? 'for_signature' : 'draft', sequence: null, issuedOn: access.round.conclusionIssuedOn },
      null,
    ),
  );
}

/** The bytes of a document in a format. */
export async function render(document: LegalDocument, format: OutputFormat): Promise<Uint8Array> {
  return format === 'docx' ? renderDocx(document) : renderPdf(document);
}

async function storedOutput(db: Db, files: FileStore, documentId: string | null, format: OutputFormat): Promise<Output | undefined> {
  const stored = await findOutput(inspectionsDb(db), documentId, format);
  return stored && { name: stored.name, mediaType: stored.mediaType, content: await files.get(stored.sha256), isFinal: true };
}
