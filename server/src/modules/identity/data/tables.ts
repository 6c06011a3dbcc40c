// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import type { UnitsViews } from '#modules/units';
import type { Db } from '#platform/db/db';

type IdentityTables = {
  'identity.account': {
    id: string;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    two_factor_enabled: Generated<boolean | null>;
    must_change_password: Generated<boolean>;
    disabled_at: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    version: Generated<number>;
    search: GeneratedAlways<string>;
  };
  'identity.session': { id: string; account_id: string; updated_at: string };
  'identity.credential': {
    id: string;
    account_id: string;
    provider_id: string;
    user_id: string;
    password: string | null;
    updated_at: Generated<string>;
  };
  'identity.position': {
    id: string;
    account_id: string;
    unit_id: string;
    title: string;
    valid_from: string;
    valid_to: string | null;
    withdrawn_at: string | null;
  };
  'identity.role_grant': {
    id: string;
    account_id: string;
    role: string;
    unit_id: string;
    reform_fields: string[] | null;
    position_id: string | null;
    valid_from: string;
    valid_to: string | null;
    withdrawn_at: string | null;
  };
};

export type IdentityDb = Db<IdentityTables & UnitsViews>;

/** The same handle, narrowed to the tables this module may name. */
export function identityDb<T>(db: Db<T>): IdentityDb {
  return db as unknown as IdentityDb;
}
