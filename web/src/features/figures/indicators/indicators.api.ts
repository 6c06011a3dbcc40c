// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import { figuresKey, type Indicator } from '../figures.api.ts';

export type IndicatorContent = Body<'createIndicator'>['content'];
export type { Indicator };

export const indicatorsQuery = queryOptions({
  queryKey: [...figuresKey, 'indicators'],
  queryFn: ({ signal }) => api.get<Answer<'listIndicators'>>('/figures/indicators', undefined, signal),
});

export const indicatorQuery = (id: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'indicators', id],
    queryFn: ({ signal }) => api.get<Answer<'getIndicator'>>(`/figures/indicators/${id}`, undefined, signal),
  });

export const measuresQuery = queryOptions({
  queryKey: [...figuresKey, 'measures'],
  queryFn: ({ signal }) => api.get<Answer<'listMeasures'>>('/figures/measures', undefined, signal),
  staleTime: 600_000,
});

export const createIndicator = (body: Body<'createIndicator'>) => api.post<Answer<'createIndicator'>>('/figures/indicators', body);
export const addVersion = (id: string, body: Body<'addIndicatorVersion'>) =>
  api.post<Answer<'addIndicatorVersion'>>(`/figures/indicators/${id}/versions`, body);
