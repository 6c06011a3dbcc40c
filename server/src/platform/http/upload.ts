// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kernel/app-error';

export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly fields: Readonly<Record<string, string>> };

/**
 * The one file of a multipart request, whole in memory, with the text fields sent before it.
 *
 * @throws AppError `platform.file_missing_in_request`, `platform.file_too_large`, `platform.file_empty`
 */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw new AppError('invalid', 'platform.file_missing_in_request');
  const part = await request.file({ limits: { fileSize: maxBytes } });
  if (!part) throw new AppError('invalid', 'platform.file_missing_in_request');
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new AppError('invalid', 'platform.file_too_large', { maxMegabytes: Math.floor(maxBytes / 1_048_576) });
    }
    throw error;
  });
  if (bytes.length === 0) throw new AppError('invalid', 'platform.file_empty');
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field') fields[name] = String(field.value);
  }
  return { name: (part.filename ?? '').normalize('NFC'), bytes, fields };
}
