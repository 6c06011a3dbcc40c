// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, pageOf, type RouteDefinition, route } from '#platform/http/route';
import { changeDocument } from '../usecases/change-document.ts';
import { createDraft } from '../usecases/create-draft.ts';
import { issueDocument } from '../usecases/issue-document.ts';
import { getDocument, listDocuments, listDocumentTypes } from '../usecases/read-documents.ts';
import { recallDocument } from '../usecases/recall-document.ts';
import { receiveDocument } from '../usecases/receive-document.ts';
import { recordDocumentWithin } from '../usecases/record-document.ts';
import {
  DocumentChangeBody,
  DocumentCreateBody,
  DocumentListRow,
  DocumentQuery,
  DocumentSheet,
  DocumentType,
  IncomingBody,
  IssueBody,
  IssuedDocument,
  RecallBody,
  ReceivedDocument,
} from './documents.schema.ts';

const Created = z.object({ id: z.uuid() });
const entryErrors = [
  'units.not_found',
  'documents.not_found',
  'documents.type_unknown',
  'documents.code_invalid',
  'documents.issued_in_future',
  'documents.replaced_not_issued',
];
export const basisErrors = ['documents.basis_not_issued', 'documents.basis_later', 'documents.basis_circular', 'documents.basis_there'];
export const changeErrors = ['documents.not_found', 'documents.recalled', 'platform.stale'];

const reading: RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/documents',
      operationId: 'listDocuments',
      summary: 'Documents of the units in reach',
      access: 'documents.read',
      query: DocumentQuery,
      response: pageOf(DocumentListRow),
    },
    ({ db, scope, query }) => listDocuments(db, scope, query),
  ),
  route(
    {
      method: 'GET',
      path: '/documents/types',
      operationId: 'listDocumentTypes',
      summary: 'The types of administrative documents',
      access: 'documents.read',
      response: z.array(DocumentType),
    },
    ({ db }) => listDocumentTypes(db),
  ),
  route(
    {
      method: 'GET',
      path: '/documents/:id',
      operationId: 'getDocument',
      summary: 'One document with bases, attachments and history',
      access: 'documents.read',
      params: IdParams,
      response: DocumentSheet,
      errors: ['documents.not_found'],
    },
    ({ db, scope, params }) => getDocument(db, scope, params.id),
  ),
];

const entering: RouteDefinition[] = [
  route(
    {
      method: 'POST',
      path: '/documents',
      operationId: 'createDocument',
      summary: 'Make a draft, or record a document that has its number already',
      access: 'documents.write',
      body: DocumentCreateBody,
      status: 201,
      response: Created,
      errors: [...entryErrors, ...basisErrors, 'documents.symbol_invalid', 'documents.symbol_of_other_type', 'documents.number_taken'],
    },
    ({ db, actor, scope, body }) =>
      body.kind === 'draft' ? createDraft(db, actor, scope, body) : recordDocumentWithin(db, actor, scope, body),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/incoming',
      operationId: 'receiveDocument',
      summary: 'Register an incoming document: number of arrival and acknowledgement',
      access: 'documents.write',
      body: IncomingBody,
      status: 201,
      response: ReceivedDocument,
      errors: [
        ...entryErrors,
        'units.not_in_force',
        'documents.issuer_missing',
        'documents.received_in_future',
        'documents.received_before_issued',
        'documents.already_received',
        'documents.date_out_of_order',
        'documents.register_closed',
      ],
    },
    ({ db, actor, scope, body }) => receiveDocument(db, actor, scope, body),
  ),
];

const changing: RouteDefinition[] = [
  route(
    {
      method: 'PATCH',
      path: '/documents/:id',
      operationId: 'changeDocument',
      summary: 'Change the fields that are still open',
      access: 'documents.write',
      params: IdParams,
      body: DocumentChangeBody,
      response: DocumentSheet,
      errors: [
        ...changeErrors,
        ...entryErrors,
        ...basisErrors,
        'documents.field_closed',
        'documents.number_taken',
        'documents.already_received',
        'documents.symbol_invalid',
        'documents.symbol_of_other_type',
      ],
    },
    async ({ db, actor, scope, params, body }) => {
      await changeDocument(db, actor, scope, params.id, body);
      return getDocument(db, scope, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/issue',
      operationId: 'issueDocument',
      summary: 'Give a draft its number and date',
      access: 'documents.issue',
      params: IdParams,
      body: IssueBody,
      response: IssuedDocument,
      errors: [
        ...changeErrors,
        ...basisErrors,
        'documents.already_issued',
        'documents.type_unknown',
        'documents.issued_in_future',
        'documents.replaced_not_issued',
        'documents.date_out_of_order',
        'documents.register_closed',
        'units.not_in_force',
      ],
    },
    ({ db, actor, scope, params, body }) => issueDocument(db, actor, scope, { ...body, documentId: params.id }),
  ),
  route(
    {
      method: 'POST',
      path: '/documents/:id/recall',
      operationId: 'recallDocument',
      summary: 'Withdraw a document with a reason; it stays readable',
      access: 'documents.issue',
      params: IdParams,
      body: RecallBody,
      response: DocumentSheet,
      errors: [...changeErrors, 'documents.reason_missing'],
    },
    async ({ db, actor, scope, params, body }) => {
      await recallDocument(db, actor, scope, { ...body, documentId: params.id });
      return getDocument(db, scope, params.id);
    },
  ),
];

export const documentRoutes: readonly RouteDefinition[] = [...reading, ...entering, ...changing];
