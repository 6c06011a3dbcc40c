// SPDX-License-Identifier: Apache-2.0
import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useOnce } from './use-once.ts';

afterEach(() => vi.useRealTimers());

test('a double click acts once, a later try acts again, and what is on its way is not sent a second time', () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const { result, rerender } = renderHook(({ pending }) => useOnce(pending), { initialProps: { pending: false } });

  result.current(act);
  result.current(act);
  expect(act).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(500);
  result.current(act);
  expect(act).toHaveBeenCalledTimes(2);

  rerender({ pending: true });
  vi.advanceTimersByTime(500);
  result.current(act);
  expect(act).toHaveBeenCalledTimes(2);

  rerender({ pending: false });
  result.current(act);
  expect(act).toHaveBeenCalledTimes(3);
});
