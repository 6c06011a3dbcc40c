// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

export type SearchText = {
  /** What stands in the field; null as long as nobody has typed. */
  readonly typed: string | null;
  readonly type: (text: string | null) => void;
  readonly isReached: boolean;
  readonly reach: () => void;
  /** The words to look for, once the typing rests; none while the field says what is chosen. */
  readonly search: string;
};

/** What is typed into a `SearchField`. */
export function useSearchText(chosen: string | undefined): SearchText {
  const [typed, type] = useState<string | null>(null);
  const [isReached, setReached] = useState(false);
  const [search] = useDebouncedValue(typed === null || typed === chosen ? '' : typed.trim(), 200);
  return { typed, type, isReached, reach: () => setReached(true), search };
}
