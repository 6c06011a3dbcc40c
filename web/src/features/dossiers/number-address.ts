// SPDX-License-Identifier: Apache-2.0
import type { Asked, Measure } from './dossiers.api.ts';

/** Page that lists the dossiers behind a number. */
export function numberAddress(asked: Asked, measure: Measure, channel?: string): string {
  const given = { ...asked, measure, ...(channel ? { channel } : {}) };
  return `/dossiers/number?${new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()}`;
}

/** The statistics of the unit and the days of a number. */
export function statisticsAddress({ unitId, from, to }: Asked, unitName: string): string {
  return `/dossiers?${new URLSearchParams({ unit: unitId, name: unitName, from, to }).toString()}`;
}
