// SPDX-License-Identifier: Apache-2.0
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRequestId } from './use-request-id.ts';

test('the same content has the same id, other content another, and each form its own', () => {
  const { result, rerender } = renderHook(() => useRequestId());
  const first = result.current({ name: 'Lò Thị Xuân' });
  rerender();

  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(result.current({ name: 'Lò Thị Xuân' })).toBe(first);
  expect(result.current({ name: 'Lò Thị Thu' })).not.toBe(first);
  expect(renderHook(() => useRequestId()).result.current({ name: 'Lò Thị Xuân' })).not.toBe(first);
});
