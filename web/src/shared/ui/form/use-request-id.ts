// SPDX-License-Identifier: Apache-2.0
import { useCallback, useRef } from 'react';
import { newId } from '../../session/new-id.ts';

/**
 * An id for what is sent, the same one as long as the same is sent again: after an answer was lost on the way the server knows the
 * request by it, and does it once.
 */
export function useRequestId(): (content: unknown) => string {
  const last = useRef<{ readonly text: string; readonly id: string } | null>(null);
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current?.text !== text) last.current = { text, id: newId() };
    return last.current.id;
  }, []);
}
