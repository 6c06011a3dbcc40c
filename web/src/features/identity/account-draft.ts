// SPDX-License-Identifier: Apache-2.0
import { today } from '../../shared/format/days.ts';
import type { ReformField, Role } from '../../shared/session/session.ts';
import type { Account, AccountBody } from './accounts.api.ts';

type Dates = {
  readonly key: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly validFrom: string;
  readonly validTo: string;
};
export type PositionDraft = Dates & { readonly title: string };
export type GrantDraft = Dates & {
  readonly role: Role;
  readonly reformFields: readonly ReformField[] | null;
  /** Key of the position in which alone the right is held; null in every one. */
  readonly positionKey: string | null;
};
export type AccountDraft = {
  readonly name: string;
  readonly email: string;
  readonly positions: readonly PositionDraft[];
  readonly grants: readonly GrantDraft[];
};

let nextKey = 1;

function newDates(): Dates {
  return { key: `new-${nextKey++}`, unit: null, validFrom: today(), validTo: '' };
}

export function newPosition(): PositionDraft {
  return { ...newDates(), title: '' };
}

export function newGrant(): GrantDraft {
  return { ...newDates(), role: 'reader', reformFields: null, positionKey: null };
}

export const emptyDraft: AccountDraft = { name: '', email: '', positions: [], grants: [] };

export function draftOf(account: Account): AccountDraft {
  const dates = (one: { id: string; unitId: string; unitName: string; validFrom: string; validTo: string | null }): Dates => ({
    key: one.id,
    unit: { id: one.unitId, name: one.unitName },
    validFrom: one.validFrom,
    validTo: one.validTo ?? '',
  });
  return {
    name: account.name,
    email: account.email,
    positions: account.positions.map((one) => ({ ...dates(one), title: one.title })),
    grants: account.grants.map((one) => ({ ...dates(one), role: one.role, reformFields: one.reformFields, positionKey: one.positionId })),
  };
}

/** What is sent; a line without a unit is still being filled and is left to the form's own check. */
export function bodyOf(draft: AccountDraft): AccountBody {
  const dates = (one: Dates) => ({ unitId: one.unit?.id ?? '', validFrom: one.validFrom, validTo: one.validTo || null });
  return {
    name: draft.name.trim(),
    positions: draft.positions.map((one) => ({ ...dates(one), key: one.key, title: one.title.trim() })),
    grants: draft.grants.map((one) => ({
      ...dates(one),
      role: one.role,
      positionKey: one.positionKey,
      reformFields: one.reformFields && one.reformFields.length > 0 ? one.reformFields : null,
    })),
  };
}

/** Whether a right is bound to a position that was taken off the list since. */
export function hasLostPosition(draft: AccountDraft, grant: GrantDraft): boolean {
  return grant.positionKey !== null && !draft.positions.some((one) => one.key === grant.positionKey);
}

/** Whether every line names its unit and first day, and every bound right its position. */
export function isComplete(draft: AccountDraft): boolean {
  return (
    draft.name.trim() !== '' &&
    [...draft.positions, ...draft.grants].every((one) => one.unit && one.validFrom) &&
    draft.positions.every((one) => one.title.trim() !== '') &&
    !draft.grants.some((one) => hasLostPosition(draft, one))
  );
}
