// SPDX-License-Identifier: Apache-2.0
import type { UnitLevel } from './domain/unit.ts';

export type { SuccessionReference, UnitReference } from './data/relations.repo.ts';
export { withinScope } from './data/scope.ts';
export type { PlacedUnit, TreeRow } from './domain/tree.ts';
export { type Span, type Unit, type UnitLevel, type UnitMark, unitInForceOn, unitLevels } from './domain/unit.ts';
export { reachesWholeTree } from './usecases/reaches-whole-tree.ts';
export { getUnitSheet, successorsOf, type UnitSheet } from './usecases/read-successions.ts';
export {
  findUnitByCode,
  getUnit,
  getUnitInForce,
  type ListUnitsInput,
  listUnits,
  requireUnitInForce,
  unitTree,
} from './usecases/read-units.ts';
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
  /** The same over time; before a unit's first day and after its last one, as on these. */
  'units.lineage_span': { ancestor_id: string; descendant_id: string; valid_from: string; valid_to: string };
  /** The same rows beside the dossiers of the unit, for what is joined with them. */
  'units.lineage_by_unit': { ancestor_id: string; descendant_id: string; valid_from: string; valid_to: string };
};
