// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../shared/api/operations.ts';
import { upload } from '../../shared/api/transfer.ts';

export type UnitRow = RowOf<'listUnits'>;
export type UnitSheet = Answer<'getUnit'>;
export type Succession = UnitSheet['predecessors'][number];
export type UnitReference = UnitSheet['ancestors'][number];
export type UnitMap = Answer<'getUnitMap'>;
/** What a change of the tree does, or would do. */
export type UnitPlan = Answer<'mergeUnits'>;
export type MapReport = Answer<'putUnitMap'>;
/** A unit as it would begin. */
export type UnitPreview = Answer<'previewUnit'>;
export type FieldChange = Answer<'changeUnit'>['changes'][number];

type UnitPage = Answer<'listUnits'>;

export const unitsKey = ['units'] as const;

export const unitTreeQuery = (asOf: string) =>
  queryOptions({
    queryKey: [...unitsKey, 'tree', asOf],
    queryFn: ({ signal }) => api.get<UnitPage>('/units', { view: 'tree', asOf }, signal),
  });

export const unitSheetQuery = (id: string, asOf: string) =>
  queryOptions({
    queryKey: [...unitsKey, 'sheet', id, asOf],
    queryFn: ({ signal }) => api.get<UnitSheet>(`/units/${id}`, { asOf }, signal),
  });

export const unitChildrenQuery = (parentId: string, asOf: string) =>
  queryOptions({
    queryKey: [...unitsKey, 'children', parentId, asOf],
    queryFn: ({ signal }) => api.get<UnitPage>('/units', { parentId, asOf, limit: 500 }, signal),
  });

export const unitSearchQuery = (search: string, asOf: string) =>
  queryOptions({
    queryKey: [...unitsKey, 'search', search, asOf],
    queryFn: ({ signal }) => api.get<UnitPage>('/units', { search, asOf, limit: 30 }, signal),
  });

export const unitMapQuery = (asOf: string) =>
  queryOptions({
    queryKey: [...unitsKey, 'map', asOf],
    queryFn: ({ signal }) => api.get<UnitMap>('/units/map', { asOf }, signal),
  });

export const previewUnit = (body: Body<'previewUnit'>) => api.post<UnitPreview>('/units/preview', body);
export const createUnit = (body: Body<'createUnit'>) => api.post<Answer<'createUnit'>>('/units', body);
export const changeUnit = (id: string, body: Body<'changeUnit'>) => api.patch<Answer<'changeUnit'>>(`/units/${id}`, body);
export const mergeUnits = (body: Body<'mergeUnits'>) => api.post<UnitPlan>('/units/merge', body);
export const splitUnit = (id: string, body: Body<'splitUnit'>) => api.post<UnitPlan>(`/units/${id}/split`, body);
export const dissolveUnit = (id: string, body: Body<'dissolveUnit'>) => api.post<UnitPlan>(`/units/${id}/dissolve`, body);

/** Sends the GeoJSON of the units of a day; a dry run only says what it would show. */
export function sendMap(file: File, asOf: string, onProgress: (part: number) => void, dryRun: boolean): Promise<MapReport> {
  const form = new FormData();
  form.append('file', file);
  return upload<MapReport>(`/units/map?asOf=${asOf}&dryRun=${dryRun}`, form, onProgress, 'PUT');
}
