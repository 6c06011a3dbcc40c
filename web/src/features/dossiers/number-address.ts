// SPDX-License-Identifier: Apache-2.0
import type { Asked, Measure } from './dossiers.api.ts';

/** Page that lists the dossiers behind a number. */
export function numberAddress(asked: Asked, measure: Measure, channel?: string): string {
  const given = { ...asked, measure, ...(channel ? { channel } : {}) };
  return `/dossiers/number?${new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()}`;
}

/** The statistics that the number is one of; `only` names what they are narrowed to. */
export function statisticsAddress(asked: Asked, unitName: string, only: string): string {
  const { unitId, from, to, sectorId, procedureId, channel } = asked;
  const given = { unit: unitId, name: unitName, from, to, sector: sectorId, procedure: procedureId, channel, only };
  return `/dossiers?${new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()}`;
}
