// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { today } from '../../shared/format/days.ts';
import { unitSheetQuery } from './units.api.ts';

/** The name of a unit that another page knows by its identifier alone. */
export function UnitName({ id }: { readonly id: string }) {
  const sheet = useQuery(unitSheetQuery(id, today()));
  return sheet.data ? <Link to={`/units/${id}`}>{sheet.data.unit.name}</Link> : <span className="soft">…</span>;
}
