// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';

/** The roles of the house; `administrator` keeps accounts and reference data, it judges nothing. */
export const roles = [
  'par_officer',
  'inspection_head',
  'inspection_secretary',
  'inspection_member',
  'unit_officer',
  'unit_leader',
  'reader',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** A role held at a unit (and so at everything below it), for all reform fields or some. */
export type Grant = {
  readonly role: Role;
  readonly unitId: string;
  readonly reformFields: readonly ReformField[] | null;
};

/** Who acts: an account with the grants in force at this moment. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  /** The position that the person chose to work in, where they chose one. */
  readonly positionId?: string;
  readonly grants: readonly Grant[];
  /** Code of the refusal that this actor meets everywhere until something is settled, such as a password still to be changed. */
  readonly heldBack?: string;
};

/** The program itself: seeds, jobs and the command line of the server's owner. */
export const systemActor: Actor = { id: 'system', name: 'Hệ thống', position: null, grants: [] };

/** The address, browser and session behind a request; supplied by `identity`, so that platform knows no accounts. */
export type ResolveActor = (headers: Headers) => Promise<Actor | null>;
