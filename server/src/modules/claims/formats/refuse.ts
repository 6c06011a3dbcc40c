// SPDX-License-Identifier: Apache-2.0
import { AppError } from '../../../kernel/app-error.ts';
import { type ClaimsErrorCode, claimsErrors } from '../domain/errors.ts';

/** More than this is no report, and would hold the server for everyone else. */
export const MAX_FILE_BYTES = 25 * 1_048_576;
export const MAX_UNPACKED_BYTES = 64 * 1_048_576;

/** The refusal of a file, with the facts that its sentence needs. */
export const refusal = (code: ClaimsErrorCode): AppError =>
  new AppError(claimsErrors[code].kind, code, code === 'claims.file_too_large' ? { maxMegabytes: MAX_UNPACKED_BYTES / 1_048_576 } : {});
