// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';
import { inspectionsKey } from '../model/inspections.api.ts';

export type ChecklistRow = RowOf<'listChecklists'>;
export type ChecklistSheet = Answer<'getChecklist'>;
export type ChecklistItem = ChecklistSheet['items'][number];
export type ImportAnswer = Answer<'importChecklist'>;

const base = '/inspections/checklists';
export const checklistsKey = [...inspectionsKey, 'checklists'] as const;

export const checklistsQuery = queryOptions({
  queryKey: [...checklistsKey, 'list'],
  queryFn: ({ signal }) => api.get<Answer<'listChecklists'>>(base, undefined, signal),
});

export const checklistQuery = (id: string) =>
  queryOptions({ queryKey: [...checklistsKey, id], queryFn: ({ signal }) => api.get<ChecklistSheet>(`${base}/${id}`, undefined, signal) });

export const startDraft = (body: Body<'startChecklistDraft'>) => api.post<{ id: string }>(base, body);
export const addItem = (id: string, body: Body<'addChecklistItem'>) => api.post<ChecklistSheet>(`${base}/${id}/items`, body);
export const editItem = (id: string, itemId: string, body: Body<'editChecklistItem'>) =>
  api.put<ChecklistSheet>(`${base}/${id}/items/${itemId}`, body);
export const publishChecklist = (id: string, body: Body<'publishChecklist'>) => api.post<ChecklistSheet>(`${base}/${id}/publish`, body);
export const exportPath = (id: string): string => `${base}/${id}/export.xlsx`;

/** Tells the differences of a workbook; with the fingerprint of those that were seen it is read into the draft. */
export function importWorkbook(id: string, file: File, seen: string | null): Promise<ImportAnswer> {
  const form = new FormData();
  form.append('file', file);
  return upload<ImportAnswer>(
    `${base}/${id}/import?${new URLSearchParams(seen === null ? { dryRun: 'true' } : { dryRun: 'false', seen })}`,
    form,
    () => undefined,
  );
}
