// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkEditable, checkIssuable, editableFields } from './document.ts';
import { acknowledgedSameDay, checkBasis, checkIssuedOn, checkReceivedOn } from './document-dates.ts';
import { documentsErrors } from './errors.ts';
import { checkDateOrder, registerYear, takeNumber } from './numbering.ts';
import { registerColumns } from './register-columns.ts';

const basis = { id: 'b', code: '1703/KH-UBND', issuedOn: '2022-06-09', state: 'issued' } as const;

describe('dates', () => {
  it('refuse a day after today and a day that is none', () => {
    expect(() => checkIssuedOn('2022-08-10', '2022-08-09')).toThrow(/issued_in_future/);
    expect(() => checkIssuedOn('2022-02-30', '2022-08-09')).toThrow(/day_unreal/);
    expect(checkIssuedOn('2022-08-09', '2022-08-09')).toBeUndefined();
  });

  it('let nothing arrive before it was issued', () => {
    expect(() => checkReceivedOn('2022-08-08', '2022-08-09', '2022-08-10')).toThrow(/received_before_issued/);
    expect(() => checkReceivedOn('2022-08-11', null, '2022-08-10')).toThrow(/received_in_future/);
    expect(checkReceivedOn('2022-08-09', '2022-08-09', '2022-08-10')).toBeUndefined();
  });

  it('let a document rest only on what was issued no later', () => {
    expect(checkBasis('2022-08-09', basis)).toBeUndefined();
    expect(checkBasis('2022-06-09', basis)).toBeUndefined();
    expect(checkBasis(null, basis)).toBeUndefined();
    expect(() => checkBasis('2022-06-08', basis)).toThrow(/basis_later/);
    expect(() => checkBasis('2022-08-09', { ...basis, state: 'draft' })).toThrow(/basis_not_issued/);
  });

  it('keep a recalled basis, because it stood on its day', () => {
    expect(checkBasis('2022-08-09', { ...basis, state: 'recalled' })).toBeUndefined();
  });

  it('tell whether receipt was acknowledged on the day of arrival', () => {
    expect(acknowledgedSameDay('2022-08-09', '2022-08-09')).toBe(true);
    expect(acknowledgedSameDay('2022-08-09', '2022-08-10')).toBe(false);
  });
});

describe('numbering', () => {
  it('restarts with the year of the date', () => {
    expect(registerYear('2022-12-31')).toBe(2022);
    expect(registerYear('2023-01-01')).toBe(2023);
  });

  it('passes over numbers that recorded documents bear', () => {
    expect(takeNumber({ nextNumber: 1, lastDatedOn: null }, [])).toBe(1);
    expect(takeNumber({ nextNumber: 12, lastDatedOn: null }, [12, 13, 20])).toBe(14);
  });

  it('follows the dates unless a reason is given', () => {
    const sequence = { nextNumber: 5, lastDatedOn: '2022-08-09' };
    expect(checkDateOrder(sequence, '2022-08-09', null)).toBeUndefined();
    expect(checkDateOrder(sequence, '2022-08-08', 'Ký ngày 08/8, cấp số muộn')).toBeUndefined();
    expect(() => checkDateOrder(sequence, '2022-08-08', null)).toThrow(/date_out_of_order/);
  });
});

describe('what may be changed', () => {
  it('is little once the document is issued and nothing once it is recalled', () => {
    expect(editableFields({ origin: 'numbered', state: 'draft' })).toContain('subject');
    expect(editableFields({ origin: 'numbered', state: 'issued' })).not.toContain('subject');
    expect(editableFields({ origin: 'numbered', state: 'issued' })).toContain('recipients');
    expect(editableFields({ origin: 'recorded', state: 'issued' })).toContain('code');
    expect(editableFields({ origin: 'received', state: 'recalled' })).toEqual([]);
  });

  it('is refused by name', () => {
    expect(() => checkEditable({ origin: 'numbered', state: 'issued', code: '01/QĐ-UBND' }, ['subject', 'note'])).toThrow(
      /field_closed.*subject/,
    );
    expect(() => checkIssuable({ state: 'issued', code: '01/QĐ-UBND' })).toThrow(/already_issued/);
    expect(() => checkIssuable({ state: 'recalled', code: null })).toThrow(/recalled/);
  });
});

describe('the printed register', () => {
  const line = {
    registerNumber: 7,
    code: '07/QĐ-UBND',
    issuedOn: '2022-02-06',
    receivedOn: null,
    typeName: 'Quyết định',
    subject: 'Thành lập đoàn kiểm tra',
    issuerName: 'UBND tỉnh',
    signerPosition: 'Chủ tịch',
    recipients: 'Sở Nội vụ',
    archiveHolder: 'Văn thư',
    copies: 3,
    handedOverOn: '2022-02-07',
    note: null,
    dateReason: null,
    state: 'recalled',
    recallReason: 'Sai thẩm quyền',
  } as const;

  it('has ten columns each way', () => {
    expect(registerColumns('outgoing')).toHaveLength(10);
    expect(registerColumns('incoming')).toHaveLength(10);
  });

  it('keeps the line of a recalled document with its reason', () => {
    expect(registerColumns('outgoing').map((column) => column.of(line))).toEqual([
      '07/QĐ-UBND',
      '06/02/2022',
      'Quyết định: Thành lập đoàn kiểm tra',
      'Chủ tịch',
      'Sở Nội vụ',
      'Văn thư',
      3,
      '07/02/2022',
      '',
      'Đã thu hồi: Sai thẩm quyền',
    ]);
  });
});

describe('refusals', () => {
  it('speak both languages and say what to do in more than a word', () => {
    for (const [code, sentence] of Object.entries(documentsErrors)) {
      expect(code).toMatch(/^documents\.[a-z_]+$/);
      expect(sentence.vi.length, code).toBeGreaterThan(25);
      expect(sentence.en.length, code).toBeGreaterThan(20);
    }
  });
});
