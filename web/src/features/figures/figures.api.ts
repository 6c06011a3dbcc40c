// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Answer, Body } from '../../shared/api/operations.ts';

export type UnitFigures = Answer<'readUnitFigures'>;
export type Figure = UnitFigures['figures'][number];
export type Indicator = Figure['indicator'];
export type OpenedFigure = Answer<'openFigure'>;
export type Revision = OpenedFigure['revisions'][number];
export type MeasuredRecord = Answer<'listFigureRecords'>['rows'][number];
export type Period = UnitFigures['period'];

export const figuresKey = ['figures'] as const;

export const unitFiguresQuery = (unitId: string, period: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'unit', unitId, period],
    queryFn: ({ signal }) => api.get<UnitFigures>(`/figures/units/${unitId}`, { period }, signal),
  });

export const unitPeriodsQuery = (unitId: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'periods', unitId],
    queryFn: ({ signal }) => api.get<Answer<'listUnitPeriods'>>(`/figures/units/${unitId}/periods`, undefined, signal),
  });

export const yearPeriodsQuery = (year: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'year', year],
    queryFn: ({ signal }) => api.get<Answer<'listFigurePeriods'>>('/figures/periods', { year }, signal),
    staleTime: 600_000,
  });

export const openedFigureQuery = (unitId: string, indicatorId: string, period: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'opened', unitId, indicatorId, period],
    queryFn: ({ signal }) => api.get<OpenedFigure>(`/figures/units/${unitId}/indicators/${indicatorId}`, { period }, signal),
  });

export const listRecords = (
  asked: { unitId: string; indicatorId: string; period: string; part: string; offset: number },
  signal?: AbortSignal,
) => api.get<Answer<'listFigureRecords'>>('/figures/records', asked, signal);

export const computeFigures = (unitId: string, period: string) =>
  api.post<Answer<'computeUnitFigures'>>(`/figures/units/${unitId}/compute`, { period });

export type FigureGrid = Answer<'readFigureGrid'>;

export type Across = FigureGrid['across'];

export const figureGridQuery = (unitId: string, period: string, across: Across) =>
  queryOptions({
    queryKey: [...figuresKey, 'grid', unitId, period, across],
    queryFn: ({ signal }) => api.get<FigureGrid>(`/figures/units/${unitId}/grid`, { period, across }, signal),
    gcTime: 0,
  });

export const enterFigures = (body: Body<'enterFigures'>) => api.post<Answer<'enterFigures'>>('/figures/cells', body);

export type Approval = Answer<'readFigureApproval'>;

export const approvalQuery = (unitId: string, period: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'approval', unitId, period],
    queryFn: ({ signal }) => api.get<Approval>(`/figures/units/${unitId}/approval`, { period }, signal),
  });

export const approveFigures = (unitId: string, body: Body<'approveFigures'>) =>
  api.post<Answer<'approveFigures'>>(`/figures/units/${unitId}/approval`, body);

export const publishFigure = (body: Body<'publishFigure'>) => api.post<Answer<'publishFigure'>>('/figures/official', body);

export const recomputationQuery = queryOptions({
  queryKey: [...figuresKey, 'recomputation'],
  queryFn: ({ signal }) => api.get<Answer<'readFigureRecomputation'>>('/figures/recomputation', undefined, signal),
});
