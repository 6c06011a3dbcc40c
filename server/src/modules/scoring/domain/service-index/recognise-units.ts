// SPDX-License-Identifier: Apache-2.0
import { fold } from '#kernel/vietnamese-text';
import type { PortalRow } from './portal-answer.ts';

type Known = { readonly id: string; readonly agencyCode: string | null; readonly authorityName: string };

export type RecognisedUnit = {
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly level: string | null;
  readonly is_province: boolean;
  readonly province_key: string;
  readonly unit_id: string | null;
};

/**
 * The units that rows are about, each once, with the unit of this installation that has its agency code or, with only one
 * such, its name. The portal writes a department as "Sở Nội vụ - Tỉnh Điện Biên".
 */
export function unitsOf(rows: readonly PortalRow[], known: readonly Known[]): RecognisedUnit[] {
  const byCode = new Map(known.flatMap((unit) => (unit.agencyCode ? [[unit.agencyCode, unit.id] as const] : [])));
  const byName = new Map<string, string | null>();
  for (const unit of known) {
    const name = plain(unit.authorityName);
    byName.set(name, byName.has(name) ? null : unit.id);
  }
  const root = rows.find(({ unit }) => unit.isProvince)?.unit.key;
  const units = new Map(rows.map(({ unit }) => [unit.key, unit]));
  return [...units.values()].map((unit) => ({
    key: unit.key,
    code: unit.code,
    name: unit.name,
    level: unit.level,
    is_province: unit.isProvince,
    province_key: unit.isProvince ? unit.key : (root ?? unit.key),
    unit_id: (unit.code ? byCode.get(unit.code) : undefined) ?? byName.get(plain(unit.name)) ?? null,
  }));
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
