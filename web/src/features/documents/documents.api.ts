// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryValues } from '../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../shared/api/operations.ts';

export type DocumentRow = RowOf<'listDocuments'>;
export type DocumentSheet = Answer<'getDocument'>;
export type DocumentType = RowOf<'listDocumentTypes'>;
export type Register = RowOf<'listRegisters'>;
export type LinkedDocument = DocumentSheet['bases'][number];
export type AttachmentKind = DocumentSheet['attachments'][number]['kind'];
export type Urgency = NonNullable<DocumentSheet['urgency']>;

export const documentsKey = ['documents'] as const;

export const documentsQuery = (filter: QueryValues) =>
  queryOptions({
    queryKey: [...documentsKey, 'list', filter],
    queryFn: ({ signal }) => api.get<Answer<'listDocuments'>>('/documents', filter, signal),
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: [...documentsKey, 'sheet', id],
    queryFn: ({ signal }) => api.get<DocumentSheet>(`/documents/${id}`, undefined, signal),
  });

export const typesQuery = queryOptions({
  queryKey: [...documentsKey, 'types'],
  queryFn: ({ signal }) => api.get<readonly DocumentType[]>('/documents/types', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const registersQuery = queryOptions({
  queryKey: [...documentsKey, 'registers'],
  queryFn: ({ signal }) => api.get<readonly Register[]>('/documents/registers', undefined, signal),
});

export const createDocument = (body: Body<'createDocument'>) => api.post<{ id: string }>('/documents', body);
export const receiveDocument = (body: Body<'receiveDocument'>) => api.post<{ id: string }>('/documents/incoming', body);
export const changeDocument = (id: string, body: Body<'changeDocument'>) => api.patch<DocumentSheet>(`/documents/${id}`, body);
export const issueDocument = (id: string, body: Body<'issueDocument'>) => api.post<Answer<'issueDocument'>>(`/documents/${id}/issue`, body);
export const recallDocument = (id: string, body: Body<'recallDocument'>) => api.post<DocumentSheet>(`/documents/${id}/recall`, body);
export const addBasis = (id: string, basedOnId: string) => api.post<DocumentSheet>(`/documents/${id}/bases`, { basedOnId });
export const createRegister = (body: Body<'createRegister'>) => api.post<Register>('/documents/registers', body);
export const attachFile = (id: string, fileId: string, kind: AttachmentKind) =>
  api.post<{ id: string }>(`/documents/${id}/attachments`, { fileId, kind });
