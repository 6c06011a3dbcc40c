// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { todayInVietnam, vietnameseDay } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { competentUnits, onlineLevelOn, type ProcedureVersion, versionNumbered, versionOn } from '#modules/procedures';
import { getUnit, requireUnitInForce, type Unit } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import { insertAttachments, insertLookupKey, listAttachments, listByCode, replaceLookupKey } from '../../data/online.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { requireApplicantNumbers } from '../../domain/desk/applicant-numbers.ts';
import { type KeptPaper, keptPapers, refuseMissing } from '../desk/check-papers.ts';
import { type ApplicantGiven, enterDossier } from '../desk/enter-dossier.ts';
import { enteredBefore, enterOnce } from '../desk/enter-once.ts';
import { notifyApplicant } from '../mail/notify-applicant.ts';
import { counted, type QuotaUse, withinQuota } from './keep-quota.ts';
import { newPin } from './second-factor.ts';

export type Submission = {
  readonly unitId: string;
  readonly procedureId: string;
  readonly applicant: ApplicantGiven;
  readonly subject?: string | null | undefined;
  /** Codes of required papers that the applicant will bring on paper. */
  readonly later: readonly string[];
  /** Made by the sender for each dossier: sent again after a lost answer, it enters no second one. */
  readonly requestId?: string | undefined;
  /** The files that come with it, so that other files under the same id are refused before they are read. */
  readonly announcedFiles?: readonly { readonly paperCode: string; readonly name: string; readonly sizeBytes: number }[] | undefined;
};

/** A file as it comes in, for one paper of the procedure. */
export type IncomingFile = { readonly paperCode: string; readonly name: string; readonly content: Readable | Uint8Array };

export type SubmissionReceipt = {
  readonly code: string;
  /** Shown this once; only its hash is kept. */
  readonly pin: string;
  readonly submittedAt: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly files: readonly string[];
};

/** Files of one dossier. */
export const mostFiles = 10;
/** Bytes of one file. */
export const fileMaxBytes = 10 * 1_048_576;

const brought = 'Sẽ nộp bản giấy';

/**
 * Takes in a dossier that a citizen hands in online: status 1, a code and a PIN; the clock starts when the desk accepts it.
 * Nothing is read of the files before the rest has been checked, and nothing at all of a request that is sent again: it is answered
 * with the dossier that it has entered and a new PIN in place of the one that was lost.
 *
 * @throws AppError `units.not_in_force`, `dossiers.procedure_not_in_force`, `dossiers.not_online`, `dossiers.unit_not_competent`,
 * `dossiers.paper_unknown`, `dossiers.papers_missing`, `dossiers.too_many_files`, `dossiers.request_used_otherwise`, what `requireApplicantNumbers`, `withinQuota` and what `storeFile` refuses
 */
export async function submitOnline(
  db: Db,
  files: FileStore,
  actor: Actor,
  submission: Submission,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  address: string,
  now: Date = new Date(),
): Promise<SubmissionReceipt> {
  requireApplicantNumbers(submission.applicant);
  const before = await enteredBefore(db, submission);
  if (before) return receiptAgain(db, submission.unitId, before);
  const day = todayInVietnam(now);
  const unit = await requireUnitInForce(db, submission.unitId, day);
  const version = await versionOn(db, submission.procedureId, day);
  if (!version) throw new AppError('invalid', 'dossiers.procedure_not_in_force', { day: vietnameseDay(day) });
  const online = await onlineLevelOn(db, submission.procedureId, day);
  if (!online?.canSubmit) throw new AppError('conflict', 'dossiers.not_online', { day: vietnameseDay(day) });
  const competent = await competentUnits(db, submission.procedureId, day);
  if (!competent.some(({ id }) => id === unit.id)) throw new AppError('conflict', 'dossiers.unit_not_competent');
  keptPapers(version, submission.later.map(laterPaper));
  return withinQuota(db, address, day, async (use) => {
    const stored = await storeAll({ db, files, actor, use }, { unit, version }, incoming);
    return enterSubmission(db, actor, { unit, version }, submission, stored, now);
  });
}

type Competent = { readonly unit: Unit; readonly version: ProcedureVersion };

async function enterSubmission(
  db: Db,
  actor: Actor,
  { unit, version }: Competent,
  submission: Submission,
  stored: readonly Stored[],
  now: Date,
): Promise<SubmissionReceipt> {
  const day = todayInVietnam(now);
  const papers = papersOf(version, submission, stored);
  const { pin, salt, hash } = newPin();
  const { applicant, subject = null } = submission;
  const entry = {
    unit,
    version,
    day,
    at: now,
    channel: 2,
    origin: 2,
    applicant,
    subject,
    papers,
    dueAt: null,
    isReceived: false,
    noted: { action: 'dossiers.dossier_submitted', data: { procedure: version.code, files: stored.length } },
  } as const;
  const entered = await enterOnce(db, submission, (request) =>
    inTransaction(db, async (tx) => {
      const own = dossiersDb(tx);
      const code = await enterDossier(own, actor, { ...entry, status: 1, events: [{ event: 'submitted', status: 1 }] }, request);
      if (code === null) return null;
      await insertAttachments(
        own,
        stored.map((file) => ({
          id: newId(),
          code,
          unit_id: unit.id,
          kind: 'paper',
          name: file.name,
          file_id: file.id,
          added_by: applicant.name,
        })),
      );
      await insertLookupKey(own, { code, unitId: unit.id }, { salt, hash });
      const noticed = { code, unitId: unit.id, procedureId: version.procedureId, procedureVersion: version.number };
      await notifyApplicant(tx, 'submitted', { ...noticed, applicantName: applicant.name, dueAt: null });
      return { code, dueAt: null, pin };
    }),
  );
  if (!('pin' in entered)) return receiptAgain(db, unit.id, { code: entered.code, at: now.toISOString() });
  const names = { unitName: unit.authorityName, procedureName: version.name };
  return { code: entered.code, pin, submittedAt: now.toISOString(), ...names, files: stored.map(({ name }) => name) };
}

/** The receipt of what was entered before, with a new PIN: the one before was shown to nobody. */
async function receiptAgain(
  db: Db,
  unitId: string,
  { code, at }: { readonly code: string; readonly at: string },
): Promise<SubmissionReceipt> {
  const own = dossiersDb(db);
  const dossier = (await listByCode(own, code)).find((one) => one.unitId === unitId);
  if (!dossier) throw new AppError('not_found', 'dossiers.not_found');
  const unit = await getUnit(db, { roots: null }, unitId);
  const version = await versionNumbered(db, dossier.procedureId, dossier.procedureVersion);
  const { pin, ...key } = newPin();
  await replaceLookupKey(own, { code, unitId }, key);
  const attachments = await listAttachments(own, { code, unitId });
  const files = attachments.filter(({ kind }) => kind === 'paper').map(({ name }) => name);
  return { code, pin, submittedAt: at, unitName: unit.authorityName, procedureName: version?.name ?? '', files };
}

type Stored = { readonly id: string; readonly name: string; readonly paperCode: string };

async function storeAll(
  { db, files, actor, use }: { readonly db: Db; readonly files: FileStore; readonly actor: Actor; readonly use: QuotaUse },
  { unit, version }: Competent,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
): Promise<Stored[]> {
  const stored: Stored[] = [];
  for await (const { paperCode, name, content } of incoming) {
    if (stored.length === mostFiles) throw new AppError('invalid', 'dossiers.too_many_files', { most: mostFiles });
    if (!version.papers.some((paper) => paper.code === paperCode))
      throw new AppError('invalid', 'dossiers.paper_unknown', { paper: paperCode });
    const record = await storeFile(db, actor, files, { name, unitId: unit.id, content: counted(content, use) });
    use.keep(record.sizeBytes);
    stored.push({ id: record.id, name: record.name, paperCode });
  }
  return stored;
}

function papersOf(version: ProcedureVersion, submission: Submission, stored: readonly Stored[]): KeptPaper[] {
  const sent = [...new Set(stored.map(({ paperCode }) => paperCode))];
  const handed = sent.map((code) => ({
    code,
    originals: 0,
    copies: stored.filter((file) => file.paperCode === code).length,
    handed: true,
  }));
  const later = submission.later.filter((code) => !sent.includes(code)).map(laterPaper);
  const papers = keptPapers(version, [...handed, ...later]);
  refuseMissing(papers.filter((paper) => paper.note !== brought));
  return papers;
}

function laterPaper(code: string) {
  return { code, originals: 0, copies: 0, handed: false, note: brought };
}
