// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kernel/app-error';
import { fileMaxBytes, type IncomingFile, mostFiles, type Submission } from '../usecases/online/submit-online.ts';
import { SubmissionBody } from './online.schema.ts';

const paperField = /^paper\.(.{1,100})$/u;

/**
 * A submission as JSON, or as multipart: the field `data` first, then files under `paper.<code of the paper>`. The files
 * are streamed: what comes after a refusal is not kept.
 *
 * @throws AppError `dossiers.submission_unreadable`
 */
export async function readSubmission(
  request: FastifyRequest,
): Promise<{ readonly submission: Submission; readonly files: AsyncIterable<IncomingFile> | Iterable<IncomingFile> }> {
  if (!request.isMultipart()) return { submission: submissionOf(request.body), files: [] };
  const parts = request.parts({
    limits: { files: mostFiles + 1, fileSize: fileMaxBytes, fields: 1, parts: mostFiles + 2, fieldSize: 64_000 },
  });
  const first = await parts.next();
  if (first.done || first.value.type !== 'field' || first.value.fieldname !== 'data') throw unreadable('data');
  const submission = submissionOf(parsed(first.value.value));
  return { submission, files: filesOf(parts) };
}

async function* filesOf(parts: AsyncIterableIterator<MultipartFile | { readonly type: 'field' }>): AsyncGenerator<IncomingFile> {
  for await (const part of parts) {
    if (part.type !== 'file') throw unreadable('data');
    const paperCode = paperField.exec(part.fieldname)?.[1];
    if (!paperCode) throw unreadable(part.fieldname.slice(0, 100));
    yield { paperCode, name: (part.filename ?? '').normalize('NFC'), content: Readable.from(whole(part)) };
  }
}

/** The content of a file, refused at its end where the limit has cut it off. */
async function* whole(part: MultipartFile): AsyncGenerator<Uint8Array> {
  for await (const chunk of part.file) yield chunk as Uint8Array;
  if (part.file.truncated) throw new AppError('invalid', 'platform.file_too_large', { maxMegabytes: fileMaxBytes / 1_048_576 });
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    throw unreadable('data');
  }
}

function submissionOf(value: unknown): Submission {
  const result = SubmissionBody.safeParse(value);
  if (!result.success) throw unreadable(result.error.issues[0]?.path.join('.') || 'data');
  return result.data;
}

function unreadable(field: string): AppError {
  return new AppError('invalid', 'dossiers.submission_unreadable', { field });
}
