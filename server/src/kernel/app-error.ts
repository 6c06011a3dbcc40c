// SPDX-License-Identifier: Apache-2.0

/** The six ways in which the product refuses; each maps to one HTTP status in `platform/http`. */
export type AppErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable';

/** Facts that an error's sentence needs; numbers and texts only, so that they can be shown and logged. */
export type AppErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * An expected refusal. It carries no text: the sentence is found by `code` in the error catalogue of the module.
 *
 * @example
 * throw new AppError('conflict', 'documents.number_taken', { number: 1367 })
 */
export class AppError extends Error {
  readonly kind: AppErrorKind;
  readonly code: string;
  readonly params: AppErrorParams;

  constructor(kind: AppErrorKind, code: string, params: AppErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.params = params;
  }
}

/** One sentence per language; `{name}` is filled from the error's params. */
export type ErrorSentence = { readonly kind: AppErrorKind; readonly vi: string; readonly en: string };

/** What a module can refuse with: code (`<module>.<what>`) to sentence. */
export type ErrorCatalogue = Readonly<Record<string, ErrorSentence>>;
