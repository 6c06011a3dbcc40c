// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';

/** What is said of an item that was sent before, in both languages. */
export type TwiceWords = { readonly vi: string; readonly en: string };

/**
 * The same list, refused where two of its items have one key; the refusal names the place of the second.
 *
 * @example
 * const Dates = distinct(z.array(DateShape), (one) => one.phase, { vi: 'giai đoạn này đã gửi ở trên', en: 'this phase was sent before' });
 */
export function distinct<T extends z.ZodType<readonly unknown[]>>(
  list: T,
  keyOf: (item: z.output<T>[number]) => string,
  words: TwiceWords,
): T {
  return list.check((context) => {
    const seen = new Set<string>();
    context.value.forEach((item, index) => {
      const key = keyOf(item);
      if (seen.has(key)) context.issues.push({ code: 'custom', message: words.en, input: item, path: [index], params: { vi: words.vi } });
      seen.add(key);
    });
  });
}
