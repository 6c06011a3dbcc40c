// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readViews, type SavedView, withoutView, withView } from './saved-views.ts';

const view = (name: string, query = ''): SavedView => ({
  name,
  query,
  sort: { column: 'due', descending: true },
  hidden: ['code'],
  filters: {},
});

test('a kept view comes back as it was', () => {
  const views = withView([], { ...view('Quá hạn', 'dien bien'), filters: { state: 'issued' } });

  expect(readViews(JSON.stringify(views))).toEqual(views);
});

test('a view of the same name is replaced, an empty name is no name', () => {
  const views = withView(withView([], view('Quá hạn', 'một')), view(' Quá hạn ', 'hai'));

  expect(views.map((one) => one.query)).toEqual(['hai']);
  expect(withView(views, view('  '))).toEqual(views);
  expect(withoutView(views, 'Quá hạn')).toEqual([]);
});

test('of too many views the oldest goes', () => {
  const views = Array.from({ length: 25 }, (_, at) => view(`Cách ${at}`)).reduce(withView, [] as readonly SavedView[]);

  expect(views).toHaveLength(20);
  expect(views[0]?.name).toBe('Cách 5');
});

test('text that is no list of views is left out', () => {
  expect(readViews(null)).toEqual([]);
  expect(readViews('{')).toEqual([]);
  expect(readViews('[1, {"name": 3}, {"name": "Một", "sort": 5, "hidden": [1, "code"], "filters": {"a": 1, "b": "2"}}]')).toEqual([
    { name: 'Một', sort: null, hidden: ['code'], query: '', filters: { b: '2' } },
  ]);
});
