// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';
import { figuresKey } from '../figures.api.ts';

export type SheetReview = Answer<'reviewFigureImport'>;
export type SheetChange = SheetReview['changes'][number];
export type SheetFault = SheetReview['faults'][number];
export type WaitingSheet = Answer<'listFigureImports'>['rows'][number];

export const sheetsQuery = queryOptions({
  queryKey: [...figuresKey, 'imports'],
  queryFn: ({ signal }) => api.get<Answer<'listFigureImports'>>('/figures/imports', undefined, signal),
});

export const sheetReviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'imports', id],
    queryFn: ({ signal }) => api.get<SheetReview>(`/figures/imports/${id}`, undefined, signal),
    retry: false,
  });

export function sendSheet(file: File, onProgress: (part: number) => void): Promise<SheetReview> {
  const form = new FormData();
  form.append('file', file);
  return upload<SheetReview>('/figures/imports', form, onProgress);
}

export const confirmSheet = (id: string) => api.post<Answer<'confirmFigureImport'>>(`/figures/imports/${id}/confirm`);
export const discardSheet = (id: string) => api.post<void>(`/figures/imports/${id}/discard`);
