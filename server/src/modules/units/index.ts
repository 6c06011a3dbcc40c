// SPDX-License-Identifier: Apache-2.0
import type { UnitLevel } from './domain/unit.ts';

export type { SuccessionReference, UnitReference } from './data/relations.repo.ts';
export { withinScope } from './data/scope.ts';
export type { PlacedUnit, TreeRow } from './domain/tree.ts';
export { type Span, type Unit, type UnitLevel, type UnitMark, unitInForceOn, unitLevels } from './domain/unit.ts';
export { getUnitSheet, successorsOf, type UnitSheet } from './usecases/read-successions.ts';
export { findUnitByCode, getUnit, type ListUnitsInput, listUnits, requireUnitInForce, unitTree } from './usecases/read-units.ts';
export { seedUnits } from './usecases/seed-units.ts';

/** Tables of this module that other modules may join. */
export type UnitsViews = {
  'units.unit': {
    id: string;
    code: string;
    level: UnitLevel;
    name: string;
    authority_name: string;
    document_symbol: string;
    valid_from: string;
    valid_to: string | null;
  };
  /** Ancestor and descendant (itself included) of any day. */
  'units.lineage': { ancestor_id: string; descendant_id: string };
};
