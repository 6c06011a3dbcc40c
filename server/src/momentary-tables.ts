// SPDX-License-Identifier: Apache-2.0

/** Tables of the moment: a backup keeps their shape and not their rows, so that no ended session lives again. */
export const momentaryTables = ['identity.session', 'identity.verification', 'identity.rate_limit'] as const;
