// SPDX-License-Identifier: Apache-2.0
export { type Authentication, createAuthentication } from './authentication.ts';
export { findAccountByEmail } from './usecases/find-account-by-email.ts';
export { createFirstAdministrator } from './usecases/first-administrator.ts';
export { type Holder, listHolders } from './usecases/list-holders.ts';
export { listOwnGrants } from './usecases/list-own-grants.ts';
export { createAccount, type HashPassword } from './usecases/manage-accounts.ts';
export { resolveActor } from './usecases/resolve-actor.ts';
export { seedDemoAccounts } from './usecases/seed-demo-accounts.ts';
