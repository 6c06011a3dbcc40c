// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryValues } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';

export type ProcedureRow = RowOf<'listProcedures'>;
export type ProcedureSheet = Answer<'getProcedure'>;
export type Version = ProcedureSheet['versions'][number];
export type Level = Version['level'];
export type Limit = NonNullable<Version['limit']>;
export type Mark = NonNullable<Version['mark']>;
export type Sector = RowOf<'listProcedureSectors'>;
export type Regime = RowOf<'listOnlineRegimes'>;
export type FieldChange = RowOf<'compareProcedureVersions'>;
export type VersionContent = Body<'publishProcedureVersion'>['content'];
export type ImportReview = Answer<'reviewProcedureImport'>;
export type ImportDraft = RowOf<'listProcedureImports'>;
export type ImportResult = Answer<'confirmProcedureImport'>;

export const levels: readonly Level[] = ['province', 'district', 'commune'];
export const proceduresKey = ['procedures'] as const;

export const proceduresQuery = (filter: QueryValues) =>
  queryOptions({
    queryKey: [...proceduresKey, 'list', filter],
    queryFn: ({ signal }) => api.get<Answer<'listProcedures'>>('/procedures', filter, signal),
  });

export const procedureQuery = (id: string, asOf: string) =>
  queryOptions({
    queryKey: [...proceduresKey, 'sheet', id, asOf],
    queryFn: ({ signal }) => api.get<ProcedureSheet>(`/procedures/${id}`, { asOf }, signal),
  });

export const differencesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...proceduresKey, 'differences', id, from, to],
    queryFn: ({ signal }) => api.get<readonly FieldChange[]>(`/procedures/${id}/compare`, { from, to }, signal),
  });

export const sectorsQuery = queryOptions({
  queryKey: [...proceduresKey, 'sectors'],
  queryFn: ({ signal }) => api.get<readonly Sector[]>('/procedures/sectors', undefined, signal),
});

export const regimesQuery = queryOptions({
  queryKey: [...proceduresKey, 'regimes'],
  queryFn: ({ signal }) => api.get<readonly Regime[]>('/procedures/online-regimes', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const importsQuery = queryOptions({
  queryKey: [...proceduresKey, 'imports'],
  queryFn: ({ signal }) => api.get<readonly ImportDraft[]>('/procedures/imports', undefined, signal),
});

export const importQuery = (id: string, day: string) =>
  queryOptions({
    queryKey: [...proceduresKey, 'import', id, day],
    queryFn: ({ signal }) => api.get<ImportReview>(`/procedures/imports/${id}`, { day }, signal),
  });

/** The regime of online service of a day. */
export function regimeOn(regimes: readonly Regime[], day: string): Regime | undefined {
  return regimes.find((regime) => regime.validFrom <= day && (regime.validTo === null || regime.validTo >= day));
}

export const createProcedure = (body: Body<'createProcedure'>) => api.post<ProcedureSheet>('/procedures', body);
export const publishVersion = (id: string, body: Body<'publishProcedureVersion'>) =>
  api.post<ProcedureSheet>(`/procedures/${id}/versions`, body);
export const withdrawVersion = (id: string, body: Body<'withdrawProcedureVersion'>) =>
  api.post<ProcedureSheet>(`/procedures/${id}/versions/withdraw`, body);
export const endProcedure = (id: string, body: Body<'endProcedure'>) => api.post<ProcedureSheet>(`/procedures/${id}/end`, body);
export const changeOnlineLevel = (id: string, body: Body<'changeOnlineLevel'>) =>
  api.post<ProcedureSheet>(`/procedures/${id}/online`, body);
export const createSector = (body: Body<'createProcedureSector'>) => api.post<Sector>('/procedures/sectors', body);
export const confirmImport = (id: string, body: Body<'confirmProcedureImport'>) =>
  api.post<ImportResult>(`/procedures/imports/${id}/confirm`, body);
export const discardImport = (id: string) => api.post<void>(`/procedures/imports/${id}/discard`, undefined);

/** Sends a catalogue file for a unit; it is compared as of the day, nothing is saved. */
export function uploadCatalogue(unitId: string, file: File, day: string, onProgress: (part: number) => void): Promise<ImportReview> {
  const form = new FormData();
  form.append('unitId', unitId);
  form.append('file', file);
  return upload<ImportReview>(`/procedures/imports?day=${day}`, form, onProgress);
}
