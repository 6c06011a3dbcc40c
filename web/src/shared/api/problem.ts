// SPDX-License-Identifier: Apache-2.0

export type ProblemBody = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly requestId?: string;
};

/** A refusal of the server, or the absence of one: status 0 means that no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string | null;

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.detail}`);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.params = body.params ?? {};
    this.fields = body.fields ?? [];
    this.requestId = body.requestId ?? null;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'status' in value;
}

/** Reads a refusal into a problem; an answer that is no problem document gets the code of its status. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblemBody(body)) return new Problem(body);
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : `http.${response.status}`;
  return new Problem({ status: response.status, code, title: '', detail: '' });
}

/** Any thrown value as a problem; a network failure and a time-out are told apart from a refusal. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new Problem({ status: 0, code: 'web.timeout', title: '', detail: '' });
  if (error instanceof TypeError) return new Problem({ status: 0, code: 'web.offline', title: '', detail: '' });
  return new Problem({ status: 0, code: 'web.unexpected', title: '', detail: error instanceof Error ? error.message : '' });
}

/** Field errors of a form: path of the field to sentence. */
export function fieldErrors(problem: Problem | null): Readonly<Record<string, string>> {
  return Object.fromEntries((problem?.fields ?? []).map(({ path, message }) => [path.replace(/^body\./, ''), message]));
}
