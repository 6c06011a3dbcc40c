// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { getUnit, requireUnitInForce } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { type IssuerKey, insertDocument } from '../data/documents.repo.ts';
import { advanceSequence, lockSequence } from '../data/registers.repo.ts';
import { documentsDb } from '../data/tables.ts';
import type { UrgencyCode } from '../domain/document.ts';
import { checkIssuedOn, checkReceivedOn } from '../domain/document-dates.ts';
import { checkDateOrder, registerYear } from '../domain/numbering.ts';
import { kept, type ReadCode, readCode, refuseSecondReceipt, typeOfOthers } from './prepare-document.ts';
import type { Reach } from './read-documents.ts';

export type ReceiveInput = {
  /** Unit at which the document arrives. */
  readonly unitId: string;
  /** Number and symbol of the sender; null where the paper bears none. */
  readonly code?: string | null | undefined;
  readonly typeCode?: string | null | undefined;
  /** Day that the paper bears. */
  readonly issuedOn?: Day | null | undefined;
  /** Day of arrival; today where absent. */
  readonly receivedOn?: Day | undefined;
  readonly dateReason?: string | null | undefined;
  readonly issuerUnitId?: string | null | undefined;
  readonly issuerName?: string | undefined;
  readonly subject: string;
  readonly signerPosition?: string | null | undefined;
  readonly urgency?: UrgencyCode | null | undefined;
  /** Department or person who gets it. */
  readonly recipients?: string | null | undefined;
  readonly note?: string | null | undefined;
};

export type ReceivedDocument = { readonly id: string; readonly number: number; readonly receivedOn: Day; readonly acknowledgedAt: string };

/**
 * Registers a document that arrives: the next incoming number of the unit, one sequence a year for all types
 * (Decree 30/2020/NĐ-CP, art. 22), and the moment of registration as acknowledgement of receipt (art. 21.2c).
 *
 * @throws AppError `units.not_found`, `units.not_in_force`, `documents.code_invalid`, `documents.issuer_missing`, `documents.issued_in_future`,
 * `documents.received_in_future`, `documents.received_before_issued`, `documents.already_received`, `documents.date_out_of_order`
 */
export async function receiveDocument(db: Db, actor: Actor, scope: Reach, input: ReceiveInput): Promise<ReceivedDocument> {
  const arrival = checkArrival(input, todayInVietnam());
  return inTransaction(db, async (tx) => {
    const tables = documentsDb(tx);
    const { code, issuedOn, receivedOn, dateReason } = arrival;
    const unit = await getUnit(tx, scope, input.unitId);
    await requireUnitInForce(tx, unit.id, receivedOn);
    const issuer = await issuerOf(tx, input);
    const typeCode = await typeOfOthers(tables, input.typeCode, code, receivedOn);

    const year = registerYear(receivedOn);
    const sequence = await lockSequence(tables, {
      unitId: unit.id,
      direction: 'incoming',
      year,
      typeCode: null,
      name: `Sổ đăng ký văn bản đến năm ${year}`,
      createdBy: actor.id,
    });
    // Asked under the lock, so that of two who register the same paper at once the second is told the first one's number.
    if (code) await refuseSecondReceipt(tables, { unitId: unit.id, issuerKey: issuer, code: code.written, issuedOn });
    checkDateOrder(sequence, receivedOn, dateReason);
    const number = sequence.nextNumber;
    await advanceSequence(tables, sequence.id, { number, datedOn: receivedOn });
    const acknowledgedAt = new Date().toISOString();
    const id = await insertDocument(tables, {
      ...descriptionOf(input, arrival, issuer),
      unit_id: unit.id,
      register_id: sequence.id,
      register_number: number,
      type_code: typeCode,
      acknowledged_at: acknowledgedAt,
      created_by: actor.id,
      updated_by: actor.name,
    });
    await publish(tx, {
      name: 'documents.document_received',
      payload: { id, unitId: unit.id, code: code?.written ?? null, number, urgency: input.urgency ?? null },
    });
    await recordAudit(tx, actor, {
      action: 'documents.document_received',
      subject: ['document', id],
      unitId: unit.id,
      data: { number, code: code?.written ?? null, receivedOn, acknowledgedAt },
    });
    return { id, number, receivedOn, acknowledgedAt };
  });
}

type Arrival = {
  readonly code: ReadCode | null;
  readonly issuedOn: Day | null;
  readonly receivedOn: Day;
  readonly dateReason: string | null;
};

function checkArrival(input: ReceiveInput, today: Day): Arrival {
  const [receivedOn, issuedOn] = [input.receivedOn ?? today, input.issuedOn ?? null];
  if (issuedOn !== null) checkIssuedOn(issuedOn, today);
  checkReceivedOn(receivedOn, issuedOn, today);
  const code = kept(input.code);
  return { code: code === null ? null : readCode(code), issuedOn, receivedOn, dateReason: kept(input.dateReason) };
}

async function issuerOf(tx: Transaction<unknown>, input: ReceiveInput): Promise<IssuerKey> {
  const issuer = input.issuerUnitId ? await getUnit(tx, { roots: null }, input.issuerUnitId) : null;
  const name = kept(input.issuerName) ?? issuer?.authorityName;
  if (name === undefined) throw new AppError('invalid', 'documents.issuer_missing');
  return { unitId: issuer?.id ?? null, name };
}

function descriptionOf(input: ReceiveInput, { code, issuedOn, receivedOn, dateReason }: Arrival, issuer: IssuerKey) {
  return {
    direction: 'incoming',
    origin: 'received',
    state: 'issued',
    source: 'own',
    number: code?.number ?? null,
    symbol: code?.symbol ?? null,
    code: code?.written ?? null,
    issued_on: issuedOn,
    received_on: receivedOn,
    date_reason: dateReason,
    issuer_unit_id: issuer.unitId,
    issuer_name: issuer.name,
    subject: input.subject.normalize('NFC').trim(),
    signer_position: kept(input.signerPosition),
    urgency: input.urgency ?? null,
    recipients: kept(input.recipients),
    note: kept(input.note),
  } as const;
}
