// SPDX-License-Identifier: Apache-2.0
import { currentLanguage } from '../i18n/i18n.ts';
import { positionHeaders } from '../session/position.ts';
import { asProblem, Problem, problemFrom } from './problem.ts';

export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Options = { readonly query?: QueryValues; readonly body?: unknown; readonly signal?: AbortSignal | undefined };

const timeoutMs = 60_000;
let whenSignedOut: () => void = () => undefined;

/** Names what happens when the server says that nobody is signed in. */
export function onSignedOut(handle: () => void): void {
  whenSignedOut = handle;
}

/** Address below `/api` with the query values that are set. */
export function apiAddress(path: string, query: QueryValues = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

/** Ends a request that is no longer wanted or takes too long; a browser of an old phone knows only some of these. */
function signalOf(wanted: AbortSignal | undefined): AbortSignal | null {
  const timeout = 'timeout' in AbortSignal ? AbortSignal.timeout(timeoutMs) : undefined;
  if (wanted && timeout && 'any' in AbortSignal) return AbortSignal.any([wanted, timeout]);
  return wanted ?? timeout ?? null;
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const isForm = options.body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage(), ...positionHeaders() };
  if (options.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const request: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    signal: signalOf(options.signal),
  };
  if (options.body !== undefined) request.body = options.body instanceof FormData ? options.body : JSON.stringify(options.body);
  const response = await fetch(apiAddress(path, options.query), request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw asProblem(error);
  });
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (problem.status === 401 && !path.startsWith('/auth/')) whenSignedOut();
  throw problem;
}

async function read<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options);
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => {
    throw new Problem({ status: response.status, code: 'web.unreadable', title: '', detail: '' });
  });
  // The answer was validated against its schema by the server; the type is the one of the same schema.
  return body as T;
}

const mostAtOnce = 500;
const mostInAll = 20_000;

/** A whole list, for pages that sort and filter it themselves; read page by page, as far as a screen can hold it. */
export async function allRows<T>(path: string, query: QueryValues, signal?: AbortSignal): Promise<{ rows: readonly T[]; total: number }> {
  const rows: T[] = [];
  for (;;) {
    const page = await api.get<{ rows: readonly T[]; total: number }>(path, { ...query, offset: rows.length, limit: mostAtOnce }, signal);
    rows.push(...page.rows);
    if (page.rows.length < mostAtOnce || rows.length >= Math.min(page.total, mostInAll)) return { rows, total: page.total };
  }
}

/** The server's API; every refusal is thrown as a `Problem`. */
export const api = {
  get: <T>(path: string, query?: QueryValues, signal?: AbortSignal) => read<T>('GET', path, { ...(query ? { query } : {}), signal }),
  post: <T>(path: string, body?: unknown, query?: QueryValues) => read<T>('POST', path, { body, ...(query ? { query } : {}) }),
  put: <T>(path: string, body?: unknown) => read<T>('PUT', path, { body }),
  patch: <T>(path: string, body?: unknown) => read<T>('PATCH', path, { body }),
  delete: <T>(path: string, body?: unknown) => read<T>('DELETE', path, { body }),
  raw: send,
};
