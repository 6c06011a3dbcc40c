// SPDX-License-Identifier: Apache-2.0
import type { ChecklistEntry, ItemAnswer, Verdict, VisitSheet } from '../model/types.ts';

export type Draft = { readonly verdict: Verdict | null; readonly note: string };
export type SaveState = 'empty' | 'unsaved' | 'saving' | 'saved' | 'failed';

export function draftOf(answer: ChecklistEntry['answer']): Draft {
  return { verdict: answer?.verdict ?? null, note: answer?.note ?? '' };
}

/** Whether two drafts say the same; spaces around a note do not count. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return a.verdict === b.verdict && a.note.trim() === b.note.trim();
}

export function answerIn(sheet: VisitSheet, itemId: string): ItemAnswer | null {
  return sheet.fields.flatMap((field) => field.items).find((item) => item.id === itemId)?.answer ?? null;
}
