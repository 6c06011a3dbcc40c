// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matches } from '../shared/format/text.ts';
import type { FoundGroup } from './palette-list.tsx';
import { administration, openPlaces, places } from './places.ts';
import { fitOfName, ranked } from './search-rank.ts';
import { type Found, searchSources } from './search-sources.ts';

const shortest = 2;

/** Pages at once, lists of the server a moment after the last letter. */
export function useSearch(
  query: string,
  permissions: readonly string[],
): { readonly groups: readonly FoundGroup[]; readonly waiting: boolean } {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(query.trim(), 180);
  const sources = searchSources.filter((source) => permissions.includes(source.permission));
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['search', source.key, asked],
      queryFn: () => source.find(asked),
      enabled: asked.length >= shortest,
    })),
  });
  const pages: Found[] = openPlaces([...places, ...administration], permissions)
    .map((place) => ({
      id: place.key,
      title: t(`nav.${place.key}`),
      detail: '',
      to: place.to,
      fit: fitOfName(query, t(`nav.${place.key}`)),
    }))
    .filter((place) => query.trim() === '' || matches(query, place.title));
  const lists = sources.map((source, index) => ({
    key: source.key,
    found: asked.length >= shortest ? (answers[index]?.data ?? []) : [],
    failed: answers[index]?.isError ?? false,
  }));
  const all: FoundGroup[] = [{ key: 'pages' as const, found: pages, failed: false }, ...lists];
  const groups = ranked(all.filter((group) => group.found.length > 0 || group.failed));
  return { groups, waiting: asked !== query.trim() || answers.some((answer) => answer.isFetching) };
}
