// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Answer, Body } from '../../shared/api/operations.ts';

export type Statistics = Answer<'readDossierStatistics'>;
export type StatisticRow = Statistics['rows'][number];
export type Counts = Statistics['total'];
export type OpenedNumber = Answer<'openDossierNumber'>;
export type ListedDossier = OpenedNumber['rows'][number];
export type DossierSheet = Answer<'readDossier'>;
export type DossierMove = DossierSheet['moves'][number]['move'];

export const groupings = ['sector', 'procedure', 'unit', 'month', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

/** Measures of the statistics, and sums of them; each opens to a list of dossiers. */
export const measures = [
  'handled',
  'received',
  'received_offline',
  'carried',
  'solved',
  'early',
  'on_time',
  'on_time_or_closed',
  'late',
  'closed',
  'open',
  'in_time',
  'overdue',
  'resolved',
  'resolved_in_time',
] as const;
export type Measure = (typeof measures)[number];

export type Asked = {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly procedureId?: string | undefined;
  readonly sectorId?: string | undefined;
  readonly channel?: string | undefined;
  /** `true`: only what no unit right below counts. */
  readonly own?: 'true' | undefined;
};

/** Dossiers received, over all channels. */
export function receivedIn({ receivedDirect, receivedOnline, receivedPostal }: Counts): number {
  return receivedDirect + receivedOnline + receivedPostal;
}

export const dossiersKey = ['dossiers'] as const;

/** The rows that are asked for where they are many; without it the first 500 as they come. */
export type RowsAsked = {
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly search?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
};

export const statisticsQuery = (asked: Asked & { readonly by: Grouping | 'total' } & Partial<RowsAsked>) =>
  queryOptions({
    queryKey: [...dossiersKey, 'statistics', asked],
    queryFn: ({ signal }) => api.get<Statistics>('/dossiers/statistics', asked, signal),
  });

export const openedNumber = (asked: Asked & { readonly measure: Measure; readonly after?: string | undefined }, signal?: AbortSignal) =>
  api.get<OpenedNumber>('/dossiers/statistics/dossiers', asked, signal);

export const dossierQuery = (code: string) =>
  queryOptions({
    queryKey: [...dossiersKey, 'sheet', code],
    queryFn: ({ signal }) => api.get<DossierSheet>(`/dossiers/${encodeURIComponent(code)}`, undefined, signal),
  });

export const receiveDossier = (body: Body<'receiveDossier'>) => api.post<Answer<'receiveDossier'>>('/dossiers', body);
export const moveDossier = (code: string, body: Body<'moveDossier'>) =>
  api.post<Answer<'moveDossier'>>(`/dossiers/${encodeURIComponent(code)}/moves`, body);
