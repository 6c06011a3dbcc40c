// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { ReformField } from '#kernel/reform-fields';
import { type Actor, type Role, systemActor } from '../auth/actor.ts';

/** What each role may do: permission (`<module>.<verb>`) to the roles that hold it. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

/**
 * Where a permission reaches: the units at the top of the subtrees, and the reform fields.
 * `roots: null` is everywhere and belongs to the program itself alone.
 */
export type UnitScope = {
  readonly roots: readonly string[] | null;
  readonly reformFields: readonly ReformField[] | null;
  /** The rights that it is made of, where one of several is not for all fields; see `scopeInField`. */
  readonly parts?: readonly { readonly unitId: string; readonly reformFields: readonly ReformField[] | null }[];
};

/**
 * How far a scope reaches in one reform field: `roots` and `reformFields` tell of all rights together, of which each opens its own fields
 * below its own unit alone.
 */
export function scopeInField({ roots, reformFields, parts }: UnitScope, field: ReformField): Pick<UnitScope, 'roots'> {
  const holds = (fields: readonly ReformField[] | null): boolean => fields === null || fields.includes(field);
  if (!parts) return { roots: holds(reformFields) ? roots : [] };
  return { roots: parts.filter((part) => holds(part.reformFields)).map(({ unitId }) => unitId) };
}

export type Permissions = {
  readonly table: PermissionTable;
  /** Scope of a permission, or undefined where the actor holds it nowhere. */
  find(actor: Actor, permission: string): UnitScope | undefined;
  /** @throws AppError `platform.forbidden` where the actor holds the permission nowhere */
  require(actor: Actor, permission: string): UnitScope;
  /** All permissions an actor holds somewhere; travels to the screens so that they offer only what will be accepted. */
  held(actor: Actor): string[];
};

/** Joins the permission tables of the modules; the same permission in two modules is a mistake of the program. */
export function createPermissions(tables: readonly PermissionTable[]): Permissions {
  const table: Record<string, readonly Role[]> = {};
  for (const [permission, holders] of tables.flatMap((one) => Object.entries(one))) {
    if (table[permission]) throw new Error(`permission ${permission} is declared twice`);
    table[permission] = holders;
  }

  function find(actor: Actor, permission: string): UnitScope | undefined {
    const holders = table[permission];
    if (!holders) throw new Error(`permission ${permission} is not declared`);
    if (actor === systemActor) return { roots: null, reformFields: null };
    const grants = actor.grants.filter((grant) => holders.includes(grant.role));
    if (grants.length === 0) return undefined;
    const allFields = grants.some((grant) => grant.reformFields === null);
    return {
      roots: [...new Set(grants.map((grant) => grant.unitId))],
      reformFields: allFields ? null : [...new Set(grants.flatMap((grant) => grant.reformFields ?? []))],
      ...(grants.length > 1 && grants.some((grant) => grant.reformFields !== null)
        ? { parts: grants.map(({ unitId, reformFields }) => ({ unitId, reformFields })) }
        : {}),
    };
  }

  return {
    table,
    find,
    require(actor, permission) {
      const scope = find(actor, permission);
      if (!scope) throw new AppError('forbidden', 'platform.forbidden', { permission });
      return scope;
    },
    held: (actor) => Object.keys(table).filter((permission) => find(actor, permission)),
  };
}
