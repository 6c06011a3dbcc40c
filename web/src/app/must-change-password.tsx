// SPDX-License-Identifier: Apache-2.0
import { Navigate, Outlet, useLocation } from 'react-router';

/** A generated password must be changed before anything else. */
export function MustChangePassword() {
  const { pathname } = useLocation();
  return pathname === '/account' ? <Outlet /> : <Navigate to="/account" replace />;
}
