// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { AppError, AppErrorKind, ErrorCatalogue } from '#kernel/app-error';

/** The one table from the kind of a refusal to its HTTP status. */
export const statusOfKind: Readonly<Record<AppErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};

/** Body of every refusal, `application/problem+json` (RFC 9457); `detail` is a sentence for the person. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  status: z.number().int(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

export type Language = 'vi' | 'en';

const titles: Readonly<Record<AppErrorKind, Record<Language, string>>> = {
  invalid: { vi: 'Dữ liệu chưa đúng', en: 'Invalid input' },
  unauthenticated: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  forbidden: { vi: 'Không có quyền', en: 'Forbidden' },
  not_found: { vi: 'Không tìm thấy', en: 'Not found' },
  conflict: { vi: 'Không thực hiện được lúc này', en: 'Conflict' },
  unavailable: { vi: 'Tạm thời không phục vụ được', en: 'Unavailable' },
};

/** Builds the problem of a refusal in the reader's language. */
export function problemOf(error: AppError, catalogue: ErrorCatalogue, language: Language, requestId: string): Problem {
  const sentence = catalogue[error.code];
  const detail = sentence ? fill(sentence[language], error.params) : error.code;
  return {
    type: 'about:blank',
    status: statusOfKind[error.kind],
    code: error.code,
    title: titles[error.kind][language],
    detail,
    params: error.params,
    requestId,
  };
}

/** Puts params into a sentence: `{name}` becomes the value of `name`. */
export function fill(sentence: string, params: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The language of the answer: English where the browser asks for it before Vietnamese, else Vietnamese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'vi';
}
