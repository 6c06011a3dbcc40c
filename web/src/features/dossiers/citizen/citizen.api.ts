// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';

export type OnlineProcedure = RowOf<'findOnlineProcedures'>;
export type OnlineSheet = Answer<'getOnlineProcedure'>;
export type OnlinePaper = OnlineSheet['papers'][number];
export type Receipt = Answer<'submitDossierOnline'>;
export type Lookup = Answer<'lookUpDossier'>;

/** Limits of the server, told before a file travels. */
export const mostFiles = 10;
export const fileMaxBytes = 10 * 1_048_576;

export const onlineProceduresQuery = (search: string) =>
  queryOptions({
    queryKey: ['citizen', 'procedures', search],
    queryFn: ({ signal }) => api.get<Answer<'findOnlineProcedures'>>('/dossiers/online/procedures', { search, limit: 20 }, signal),
  });

export const onlineProcedureQuery = (id: string) =>
  queryOptions({
    queryKey: ['citizen', 'procedure', id],
    queryFn: ({ signal }) => api.get<OnlineSheet>(`/dossiers/online/procedures/${id}`, undefined, signal),
  });

export const lookUp = (body: Body<'lookUpDossier'>) => api.post<Lookup>('/dossiers/lookup', body);

/** The dossier as the server takes it: the field `data`, then every file under the code of its paper. */
export function sendDossier(
  data: object,
  files: readonly { readonly paperCode: string; readonly file: File }[],
  onProgress: (part: number) => void,
): Promise<Receipt> {
  const form = new FormData();
  form.append('data', JSON.stringify(data));
  for (const { paperCode, file } of files) form.append(`paper.${paperCode}`, file, file.name);
  return upload<Receipt>('/dossiers/online', form, onProgress);
}
