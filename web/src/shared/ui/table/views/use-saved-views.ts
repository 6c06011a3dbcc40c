// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../../session/session.ts';
import { readViews, type SavedView, withoutView, withView } from './saved-views.ts';

/** The views that a person keeps of one table, on this computer; they go with the person, not with the desk. */
export function useSavedViews(table: string) {
  const account = useQueryClient().getQueryData(sessionQuery.queryKey)?.account.id ?? '';
  const key = `views ${account} ${table}`;
  const [views, setViews] = useState(() => readViews(localStorage.getItem(key)));
  const keep = (next: readonly SavedView[]): void => {
    setViews(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still shows the views until the page is left.
    }
  };
  return {
    views,
    add: (view: SavedView) => keep(withView(views, view)),
    remove: (name: string) => keep(withoutView(views, name)),
  };
}
