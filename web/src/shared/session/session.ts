// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

export type Role =
  | 'par_officer'
  | 'inspection_head'
  | 'inspection_secretary'
  | 'inspection_member'
  | 'unit_officer'
  | 'unit_leader'
  | 'reader'
  | 'administrator';
export type ReformField =
  | 'steering'
  | 'institutions'
  | 'procedures'
  | 'organisation'
  | 'civil_service'
  | 'public_finance'
  | 'digital_government'
  | 'quality_system';

export const roles: readonly Role[] = [
  'par_officer',
  'inspection_head',
  'inspection_secretary',
  'inspection_member',
  'unit_officer',
  'unit_leader',
  'reader',
  'administrator',
];
export const reformFields: readonly ReformField[] = [
  'steering',
  'institutions',
  'procedures',
  'organisation',
  'civil_service',
  'public_finance',
  'digital_government',
  'quality_system',
];

export type Position = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type Grant = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The right is held in this position alone; null in every one. */
  readonly positionId: string | null;
  readonly role: Role;
  readonly reformFields: readonly ReformField[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type Session = {
  readonly account: { readonly id: string; readonly name: string; readonly email: string; readonly position: string | null };
  readonly positions: readonly Position[];
  /** The position that the person chose to work in; rights and permissions are those of it. */
  readonly chosenPositionId: string | null;
  readonly grants: readonly Grant[];
  readonly permissions: readonly string[];
  readonly twoFactorEnabled: boolean;
  readonly mustChangePassword: boolean;
};

export const sessionQuery = queryOptions({
  queryKey: ['identity', 'session'],
  queryFn: ({ signal }) => api.get<Session>('/identity/session', undefined, signal),
  staleTime: 5 * 60_000,
});

/** Who is signed in; only used below the shell, which waits for the answer. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is used outside of the signed-in part');
  return data;
}

/** Whether the signed-in person holds a permission somewhere; where it reaches, the server decides. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

/** The unit for which a person works: that of the chosen position or the first, else of the first right. */
export function unitOf(session: Session): string {
  const chosen = session.positions.find((position) => position.id === session.chosenPositionId);
  return chosen?.unitName ?? session.positions[0]?.unitName ?? session.grants[0]?.unitName ?? '';
}
