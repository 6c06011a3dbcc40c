// SPDX-License-Identifier: Apache-2.0
import { nameKey } from './fields.ts';

/** A unit as rows of a file name it; days are counted from 1970-01-01, the last one is infinite while it is open. */
export type UnitEntry = {
  readonly id: string;
  readonly code: string;
  readonly agencyCode: string | null;
  readonly name: string;
  readonly authorityName: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** Whether the import may bring dossiers of this unit. */
  readonly isWithin: boolean;
};

export type VersionEntry = { readonly number: number; readonly fromDay: number; readonly toDay: number };

export type ProcedureEntry = {
  readonly id: string;
  readonly code: string;
  readonly nationalCode: string | null;
  readonly names: readonly string[];
  readonly versions: readonly VersionEntry[];
};

/** Everything that the rows of a file are matched with, read once before the first row. */
export type Catalogue = { readonly units: readonly UnitEntry[]; readonly procedures: readonly ProcedureEntry[] };

export type Found<Entry> =
  | { readonly entry: Entry }
  | { readonly problem: 'unknown' | 'several' | 'not_in_force' | 'outside'; readonly count?: number };

const unknown = { problem: 'unknown' } as const;

/** Looks units up by code, by agency code or by name without diacritics; answers are kept by the text as it is written. */
export function createUnitFinder(units: readonly UnitEntry[]): (text: string, day: number) => Found<UnitEntry> {
  const byKey = new Map<string, UnitEntry[]>();
  for (const unit of units) {
    for (const name of new Set([unit.code, unit.agencyCode ?? '', unit.name, unit.authorityName].map(nameKey))) {
      if (name !== '') add(byKey, name, unit);
    }
  }
  const seen = new Map<string, readonly UnitEntry[]>();
  return (text, day) => {
    const candidates = remembered(
      seen,
      text,
      () => byKey.get(nameKey(text)) ?? byKey.get(nameKey(text.replace(/^\S+\s+[-–]\s+/, ''))) ?? [],
    );
    const [only] = candidates;
    if (only === undefined) return unknown;
    if (candidates.length === 1 && only.isWithin && only.fromDay <= day && day <= only.toDay) return { entry: only };
    const inForce = candidates.filter((unit) => unit.fromDay <= day && day <= unit.toDay);
    if (inForce.length === 0) return { problem: 'not_in_force' };
    const [entry, ...others] = inForce.filter((unit) => unit.isWithin);
    if (entry === undefined) return { problem: 'outside' };
    return others.length > 0 ? { problem: 'several', count: others.length + 1 } : { entry };
  };
}

export type FoundProcedure = { readonly id: string; readonly version: number };

/** Looks procedures up by code, by the national part of it or by a name that only one procedure has; with the version of the day. */
export function createProcedureFinder(procedures: readonly ProcedureEntry[]): (text: string, day: number) => Found<FoundProcedure> {
  const byKey = new Map<string, ProcedureEntry[]>();
  for (const procedure of procedures) {
    const keys = [procedure.code, procedure.nationalCode ?? '', ...procedure.names].map(nameKey);
    for (const key of new Set(keys)) if (key !== '') add(byKey, key, procedure);
  }
  const seen = new Map<string, readonly ProcedureEntry[]>();
  return (text, day) => {
    const candidates = remembered(seen, text, () => byKey.get(nameKey(text)) ?? byNational(byKey, text));
    const [only, ...others] = candidates;
    if (only === undefined) return unknown;
    if (others.length > 0) return { problem: 'several', count: candidates.length };
    for (const version of only.versions) {
      if (version.fromDay <= day && day <= version.toDay) return { entry: { id: only.id, version: version.number } };
    }
    return { problem: 'not_in_force' };
  };
}

/** `1.004873.000.00.00.H18` names the procedure that is kept as `1.004873`. */
function byNational(byKey: ReadonlyMap<string, ProcedureEntry[]>, text: string): readonly ProcedureEntry[] {
  const national = /^\s*(\d\.\d{6})(?:\.|\s|$)/.exec(text)?.[1];
  return national === undefined ? [] : (byKey.get(nameKey(national)) ?? []);
}

const mostRemembered = 50_000;

function remembered<Value>(seen: Map<string, Value>, text: string, find: () => Value): Value {
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size >= mostRemembered) seen.clear();
  const value = find();
  seen.set(text, value);
  return value;
}

function add<Entry>(byKey: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = byKey.get(key);
  if (list) list.push(entry);
  else byKey.set(key, [entry]);
}
