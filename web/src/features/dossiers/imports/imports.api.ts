// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryValues } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { download, upload } from '../../../shared/api/transfer.ts';

export type Import = Answer<'getDossierImport'>;
export type ImportState = Import['state'];
export type Fault = RowOf<'listDossierImportFaults'>;
export type FieldChoice = Answer<'listDossierImportFields'>['fields'][number];
export type Field = FieldChoice['field'];
export type Columns = Import['columns'];
export type Mapping = RowOf<'listDossierImportMappings'>;
export type ApplyMode = Body<'applyDossierImport'>['mode'];

/** Largest file that the server takes. */
export const importMaxBytes = 2_000 * 1_048_576;
export const importsKey = ['dossiers', 'imports'] as const;

const pollMs = 1_000;

export const importsQuery = (page: QueryValues) =>
  queryOptions({
    queryKey: [...importsKey, 'list', page],
    queryFn: ({ signal }) => api.get<Answer<'listDossierImports'>>('/dossiers/imports', page, signal),
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.isWorking) ? 2 * pollMs : false),
  });

/** One import; asked for again every second while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...importsKey, 'one', id],
    queryFn: ({ signal }) => api.get<Import>(`/dossiers/imports/${id}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.isWorking ? pollMs : false),
    staleTime: 0,
  });

/** Faults of one reading; a file that is read again has other ones. */
export const faultsQuery = (one: Pick<Import, 'id' | 'faults' | 'rowsRead' | 'workSeconds'>, page: QueryValues) =>
  queryOptions({
    queryKey: [...importsKey, 'faults', one.id, one.faults, one.rowsRead, one.workSeconds, page],
    queryFn: ({ signal }) => api.get<Answer<'listDossierImportFaults'>>(`/dossiers/imports/${one.id}/faults`, page, signal),
  });

export const fieldsQuery = queryOptions({
  queryKey: [...importsKey, 'fields'],
  queryFn: ({ signal }) => api.get<Answer<'listDossierImportFields'>>('/dossiers/import-fields', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const mappingsQuery = queryOptions({
  queryKey: [...importsKey, 'mappings'],
  queryFn: ({ signal }) => api.get<Answer<'listDossierImportMappings'>>('/dossiers/import-mappings', undefined, signal),
});

export const readAgain = (id: string, columns?: Columns) => api.post<Import>(`/dossiers/imports/${id}/read`, columns ? { columns } : {});
export const applyImport = (id: string, mode: ApplyMode) => api.post<Import>(`/dossiers/imports/${id}/apply`, { mode });
export const cancelImport = (id: string) => api.post<Import>(`/dossiers/imports/${id}/cancel`);
export const downloadFaults = (id: string, fallbackName: string) => download('GET', `/dossiers/imports/${id}/fault-file`, fallbackName);

/** Keeps a mapping under a name: a new one, or the columns of the one that has the name already. */
export const saveMapping = (unitId: string, name: string, columns: Columns, known: Mapping | undefined) =>
  known
    ? api.put<Mapping>(`/dossiers/import-mappings/${known.id}`, { name, columns, version: known.version })
    : api.post<Mapping>('/dossiers/import-mappings', { unitId, name, columns });

/** Sends a file for a unit; the fields go first, so that rights are checked before the file travels. */
export function sendImport(unitId: string, mapping: string, file: File, onProgress: (part: number) => void): Promise<Import> {
  const form = new FormData();
  form.append('unitId', unitId);
  if (mapping) form.append('mapping', mapping);
  form.append('file', file);
  return upload<Import>('/dossiers/imports', form, onProgress);
}
