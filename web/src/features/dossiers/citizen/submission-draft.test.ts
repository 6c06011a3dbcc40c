// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { emptySubmission, isIdentityNumber, isPhone, missingPapers, submissionOf, withFiles, withoutFile } from './submission-draft.ts';

const paper = (code: string, condition: string | null = null) => ({ code, name: code, originals: 1, copies: 0, condition });
const papers = [paper('A'), paper('B'), paper('C', 'người nộp ở nước ngoài')];
const file = (name: string, size = 10): File => new File([new Uint8Array(size)], name);
const person = { unitId: 'u', name: 'Lò Thị Xuân', phone: '0912 345 678' };

describe('a dossier handed in online', () => {
  test('names every required paper that is missing, and no conditional one', () => {
    const { draft } = withFiles({ ...emptySubmission, later: [] }, 'A', [file('a.pdf')]);
    expect(missingPapers(papers, draft).map(({ code }) => code)).toEqual(['B']);
    expect(missingPapers(papers, { ...draft, later: ['B'] })).toEqual([]);
  });

  test('takes ten files, none empty and none beyond 10 MB', () => {
    const many = Array.from({ length: 9 }, (_, at) => file(`${at}.jpg`));
    const first = withFiles({ ...emptySubmission, later: ['A'] }, 'A', [file('trống.pdf', 0), ...many]);
    expect([first.unfit.map(({ why }) => why), first.draft.later]).toEqual([['empty_file'], []]);
    const second = withFiles(first.draft, 'B', [file('10.jpg'), file('11.jpg'), file('nặng.jpg', 10 * 1_048_576 + 1)]);
    expect(second.unfit.map(({ why, file: { name } }) => [name, why])).toEqual([
      ['11.jpg', 'too_many'],
      ['nặng.jpg', 'too_large'],
    ]);
    const [kept] = second.draft.files['B'] ?? [];
    expect(kept && withoutFile(second.draft, 'B', kept).files['B']).toEqual([]);
  });

  test('is sent only when whole, with empty fields left out', () => {
    const whole = { ...emptySubmission, ...person, later: ['A', 'B'] };
    expect(submissionOf({ ...whole, later: ['A'] }, papers, 'p')).toBeNull();
    expect(submissionOf({ ...whole, phone: '12' }, papers, 'p')).toBeNull();
    expect(submissionOf({ ...whole, email: 'sai' }, papers, 'p')).toBeNull();
    expect(submissionOf(whole, papers, 'p')).toMatchObject({ applicant: { name: 'Lò Thị Xuân', email: null }, later: ['A', 'B'] });
  });

  test('takes letters in passports only, and a company number of organisations alone', () => {
    const whole = ['', '011190004321', '040123456', '5600123456', 'abc', 'c1234567', 'PASSPORT', '000000000000', '000000000'];
    expect(whole.map((text) => isIdentityNumber(text, 1))).toEqual([true, true, true, false, false, true, false, false, false]);
    expect(whole.map((text) => isIdentityNumber(text, 2))).toEqual([true, true, true, true, false, true, false, false, false]);
  });

  test('asks for a phone number with digits', () => {
    expect(['0912345678', '+84 912-345-678', '        ', '0912', 'không có'].map(isPhone)).toEqual([true, true, false, false, false]);
  });
});
