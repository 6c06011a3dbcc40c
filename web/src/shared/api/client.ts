// SPDX-License-Identifier: Apache-2.0
import { currentLanguage } from '../i18n/i18n.ts';
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

async function send(method: string, path: string, options: Options): Promise<Response> {
  const isForm = options.body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (options.body !== undefined && !isForm) headers['content-type'] = 'application/json';
  const timeout = AbortSignal.timeout(timeoutMs);
  const request: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
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

/** The server's API; every refusal is thrown as a `Problem`. */
export const api = {
  get: <T>(path: string, query?: QueryValues, signal?: AbortSignal) => read<T>('GET', path, { ...(query ? { query } : {}), signal }),
  post: <T>(path: string, body?: unknown, query?: QueryValues) => read<T>('POST', path, { body, ...(query ? { query } : {}) }),
  put: <T>(path: string, body?: unknown) => read<T>('PUT', path, { body }),
  patch: <T>(path: string, body?: unknown) => read<T>('PATCH', path, { body }),
  delete: <T>(path: string, body?: unknown) => read<T>('DELETE', path, { body }),
  raw: send,
};
