// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import type { Role } from '../auth/actor.ts';
import { IdParams, type RouteContext, type RouteDefinition, route } from '../http/route.ts';
import type { PermissionTable } from '../permissions/permissions.ts';
import { contentDisposition } from './file-name.ts';
import { type FileRecord, fileMaxBytes, getFile, requireUnitWithin, storeFile } from './file-records.ts';

export { platformFileErrors as fileErrors } from './errors.ts';

const writers: readonly Role[] = [
  'par_officer',
  'inspection_head',
  'inspection_secretary',
  'inspection_member',
  'unit_officer',
  'unit_leader',
];

/** Who may read and add files: every role reads those of its units, only those who work on cases add them. */
export const filePermissions: PermissionTable = { 'files.read': [...writers, 'reader', 'administrator'], 'files.write': writers };

const StoredFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  unitId: z.uuid(),
  createdAt: z.string(),
});

/** Upload and download of files; a file belongs to a unit and is reached by whoever reaches that unit. */
export const fileRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/files',
      operationId: 'storeFile',
      summary: 'Send one file (form fields: unitId, then file); its type is told from its content',
      access: 'files.write',
      uploadMaxBytes: fileMaxBytes,
      status: 201,
      response: StoredFile,
      errors: [
        'platform.file_not_sent',
        'platform.file_empty',
        'platform.file_too_large',
        'platform.file_type_refused',
        'platform.file_type_mismatch',
        'platform.file_damaged',
        'platform.file_protected',
        'platform.file_unpacks_too_large',
        'platform.disk_full',
        'platform.file_store_closed',
        'platform.not_found',
      ],
      perMinute: 120,
    },
    receive,
  ),
  route(
    {
      method: 'GET',
      path: '/files/:id',
      operationId: 'downloadFile',
      summary: 'Download a file',
      access: 'files.read',
      params: IdParams,
      errors: ['platform.not_found', 'platform.file_missing'],
    },
    async ({ db, scope, files, params, reply }) => {
      const file = await getFile(db, scope, params.id);
      const content = await files.get(file.sha256);
      return (
        reply
          .header('content-disposition', contentDisposition(file.name))
          .header('content-length', String(file.sizeBytes))
          .header('cache-control', 'private, no-store')
          .header('x-content-type-options', 'nosniff')
          // Where a browser shows it all the same, it may do nothing.
          .header('content-security-policy', "default-src 'none'; sandbox")
          .type(file.mediaType)
          .send(content)
      );
    },
  ),
];

// A form that breaks off or is no form at all says nothing about the server.
const unreadable = new AppError('invalid', 'platform.unreadable');

/** The unit comes before the file, so that rights are checked before a single byte of the file is kept. */
async function receive({ db, actor, scope, files, request }: RouteContext): Promise<FileRecord> {
  const sent = await firstFile(request);
  const unitId = z.uuid().safeParse(sent.unitId);
  if (!unitId.success) {
    sent.content.resume();
    throw new AppError('invalid', 'platform.file_not_sent');
  }
  try {
    await requireUnitWithin(db, scope, unitId.data);
    return await storeFile(db, actor, files, { name: sent.name, unitId: unitId.data, content: sent.content });
  } catch (error) {
    throw sent.content.errored && !(error instanceof AppError) ? unreadable : error;
  } finally {
    // What is left of a refused file is read and thrown away, so that the sender sees the answer.
    sent.content.resume();
  }
}

type SentFile = { readonly name: string; readonly unitId: unknown; readonly content: Readable };

async function firstFile(request: FastifyRequest): Promise<SentFile> {
  if (!request.isMultipart()) throw new AppError('invalid', 'platform.file_not_sent');
  const sent = await readParts(request).catch(() => Promise.reject(unreadable));
  if (!sent) throw new AppError('invalid', 'platform.file_not_sent');
  return sent;
}

async function readParts(request: FastifyRequest): Promise<SentFile | undefined> {
  let unitId: unknown;
  // One byte above the limit is let through, so that the store itself sees that the file is too large.
  for await (const part of request.parts({ limits: { fileSize: fileMaxBytes + 1 } })) {
    if (part.type === 'file') return { name: sentName(part.filename), unitId, content: part.file };
    if (part.fieldname === 'unitId') unitId = part.value;
  }
  return undefined;
}

/** The name as the sender knows it: absent where the form leaves it empty; browsers write these three signs as escapes (HTML, 4.10.22.8). */
function sentName(name: string | undefined): string {
  return (name ?? '').replace(/%(?:22|0D|0A)/g, (sign) => decodeURIComponent(sign));
}
