// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { contentDisposition } from '#platform/files/file-name';
import { DayText, type RouteDefinition, route } from '#platform/http/route';
import { formKinds } from '../domain/forms/form-list.ts';
import { type FormFile, type FormFormat, listForms, printForm } from '../usecases/forms/print-form.ts';
import { printRegister } from '../usecases/forms/print-register.ts';
import { CodeParams } from './desk.schema.ts';

const FormsAnswer = z.object({
  regime: z.object({ key: z.string(), citation: z.string(), mark: z.string().nullable() }),
  forms: z.array(
    z.object({
      number: z.string(),
      kind: z.enum(formKinds),
      title: z.string(),
      occasionAt: z.string().nullable(),
      unavailableBecause: z.string().nullable(),
    }),
  ),
});

const FileParams = CodeParams.extend({ file: z.string().regex(/^\d{2}\.(docx|pdf)$/) });
const RegisterQuery = z.object({ unitId: z.uuid(), from: DayText, to: DayText, format: z.enum(['docx', 'pdf']).default('pdf') });

async function send(reply: FastifyReply, file: FormFile): Promise<FastifyReply> {
  return reply.header('content-disposition', contentDisposition(file.name)).type(file.mediaType).send(Buffer.from(file.bytes));
}

/** The printed forms of the one-stop desk. */
export const formRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/dossiers/register',
      operationId: 'printDossierRegister',
      summary: 'The register of dossiers that a unit received in a period, as Word file or PDF',
      access: 'dossiers.read',
      query: RegisterQuery,
      errors: ['units.not_found', 'dossiers.period_reversed', 'dossiers.register_too_long'],
    },
    async ({ db, scope, query, reply }) => send(reply, await printRegister(db, scope, query)),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/:code/forms',
      operationId: 'listDossierForms',
      summary: 'The forms of a dossier by the circular of its day, and which can be printed now',
      access: 'dossiers.read',
      params: CodeParams,
      response: FormsAnswer,
      errors: ['dossiers.not_found'],
    },
    async ({ db, scope, params }) => listForms(db, scope, params.code),
  ),
  route(
    {
      method: 'GET',
      path: '/dossiers/:code/forms/:file',
      operationId: 'printDossierForm',
      summary: 'One form of a dossier, such as 01.pdf or 04.docx, with the QR code of its code',
      access: 'dossiers.read',
      params: FileParams,
      errors: ['dossiers.not_found', 'dossiers.form_unknown', 'dossiers.form_unavailable'],
    },
    async ({ db, scope, params, reply }) => {
      const [form = '', format = ''] = params.file.split('.');
      return send(reply, await printForm(db, scope, { code: params.code, form, format: format as FormFormat }));
    },
  ),
];
