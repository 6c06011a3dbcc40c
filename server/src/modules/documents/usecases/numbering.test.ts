// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aDocument, aDraft } from '../../../../test/factories/document.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { addDays, todayInVietnam } from '../../../kernel/dates.ts';
import { verifyAudit } from '../../../platform/audit/audit.ts';
import { systemActor } from '../../../platform/auth/actor.ts';
import { inTransaction } from '../../../platform/db/db.ts';
import { documentsDb } from '../data/tables.ts';
import { issueDocument, issueNewDocument } from './issue-document.ts';
import { getDocument } from './read-documents.ts';
import { receiveDocument } from './receive-document.ts';
import { createRegister, listRegisters } from './registers.ts';

const { db } = await aDatabase({ max: 60 });
const everywhere = { roots: null };
const count = 50;

const issue = (documentId: string, issuedOn = '2022-08-09') => issueDocument(db, systemActor, everywhere, { documentId, issuedOn });
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('50 documents issued at once', () => {
  it('get the numbers 1 to 50, each once', async () => {
    const unit = await aUnit(db);
    const drafts = await Promise.all(upTo(count).map(() => aDraft(db, { unitId: unit.id })));

    const issued = await Promise.all(drafts.map(({ id }) => issue(id)));

    expect(sorted(issued.map(({ number }) => number))).toEqual(upTo(count));
    expect(new Set(issued.map(({ code }) => code)).size).toBe(count);
    expect(issued.find(({ number }) => number === 7)?.code).toBe('07/QĐ-UBND');
    expect(await verifyAudit(db)).toMatchObject({ intact: true });
  });

  it('leave no gap where some are rolled back after the number was taken', async () => {
    const unit = await aUnit(db);
    const drafts = await Promise.all(upTo(count).map(() => aDraft(db, { unitId: unit.id })));

    const results = await Promise.allSettled(
      drafts.map(({ id }, index) =>
        inTransaction(db, async (tx) => {
          const issued = await issueDocument(tx, systemActor, everywhere, { documentId: id, issuedOn: '2022-08-09' });
          if (index % 3 === 0) throw new Error('the rest of the work fails');
          return issued;
        }),
      ),
    );

    const kept = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.number] : []));
    expect(kept).toHaveLength(count - Math.ceil(count / 3));
    expect(sorted(kept)).toEqual(upTo(kept.length));
    expect((await listRegisters(db, everywhere, { unitId: unit.id }))[0]).toMatchObject({ nextNumber: kept.length + 1 });
  });

  it('are numbered without a deadlock where each is drafted in the same transaction', async () => {
    const unit = await aUnit(db);
    const plan = await aDocument(db, { unitId: unit.id, code: '1703/KH-UBND', issuedOn: '2022-06-09' });
    const input = {
      unitId: unit.id,
      typeCode: 'notice',
      subject: 'Kết luận kiểm tra',
      issuedOn: '2022-09-20',
      bases: [{ basedOnId: plan.id }],
    };

    const issued = await Promise.all(upTo(count).map(() => issueNewDocument(db, systemActor, everywhere, input)));

    expect(sorted(issued.map(({ number }) => number))).toEqual(upTo(count));
  });

  it('arrive under the numbers 1 to 50, each once', async () => {
    const unit = await aUnit(db);

    const received = await Promise.all(
      upTo(count).map((n) =>
        receiveDocument(db, systemActor, everywhere, {
          unitId: unit.id,
          code: `${n}/BNV-CCHC`,
          issuerName: 'Bộ Nội vụ',
          subject: 'Báo cáo định kỳ',
          issuedOn: '2022-08-01',
          receivedOn: '2022-08-09',
        }),
      ),
    );

    expect(sorted(received.map(({ number }) => number))).toEqual(upTo(count));
  });
});

describe('one document issued twice at once', () => {
  it('gets one number', async () => {
    const unit = await aUnit(db);
    const draft = await aDraft(db, { unitId: unit.id });

    const results = await Promise.allSettled([issue(draft.id), issue(draft.id), issue(draft.id)]);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'documents.already_issued', params: { code: '01/QĐ-UBND' } },
    });
    expect((await listRegisters(db, everywhere, { unitId: unit.id }))[0]).toMatchObject({ nextNumber: 2 });
  });
});

describe('the sequence', () => {
  it('is one for all types of a unit, and restarts with the year', async () => {
    const unit = await aUnit(db);
    const decision = await aDraft(db, { unitId: unit.id });
    const plan = await aDraft(db, { unitId: unit.id, typeCode: 'plan' });
    const later = await aDraft(db, { unitId: unit.id });

    expect((await issue(decision.id, '2022-12-30')).code).toBe('01/QĐ-UBND');
    expect((await issue(plan.id, '2022-12-31')).code).toBe('02/KH-UBND');
    expect((await issue(later.id, '2023-01-03')).code).toBe('01/QĐ-UBND');
  });

  it('is its own for a type that has its own register, also with a first number taken over from paper', async () => {
    const unit = await aUnit(db);
    await createRegister(db, systemActor, everywhere, {
      unitId: unit.id,
      direction: 'outgoing',
      year: 2022,
      typeCode: 'decision',
      firstNumber: 1368,
    });
    const [decision, plan] = [await aDraft(db, { unitId: unit.id }), await aDraft(db, { unitId: unit.id, typeCode: 'plan' })];

    expect((await issue(decision.id)).code).toBe('1368/QĐ-UBND');
    expect((await issue(plan.id)).code).toBe('01/KH-UBND');
  });

  it('cannot be split for a type that the common register has numbered, nor opened twice', async () => {
    const unit = await aUnit(db);
    await issue((await aDraft(db, { unitId: unit.id })).id);
    const register = { unitId: unit.id, direction: 'outgoing', year: 2022 } as const;

    await expect(createRegister(db, systemActor, everywhere, { ...register, typeCode: 'decision' })).rejects.toMatchObject({
      code: 'documents.register_scope_in_use',
    });
    await expect(createRegister(db, systemActor, everywhere, register)).rejects.toMatchObject({ code: 'documents.register_there' });
    await expect(
      createRegister(db, systemActor, everywhere, { ...register, direction: 'incoming', typeCode: 'plan' }),
    ).rejects.toMatchObject({ code: 'documents.register_incoming_is_one' });
    await expect(createRegister(db, systemActor, everywhere, { ...register, typeCode: 'plan' })).resolves.toMatchObject({
      typeName: 'Kế hoạch',
      nextNumber: 1,
    });
  });

  it('passes over a number that a recorded decision of the unit already bears', async () => {
    const unit = await aUnit(db);
    await aDocument(db, { unitId: unit.id, issuerUnitId: unit.id, code: '02/QĐ-UBND', issuedOn: '2022-01-05' });
    const drafts = [await aDraft(db, { unitId: unit.id }), await aDraft(db, { unitId: unit.id })];

    expect((await issue(drafts[0]!.id)).code).toBe('01/QĐ-UBND');
    expect((await issue(drafts[1]!.id)).code).toBe('03/QĐ-UBND');
  });

  it('asks for a reason before it dates a document back, and keeps the reason', async () => {
    const unit = await aUnit(db);
    const [first, second] = [await aDraft(db, { unitId: unit.id }), await aDraft(db, { unitId: unit.id })];
    await issue(first.id, '2022-08-09');

    await expect(issue(second.id, '2022-08-08')).rejects.toMatchObject({
      code: 'documents.date_out_of_order',
      params: { day: '08/8/2022', previousOn: '09/8/2022' },
    });
    await issueDocument(db, systemActor, everywhere, {
      documentId: second.id,
      issuedOn: '2022-08-08',
      dateReason: 'Ký ngày 08/8, văn thư nhận ngày 09/8',
    });

    expect(await getDocument(db, everywhere, second.id)).toMatchObject({
      code: '02/QĐ-UBND',
      dateReason: 'Ký ngày 08/8, văn thư nhận ngày 09/8',
    });
    expect((await listRegisters(db, everywhere, { unitId: unit.id }))[0]).toMatchObject({ lastDatedOn: '2022-08-09' });
  });
});

describe('an issue that is refused', () => {
  it.each([
    ['tomorrow', () => addDays(todayInVietnam(), 1), 'documents.issued_in_future'],
    ['before the type was in force', () => '2020-03-04', 'documents.type_unknown'],
    ['after the unit ended', () => '2025-07-01', 'units.not_in_force'],
  ])('for a date %s takes no number', async (_, day, code) => {
    const unit = await aUnit(db, { validTo: '2025-06-30' });
    const draft = await aDraft(db, { unitId: unit.id });

    await expect(issue(draft.id, day())).rejects.toMatchObject({ code });

    expect(await listRegisters(db, everywhere, { unitId: unit.id })).toEqual([]);
    expect(await getDocument(db, everywhere, draft.id)).toMatchObject({ state: 'draft', code: null });
  });

  it('for a basis that is later than the document leaves the draft as it was', async () => {
    const unit = await aUnit(db);
    const basis = await aDocument(db, { unitId: unit.id, issuedOn: '2022-08-10' });
    const input = { unitId: unit.id, typeCode: 'plan', subject: 'Kế hoạch', issuedOn: '2022-08-09', bases: [{ basedOnId: basis.id }] };

    await expect(issueNewDocument(db, systemActor, everywhere, input)).rejects.toMatchObject({
      code: 'documents.basis_later',
      params: { basisOn: '10/8/2022', issuedOn: '09/8/2022' },
    });

    const left = await documentsDb(db).selectFrom('documents.document').select('id').where('unit_id', '=', unit.id).execute();
    expect(left).toEqual([{ id: basis.id }]);
  });
});
