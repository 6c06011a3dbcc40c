// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are UUIDs of version 4, each another', () => {
  const ids = Array.from({ length: 200 }, newId);

  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
