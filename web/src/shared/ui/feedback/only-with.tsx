// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useCan } from '../../session/session.ts';
import { Forbidden } from './states.tsx';

/** A page for holders of one permission; others read why it is closed, before they fill in a form in vain. */
export function OnlyWith({ permission, children }: { readonly permission: string; readonly children: ReactNode }) {
  const can = useCan();
  return can(permission) ? children : <Forbidden page />;
}
