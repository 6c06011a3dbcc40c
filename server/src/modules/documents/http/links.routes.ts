// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { listLegalBases } from '../usecases/find-bases.ts';
import { addBasis, attachFile } from '../usecases/link-documents.ts';
import { getDocument } from '../usecases/read-documents.ts';
import { withdrawAttachment, withdrawBasis } from '../usecases/withdraw-links.ts';
import { basisErrors, changeErrors } from './documents.routes.ts';
import {
  AttachmentBody,
  BasisBody,
  DocumentSheet,
  LegalBases,
  LegalBasisQuery,
  WithdrawAttachmentBody,
  WithdrawBasisBody,
} from './documents.schema.ts';

const Created = z.object({ id: z.uuid() });
const withdrawalErrors = [...changeErrors, 'documents.links_fixed', 'documents.withdrawal_reason_missing'];

/** What a document rests on and carries: legal bases and files. */
export const linkRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/documents/legal-bases',
      operationId: 'listLegalBases',
      summary: 'Documents that may be named as a legal basis: of the own units, and issued above them',
      access: 'documents.read',
      query: LegalBasisQuery,
      response: LegalBases,
    },
    ({ db, scope, query }) => listLegalBases(db, scope, query),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/bases',
      operationId: 'addBasis',
      summary: 'State what the document is based on',
      access: 'documents.write',
      params: IdParams,
      body: BasisBody,
      status: 201,
      response: DocumentSheet,
      errors: [...changeErrors, ...basisErrors],
    },
    async ({ db, actor, scope, params, body }) => {
      await addBasis(db, actor, scope, params.id, body);
      return getDocument(db, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/attachments',
      operationId: 'attachFile',
      summary: 'Attach a file that was sent before',
      access: 'documents.write',
      params: IdParams,
      body: AttachmentBody,
      status: 201,
      response: Created,
      errors: [...changeErrors, 'platform.not_found', 'documents.attachment_of_other_unit', 'documents.attachment_there'],
    },
    ({ db, actor, scope, params, body }) => attachFile(db, actor, scope, params.id, body),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/bases/withdraw',
      operationId: 'withdrawBasis',
      summary: 'Take a legal basis off that was named by mistake',
      access: 'documents.write',
      params: IdParams,
      body: WithdrawBasisBody,
      response: DocumentSheet,
      errors: [...withdrawalErrors, 'documents.basis_not_there'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawBasis(db, actor, scope, params.id, body);
      return getDocument(db, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/attachments/withdraw',
      operationId: 'withdrawAttachment',
      summary: 'Take a file off that was attached by mistake',
      access: 'documents.write',
      params: IdParams,
      body: WithdrawAttachmentBody,
      response: DocumentSheet,
      errors: [...withdrawalErrors, 'documents.attachment_not_there'],
    },
    async ({ db, actor, scope, params, body }) => {
      await withdrawAttachment(db, actor, scope, params.id, body);
      return getDocument(db, scope, params.id);
    },
  ),
];
