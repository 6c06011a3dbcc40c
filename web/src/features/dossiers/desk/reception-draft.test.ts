// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Paper } from './desk.api.ts';
import { alikeAsked, asHanded, emptyDraft, missingPapers, nextDraft, receptionOf, withAllRequired } from './reception-draft.ts';

const paper = (code: string, change: Partial<Paper> = {}): Paper => ({
  code,
  name: code,
  originals: 1,
  copies: 2,
  form: null,
  formFileId: null,
  condition: null,
  ...change,
});
const papers = [paper('TK'), paper('GT', { originals: 0 }), paper('UQ', { condition: 'Khi nộp thay' })];
const filled = { ...emptyDraft, unit: { id: 'u', name: 'U' }, procedure: { id: 'p', name: 'P' }, name: ' Lò Văn Ánh ' };

test('dossiers of the same person are asked for by number, or by a name that is long enough', () => {
  const asked = (change: Partial<typeof filled>) => alikeAsked({ ...filled, ...change })?.applicant;
  expect(asked({ name: 'Lý A', identityNumber: ' 0111 9000 4321' })).toEqual({ name: 'Lý A', identityNumber: '011190004321' });
  expect(asked({})).toEqual({ name: 'Lò Văn Ánh', identityNumber: null });
  expect([asked({ name: 'Lý A' }), asked({ identityNumber: '011' }), asked({ name: ' ' })]).toEqual([undefined, undefined, undefined]);
  expect(alikeAsked({ ...filled, procedure: null })).toBeNull();
});

describe('a reception', () => {
  test('names every paper that is always asked for and is not there', () => {
    expect(missingPapers(filled, papers).map(({ code }) => code)).toEqual(['TK', 'GT']);
    expect(receptionOf(filled, papers)).toBeNull();
  });

  test('takes the numbers of originals and copies from the procedure', () => {
    expect(asHanded(papers[1] ?? paper(''), true)).toEqual({ handed: true, originals: 0, copies: 2 });
    expect(withAllRequired(filled, papers).papers).toEqual({
      TK: { handed: true, originals: 1, copies: 2 },
      GT: { handed: true, originals: 0, copies: 2 },
    });
  });

  test('is sent with trimmed text, and with nothing where nothing was typed', () => {
    const sent = receptionOf(withAllRequired({ ...filled, phone: '  ' }, papers), papers);

    expect(sent?.applicant).toMatchObject({ name: 'Lò Văn Ánh', phone: null });
    expect(sent?.papers.map(({ code, handed }) => [code, handed])).toEqual([
      ['TK', true],
      ['GT', true],
      ['UQ', false],
    ]);
  });

  test('leaves unit and procedure for the next person, and nothing of the one before', () => {
    expect(nextDraft(withAllRequired({ ...filled, phone: '0912' }, papers))).toEqual({ ...filled, name: '' });
  });
});
