// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, RowOf } from '../../../shared/api/operations.ts';
import { upload } from '../../../shared/api/transfer.ts';

export type National = NonNullable<Answer<'readNationalIndexTable'>['table']>;
export type ProvinceLine = National['lines'][number];
export type NationalColumn = National['columns'][number];
export type IndexUnits = Answer<'listIndexUnits'>;
export type IndexUnit = IndexUnits['rows'][number];
export type UnitIndex = Answer<'readUnitIndex'>;
export type GroupSheet = UnitIndex['groups'][number];
export type MetricSheet = GroupSheet['metrics'][number];
export type IndexFigure = GroupSheet['figure'];
export type OwnMeasure = Answer<'readOwnIndexMeasure'>;
export type OwnMetric = OwnMeasure['metrics'][number];
export type Sources = Answer<'listIndexSources'>;
export type Source = Sources['rows'][number];
export type Imported = Answer<'importIndexAnswer'>;

export const serviceIndexKey = ['service-index'] as const;
const base = '/scoring/service-index';

export const nationalQuery = (table: string) =>
  queryOptions({
    queryKey: [...serviceIndexKey, 'national', table],
    queryFn: ({ signal }) => api.get<Answer<'readNationalIndexTable'>>(`${base}/provinces`, { table }, signal),
  });

export const unitsQuery = (period: string) =>
  queryOptions({
    queryKey: [...serviceIndexKey, 'units', period],
    queryFn: ({ signal }) => api.get<IndexUnits>(`${base}/units`, { period }, signal),
  });

export const unitIndexQuery = (key: string, period: string) =>
  queryOptions({
    queryKey: [...serviceIndexKey, 'unit', key, period],
    queryFn: ({ signal }) => api.get<UnitIndex>(`${base}/units/${encodeURIComponent(key)}`, { period }, signal),
  });

export const ownQuery = (unitId: string, period: string) =>
  queryOptions({
    queryKey: [...serviceIndexKey, 'own', unitId, period],
    queryFn: ({ signal }) => api.get<OwnMeasure>(`${base}/own`, { unitId, period }, signal),
  });

export type RuleVersion = RowOf<'listIndexRules'>;

export const rulesQuery = queryOptions({
  queryKey: [...serviceIndexKey, 'rules'],
  queryFn: ({ signal }) => api.get<readonly RuleVersion[]>(`${base}/rules`, undefined, signal),
});

export const sourcesQuery = queryOptions({
  queryKey: [...serviceIndexKey, 'sources'],
  queryFn: ({ signal }) => api.get<Sources>(`${base}/imports`, undefined, signal),
});

export type SendInput = { readonly file: File; readonly unitId: string; readonly period: string; readonly asOf: string };

export function sendAnswer({ file, unitId, period, asOf }: SendInput, onProgress: (part: number) => void): Promise<Imported> {
  const form = new FormData();
  for (const [key, value] of Object.entries({ unitId, period, asOf })) if (value) form.append(key, value);
  form.append('file', file);
  return upload<Imported>(`${base}/imports`, form, onProgress);
}

export const readRun = (runId: string) => api.post<readonly Imported[]>(`${base}/imports/from-run`, { runId });

/** The short name of a group in narrow columns; the full one stands beside it where there is room. */
export type GroupName = { readonly vi: string; readonly en: string };
