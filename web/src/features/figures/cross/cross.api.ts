// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body } from '../../../shared/api/operations.ts';
import { figuresKey } from '../figures.api.ts';

export type CrossTable = Answer<'readCrossTable'>;
export type Dimension = CrossTable['fixed']['dimension'];
export type FigureExport = Answer<'listFigureExports'>['rows'][number];

export const dimensions: readonly Dimension[] = ['units', 'indicators', 'periods'];

/** What the page begins with; what is empty is filled with the reader's own unit and its newest period. */
export const firstState = {
  rows: 'units',
  columns: 'indicators',
  unitId: '',
  unitName: '',
  indicatorId: '',
  period: '',
  periodKind: 'month',
  fromYear: '',
  toYear: '',
  rowOffset: '',
  columnOffset: '',
};
export type CrossState = typeof firstState;

/** What a cross table is asked; empty texts are left out. */
export type CrossAsked = Omit<CrossState, 'unitName'>;

export const rowsAtOnce = 50;
export const columnsAtOnce = 24;

/** The dimension that stands still. */
export function standingStill(rows: string, columns: string): Dimension {
  return dimensions.find((one) => one !== rows && one !== columns) ?? 'periods';
}

/** The parameters that a question needs: those of the dimension that stands still, and years where periods are crossed. */
export function queryOf(asked: CrossAsked): Record<string, string> {
  const { rows, columns, unitId, indicatorId, period, periodKind, fromYear, toYear } = asked;
  const still = standingStill(rows, columns);
  return {
    rows,
    columns,
    unitId,
    ...(still === 'indicators' ? { indicatorId } : {}),
    ...(still === 'periods' ? { period } : { periodKind, fromYear, toYear }),
  };
}

export const crossTableQuery = (asked: CrossAsked) =>
  queryOptions({
    queryKey: [...figuresKey, 'cross', asked],
    queryFn: ({ signal }) =>
      api.get<CrossTable>(
        '/figures/cross-table',
        {
          ...queryOf(asked),
          rowOffset: asked.rowOffset || '0',
          rowLimit: rowsAtOnce,
          columnOffset: asked.columnOffset || '0',
          columnLimit: columnsAtOnce,
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const indicatorsQuery = queryOptions({
  queryKey: [...figuresKey, 'indicators'],
  queryFn: ({ signal }) => api.get<Answer<'listIndicators'>>('/figures/indicators', undefined, signal),
});

const underWay: readonly string[] = ['waiting', 'running'];

/** The reader's exports; looked at again each second while one is under way. */
export const exportsQuery = queryOptions({
  queryKey: [...figuresKey, 'exports'],
  queryFn: ({ signal }) => api.get<Answer<'listFigureExports'>>('/figures/exports', undefined, signal),
  refetchInterval: ({ state }) => (state.data?.rows.some((one) => underWay.includes(one.state)) ? 1_000 : false),
});

export const startExport = (body: Body<'startFigureExport'>) => api.post<Answer<'startFigureExport'>>('/figures/exports', body);

export const cancelExport = (id: string) => api.post<unknown>(`/figures/exports/${id}/cancel`);
