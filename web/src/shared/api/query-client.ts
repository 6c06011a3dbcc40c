// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** A refusal is an answer and is not asked for again; only silence and a server in trouble are. */
function retry(count: number, error: Error): boolean {
  if (error instanceof Problem && error.status >= 400 && error.status < 500) return false;
  return count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
