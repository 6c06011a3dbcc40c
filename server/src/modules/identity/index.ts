// SPDX-License-Identifier: Apache-2.0
export { type Authentication, createAuthentication } from './authentication.ts';
export { createFirstAdministrator } from './usecases/first-administrator.ts';
export { createAccount, type HashPassword } from './usecases/manage-accounts.ts';
export { resolveActor } from './usecases/resolve-actor.ts';
