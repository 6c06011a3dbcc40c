// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryValues } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { download } from '../../../shared/api/transfer.ts';

export type FoundProcedure = RowOf<'listProcedures'>;
export type ProcedureSheet = Answer<'getProcedure'>;
export type ProcedureVersion = ProcedureSheet['versions'][number];
export type Paper = ProcedureVersion['papers'][number];
export type Reception = Body<'receiveDossier'>;
export type Received = Answer<'receiveDossier'>;
export type WorkRow = RowOf<'readDossierWorkList'>;
export type WorkState = WorkRow['state'];

export const dossiersKey = ['dossiers'] as const;

/** Procedures in force on a day, found by words of the name or by code; those that the unit handles where one is given. */
export const procedureSearchQuery = (search: string, day: string, unitId: string | undefined) =>
  queryOptions({
    queryKey: ['procedures', 'search', search, day, unitId],
    queryFn: ({ signal }) =>
      api.get<Answer<'listProcedures'>>('/procedures', { search, asOf: day, unitId, standing: 'in_force', limit: 30 }, signal),
  });

export const procedureQuery = (id: string, day: string) =>
  queryOptions({
    queryKey: ['procedures', 'sheet', id, day],
    queryFn: ({ signal }) => api.get<ProcedureSheet>(`/procedures/${id}`, { asOf: day }, signal),
  });

/** The version that is in force on the day of the sheet. */
export function currentVersion(sheet: ProcedureSheet): ProcedureVersion | undefined {
  return sheet.versions.find(({ number }) => number === sheet.currentNumber);
}

export const formsQuery = (code: string) =>
  queryOptions({
    queryKey: [...dossiersKey, 'forms', code],
    queryFn: ({ signal }) => api.get<Answer<'listDossierForms'>>(`/dossiers/${encodeURIComponent(code)}/forms`, undefined, signal),
  });

export const workPage = (asked: QueryValues, signal?: AbortSignal) =>
  api.get<Answer<'readDossierWorkList'>>('/dossiers/work-list', asked, signal);

export type Assignable = RowOf<'listAssignable'>;

/** Who may be given a dossier, asked when it is to be given. */
export const assignableQuery = (code: string) =>
  queryOptions({
    queryKey: [...dossiersKey, 'assignable', code],
    queryFn: ({ signal }) => api.get<Answer<'listAssignable'>>(`/dossiers/${encodeURIComponent(code)}/assignable`, undefined, signal),
    staleTime: 0,
  });

export type Alike = Body<'findAlikeDossiers'>;

/** What the same person has handed in of late; not among the dossiers, so that a reception does not wait for it to be asked again. */
export const alikeQuery = (asked: Alike) =>
  queryOptions({
    queryKey: ['desk', 'alike', asked],
    queryFn: () => api.post<Answer<'findAlikeDossiers'>>('/dossiers/alike', asked),
    staleTime: 0,
  });

export const receiveDossier = (body: Reception) => api.post<Received>('/dossiers', body);
export type TurnedAway = Body<'turnDossierAway'>;
export const turnAway = (body: TurnedAway) => api.post<Answer<'turnDossierAway'>>('/dossiers/turned-away', body);
export const assignDossier = (code: string, body: Body<'assignDossier'>) =>
  api.post<Answer<'assignDossier'>>(`/dossiers/${encodeURIComponent(code)}/assign`, body);
export const printForm = (code: string, file: string) =>
  download('GET', `/dossiers/${encodeURIComponent(code)}/forms/${file}`, `${code}-${file}`);
