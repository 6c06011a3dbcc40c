// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises';
import { type PortalCall, readAnswer } from '../../domain/import/portal.ts';

export type PortalPace = {
  /** Between two calls, so that the portal serves others too. */
  readonly pauseMs: number;
  readonly timeoutMs: number;
  /** Tries of one call in all. */
  readonly tries: number;
  /** Before the second try; doubled before each further one. */
  readonly backoffMs: number;
};

export const usualPace: PortalPace = { pauseMs: 1_500, timeoutMs: 60_000, tries: 4, backoffMs: 2_000 };

export type PortalAnswer = { readonly status: number; readonly text: string; readonly tries: number; readonly pages: number };

export type PortalStop = {
  readonly reason: 'refused' | 'too_many' | 'no_answer' | 'server_error' | 'wrong_answer' | 'unexpected_status' | 'too_large';
  readonly status: number | null;
  readonly tries: number;
};

const mostBytes = 50 * 1_048_576;

/**
 * One call of the portal: POST with JSON. A slow, broken or erring answer is asked for again after a growing pause; 403 and
 * 429 end it at once, because whoever is asked to stop stops.
 */
export async function callPortal(baseAddress: string, call: PortalCall, pace: PortalPace): Promise<PortalAnswer | PortalStop> {
  let last: PortalStop = { reason: 'no_answer', status: null, tries: 0 };
  for (let tries = 1; tries <= pace.tries; tries += 1) {
    if (tries > 1) await pause(pace.backoffMs * 2 ** (tries - 2));
    const answer = await tryOnce(baseAddress, call, pace.timeoutMs);
    if (!('reason' in answer)) return { ...answer, tries };
    last = { ...answer, tries };
    if (!isPassing(answer.reason)) return last;
  }
  return last;
}

/** What may be over at the next try. */
function isPassing(reason: PortalStop['reason']): boolean {
  return reason === 'no_answer' || reason === 'server_error' || reason === 'wrong_answer';
}

async function tryOnce(
  baseAddress: string,
  call: PortalCall,
  timeoutMs: number,
): Promise<Omit<PortalAnswer, 'tries'> | Omit<PortalStop, 'tries'>> {
  let status: number | null = null;
  try {
    const response = await fetch(new URL(call.path, baseAddress), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(call.body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    const text = await readText(response);
    if (text === undefined) return { reason: 'too_large', status };
    if (status === 403) return { reason: 'refused', status };
    if (status === 429) return { reason: 'too_many', status };
    if (status >= 500) return { reason: 'server_error', status };
    if (status !== 200 && status !== 201) return { reason: 'unexpected_status', status };
    const read = readAnswer(call.group, text);
    return 'problem' in read ? { reason: 'wrong_answer', status } : { status, text, pages: read.pages };
  } catch {
    // Refused connections, broken bodies and timeouts come as different errors of one meaning.
    return { reason: 'no_answer', status };
  }
}

async function readText(response: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > mostBytes) {
      await response.body?.cancel().catch(() => undefined);
      return undefined;
    }
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
