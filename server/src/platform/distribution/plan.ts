// SPDX-License-Identifier: Apache-2.0

/**
 * What becomes of a table: spread over the machines by a column (`by`), kept on the coordinating machine but known to the extension
 * (`known`), or kept there as an ordinary table (`coordinator`).
 */
export type Placement = { readonly by: string } | 'known' | 'coordinator';

export type Placements = Readonly<Record<string, Placement>>;

/** A table as the database's own catalogue describes it. */
export type CatalogueTable = {
  readonly name: string;
  /** Columns of the primary key and of every other unique key or exclusion constraint, one list each. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly columns: readonly string[];
  /** Foreign keys that go out from this table or come in. */
  readonly foreignKeys: number;
  readonly triggers: number;
  readonly logged: boolean;
  /** What the table is already. */
  readonly now: Placement;
  readonly bytes: number;
};

export type PlannedStep = { readonly table: string; readonly place: Exclude<Placement, 'coordinator'>; readonly bytes: number };

export type PlanFault = {
  readonly table: string;
  readonly why:
    | 'undecided'
    | 'unknown_table'
    | 'no_column'
    | 'key_without_column'
    | 'foreign_keys'
    | 'triggers'
    | 'not_logged'
    | 'placed_otherwise';
};

export type DistributionPlan = {
  /** Tables still to be spread or made known, in the order in which that is done: the largest first. */
  readonly steps: readonly PlannedStep[];
  readonly done: readonly string[];
  readonly stays: readonly string[];
  readonly faults: readonly PlanFault[];
};

/** Decides from the catalogue what is to be done with each table; a table without a decision is a fault, and so is one that cannot be spread. */
export function planDistribution(catalogue: readonly CatalogueTable[], placements: Placements): DistributionPlan {
  const plan = { steps: [] as PlannedStep[], done: [] as string[], stays: [] as string[], faults: [] as PlanFault[] };
  const known = new Set(catalogue.map((table) => table.name));
  for (const table of Object.keys(placements)) if (!known.has(table)) plan.faults.push({ table, why: 'unknown_table' });
  for (const table of catalogue) {
    const place = placements[table.name] ?? placeByItself(table);
    const why = place === undefined ? 'undecided' : faultOf(table, place);
    if (why) plan.faults.push({ table: table.name, why });
    else if (place === undefined || place === 'coordinator') plan.stays.push(table.name);
    else if (isSame(table.now, place)) plan.done.push(table.name);
    else plan.steps.push({ table: table.name, place, bytes: table.bytes });
  }
  plan.steps.sort((a, b) => b.bytes - a.bytes || a.table.localeCompare(b.table));
  return plan;
}

/** A table that others hold on to by foreign keys, that triggers watch, or that a crash empties, is none of the big ones (decision 9). */
function placeByItself(table: CatalogueTable): Placement | undefined {
  return table.foreignKeys > 0 || table.triggers > 0 || !table.logged ? 'coordinator' : undefined;
}

function faultOf(table: CatalogueTable, place: Placement): PlanFault['why'] | undefined {
  if (table.now !== 'coordinator' && !isSame(table.now, place)) return 'placed_otherwise';
  if (place === 'coordinator') return undefined;
  if (!table.logged) return 'not_logged';
  if (table.foreignKeys > 0) return 'foreign_keys';
  if (place === 'known') return undefined;
  if (table.triggers > 0) return 'triggers';
  if (!table.columns.includes(place.by)) return 'no_column';
  return table.uniqueKeys.every((key) => key.includes(place.by)) ? undefined : 'key_without_column';
}

/** Bytes that leave the coordinating machine: a table that is only made known stays where it lies. */
export function bytesToMove({ steps }: DistributionPlan): number {
  return steps.reduce((sum, { place, bytes }) => (place === 'known' ? sum : sum + bytes), 0);
}

function isSame(a: Placement, b: Placement): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.by === b.by : a === b;
}
