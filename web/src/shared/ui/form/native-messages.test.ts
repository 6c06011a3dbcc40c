// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import { startWords } from '../../i18n/i18n.ts';
import { speakForFields } from './native-messages.ts';

beforeAll(() => startWords());

test('an empty field is told in the language of the page, and the next key lets the form be judged anew', () => {
  speakForFields(document);
  document.body.innerHTML = '<form><input required></form>';
  const field = document.querySelector('input') as HTMLInputElement;

  expect(field.checkValidity()).toBe(false);
  expect(field.validationMessage).toBe('Mục này cần được điền.');

  field.value = '8765';
  document.dispatchEvent(new Event('keydown'));
  expect(field.checkValidity()).toBe(true);
});
