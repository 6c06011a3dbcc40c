// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { changeBody, changedKeys, changeOf, isSound } from './document-change.ts';
import type { DocumentSheet } from './documents.api.ts';

const sheet = {
  version: 3,
  editable: ['subject', 'urgency', 'copies', 'note', 'replacesId'],
  subject: 'Về việc kiểm tra',
  code: '12/QĐ-UBND',
  urgency: 'urgent',
  copies: 4,
  note: 'Lưu',
  replaces: null,
} as unknown as DocumentSheet;

test('only what was changed and is open is sent, and an emptied field is emptied', () => {
  const change = { ...changeOf(sheet), subject: ' Về việc tự kiểm tra ', code: '13/QĐ-UBND', urgency: '', copies: '6', note: '' };

  expect(changeBody(sheet, change)).toEqual({ version: 3, subject: 'Về việc tự kiểm tra', urgency: null, copies: 6, note: null });
});

test('a subject is never emptied, and copies are a number', () => {
  const sound = (part: object): boolean => {
    const change = { ...changeOf(sheet), ...part };
    return isSound(changedKeys(sheet, change), change);
  };

  expect([sound({ subject: ' ' }), sound({ copies: 'ba' }), sound({ copies: '' }), sound({})]).toEqual([false, false, true, true]);
});
