// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Grant, Position, ReformField, Role } from '../../shared/session/session.ts';

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactorEnabled: boolean | null;
  readonly mustChangePassword: boolean;
  readonly disabledAt: string | null;
  readonly version: number;
  readonly positions: readonly Position[];
  readonly grants: readonly Grant[];
};

export type PositionBody = {
  readonly key: string;
  readonly unitId: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type GrantBody = {
  readonly unitId: string;
  readonly role: Role;
  readonly reformFields: readonly ReformField[] | null;
  readonly positionKey: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type AccountBody = { readonly name: string; readonly positions: readonly PositionBody[]; readonly grants: readonly GrantBody[] };

export const accountsKey = ['identity', 'accounts'] as const;

export const accountsQuery = (search: string, offset: number) =>
  queryOptions({
    queryKey: [...accountsKey, 'list', search, offset],
    queryFn: ({ signal }) =>
      api.get<{ rows: readonly Account[]; total: number }>('/identity/accounts', { search, offset, limit: 50 }, signal),
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountsKey, id],
    queryFn: ({ signal }) => api.get<Account>(`/identity/accounts/${id}`, undefined, signal),
  });

export const createAccount = (body: AccountBody & { email: string }) =>
  api.post<{ id: string; password: string }>('/identity/accounts', body);
export const changeAccount = (id: string, body: AccountBody & { version: number; disabled: boolean }) =>
  api.put<Account>(`/identity/accounts/${id}`, body);
export const resetPassword = (id: string) => api.post<{ password: string }>(`/identity/accounts/${id}/reset-password`, {});
