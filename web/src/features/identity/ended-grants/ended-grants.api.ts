// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';
import { accountsKey } from '../accounts.api.ts';

export type EndedGrant = RowOf<'listEndedGrants'>;
type EndedGrants = Answer<'listEndedGrants'>;

export const endedGrantsQuery = queryOptions({
  queryKey: [...accountsKey, 'ended-grants'],
  queryFn: ({ signal }) => api.get<EndedGrants>('/identity/ended-grants', undefined, signal),
});

export const passOn = (items: Body<'passOnGrants'>['items']) => api.post<EndedGrants>('/identity/ended-grants/pass-on', { items });
