// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kernel/app-error';
import { contentDisposition } from '#platform/files/file-name';
import { fill, type Language } from '#platform/http/problem';
import { IdParams, PageQuery, pageOf, type RouteContext, type RouteDefinition, route } from '#platform/http/route';
import { importErrors } from '../domain/import/errors.ts';
import { importFields, requiredFields, usualHeader } from '../domain/import/fields.ts';
import { cancelImport, decideImport, readImportAgain } from '../usecases/import/decide-import.ts';
import { exportFaults } from '../usecases/import/export-faults.ts';
import { getDossierImport, type ImportView, listDossierImports, listImportFaults } from '../usecases/import/read-imports.ts';
import { importMaxBytes, receiveImport } from '../usecases/import/receive-import.ts';
import { ApplyBody, DossierImport, ImportFault, ImportFields, ReadAgainBody } from './import.schema.ts';

const access = 'dossiers.import';
const decisions = ['dossiers.import_wrong_state', 'platform.not_found'];

/** The import as the screen sees it, with the reason of a failure in words. */
function shown(view: ImportView, language: Language) {
  const sentence = (code: string, params: NonNullable<ImportView['failure']>['params']): string => {
    const known = Object.entries(importErrors).find(([name]) => name === code)?.[1];
    return known ? fill(known[language], params) : code;
  };
  return { ...view, failure: view.failure && { ...view.failure, sentence: sentence(view.failure.code, view.failure.params) } };
}

/** Imports of dossiers: sent, read, decided, looked up. */
export const importRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/dossiers/imports',
      operationId: 'receiveDossierImport',
      summary: 'Send a file of dossiers (form fields unitId, mapping, generated, then file); it is read in the background',
      access,
      uploadMaxBytes: importMaxBytes,
      status: 201,
      response: DossierImport,
      errors: [
        'dossiers.import_empty',
        'dossiers.import_old_workbook',
        'dossiers.import_unknown_form',
        'dossiers.import_unit_missing',
        'dossiers.import_mapping_unknown',
        'platform.file_missing_in_request',
        'platform.file_too_large',
        'platform.disk_full',
        'platform.file_store_closed',
        'platform.not_found',
      ],
      perMinute: 60,
    },
    receive,
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/imports',
      operationId: 'listDossierImports',
      summary: 'Imports of the units in reach, the latest first',
      access,
      query: PageQuery.omit({ search: true }),
      response: pageOf(DossierImport),
    },
    async ({ db, scope, query, language }) => {
      const { rows, total } = await listDossierImports(db, scope, query);
      return { rows: rows.map((row) => shown(row, language)), total };
    },
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/import-fields',
      operationId: 'listDossierImportFields',
      summary: 'What a column of a file can be',
      access,
      response: ImportFields,
    },
    async () => ({
      fields: importFields.map((field) => ({ field, header: usualHeader(field), isRequired: requiredFields.includes(field) })),
    }),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/imports/:id',
      operationId: 'getDossierImport',
      summary: 'One import with its progress',
      access,
      params: IdParams,
      response: DossierImport,
      errors: ['platform.not_found'],
    },
    async ({ db, scope, params, language }) => shown(await getDossierImport(db, scope, params.id), language),
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/imports/:id/read',
      operationId: 'readDossierImportAgain',
      summary: 'Read the file again, with other columns where they are given',
      access,
      params: IdParams,
      body: ReadAgainBody,
      response: DossierImport,
      errors: decisions,
    },
    async ({ db, actor, scope, files, params, body, language }) => {
      await readImportAgain(db, files, actor, scope, { id: params.id, ...body });
      return shown(await getDossierImport(db, scope, params.id), language);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/imports/:id/apply',
      operationId: 'applyDossierImport',
      summary: 'Write all rows or none, or the good rows; the writing goes on in the background',
      access,
      params: IdParams,
      body: ApplyBody,
      response: DossierImport,
      errors: [...decisions, 'dossiers.import_has_faults', 'dossiers.import_nothing_good'],
    },
    async ({ db, actor, scope, files, params, body, language }) => {
      await decideImport(db, files, actor, scope, { id: params.id, mode: body.mode });
      return shown(await getDossierImport(db, scope, params.id), language);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/dossiers/imports/:id/cancel',
      operationId: 'cancelDossierImport',
      summary: 'Stop a reading or give a checked file up; nothing of it is written',
      access,
      params: IdParams,
      response: DossierImport,
      errors: decisions,
    },
    async ({ db, actor, scope, params, language }) => {
      await cancelImport(db, actor, scope, params.id);
      return shown(await getDossierImport(db, scope, params.id), language);
    },
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/imports/:id/faults',
      operationId: 'listDossierImportFaults',
      summary: 'Faults in the order of the file, each with its place and a sentence',
      access,
      params: IdParams,
      query: PageQuery.omit({ search: true }),
      response: pageOf(ImportFault),
      errors: ['platform.not_found'],
    },
    async ({ db, scope, params, query, language }) => listImportFaults(db, scope, params.id, query, language),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/imports/:id/fault-file',
      operationId: 'downloadDossierImportFaults',
      summary: 'The same workbook with red cells and comments; for other forms a workbook of the faulty rows',
      access,
      params: IdParams,
      errors: ['platform.not_found', 'dossiers.import_no_faults', 'platform.file_missing'],
    },
    async ({ db, scope, files, params, language, reply }) => {
      const file = await exportFaults(db, files, scope, params.id, language);
      return reply
        .header('content-disposition', contentDisposition(file.name))
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .send(file.content);
    },
  ),
];

/** The fields come before the file, so that rights are checked before a single byte of it is kept. */
async function receive({ db, actor, scope, files, request, language }: RouteContext) {
  const { name, content, fields } = await firstFile(request);
  try {
    const { id } = await receiveImport(db, files, actor, scope, {
      fileName: name,
      content,
      unitId: fields.get('unitId') || undefined,
      mapping: fields.get('mapping') || undefined,
      generated: fields.get('generated') === 'true',
    });
    return shown(await getDossierImport(db, scope, id), language);
  } catch (error) {
    throw content.errored && !(error instanceof AppError) ? new AppError('invalid', 'platform.unreadable') : error;
  } finally {
    // What is left of a refused file is read and thrown away, so that the sender sees the answer.
    content.resume();
  }
}

type SentFile = { readonly name: string; readonly content: Readable; readonly fields: ReadonlyMap<string, string> };

async function firstFile(request: FastifyRequest): Promise<SentFile> {
  if (!request.isMultipart()) throw new AppError('invalid', 'platform.file_missing_in_request');
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts({ limits: { fileSize: importMaxBytes + 1 } })) {
      if (part.type === 'file') return { name: (part.filename ?? '').normalize('NFC'), content: part.file, fields };
      fields.set(part.fieldname, String(part.value));
    }
  } catch {
    throw new AppError('invalid', 'platform.unreadable');
  }
  throw new AppError('invalid', 'platform.file_missing_in_request');
}
