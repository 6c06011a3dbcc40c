// SPDX-License-Identifier: Apache-2.0

export type Found = { readonly id: string; readonly title: string; readonly detail: string; readonly to: string };
export type SearchSource = { readonly key: 'units' | 'rounds' | 'documents'; readonly permission: string; readonly find: (query: string) => Promise<readonly Found[]> };

/** The lists that are searched; the server folds diacritics away. */
export const searchSources: readonly SearchSource[] = [];
