// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { IdParams, type RouteDefinition, route } from '#platform/http/route';
import { readUpload } from '#platform/http/upload';
import { addItem, editItem, publishChecklist, startDraft } from '../usecases/checklists/edit-checklist.ts';
import { exportChecklist, importChecklist } from '../usecases/checklists/exchange-checklist.ts';
import { getChecklist, listChecklists } from '../usecases/checklists/read-checklist.ts';
import {
  ChecklistRow,
  ChecklistSheet,
  DraftBody,
  ImportAnswer,
  ImportQuery,
  ItemBody,
  ItemEditBody,
  ItemParams,
  PublishBody,
} from './checklists.schema.ts';

const workbookMaxBytes = 4 * 1_048_576;
const draftErrors = ['inspections.checklist_not_found', 'inspections.checklist_published'];
const base = '/inspections/checklists';

/** The versioned checklist: read by all, edited as a draft, fixed once published. */
export const checklistsRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: base,
      operationId: 'listChecklists',
      summary: 'Versions of the checklist',
      access: 'inspections.read_checklist',
      response: z.object({ rows: z.array(ChecklistRow) }),
    },
    async ({ db }) => ({ rows: await listChecklists(db) }),
  ),
  route(
    {
      method: 'POST',
      path: base,
      operationId: 'startChecklistDraft',
      summary: 'Start a draft from a version',
      access: 'inspections.manage_checklist',
      body: DraftBody,
      status: 201,
      response: z.object({ id: z.uuid() }),
      errors: ['inspections.checklist_not_found', 'inspections.draft_exists'],
    },
    ({ db, actor, body }) => startDraft(db, actor, body),
  ),
  route(
    {
      method: 'GET',
      path: `${base}/:id`,
      operationId: 'getChecklist',
      summary: 'One version with its items',
      access: 'inspections.read_checklist',
      params: IdParams,
      response: ChecklistSheet,
      errors: ['inspections.checklist_not_found'],
    },
    ({ db, params }) => getChecklist(db, params.id),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/:id/items`,
      operationId: 'addChecklistItem',
      summary: 'Add an item to a draft',
      access: 'inspections.manage_checklist',
      params: IdParams,
      body: ItemBody,
      response: ChecklistSheet,
      errors: [...draftErrors, 'inspections.item_code_taken', 'inspections.item_field_unknown'],
    },
    async ({ db, actor, params, body }) => {
      await addItem(db, actor, params.id, body);
      return getChecklist(db, params.id);
    },
  ),
  route(
    {
      method: 'PUT',
      path: `${base}/:id/items/:itemId`,
      operationId: 'editChecklistItem',
      summary: 'Reword or retire an item of a draft',
      access: 'inspections.manage_checklist',
      params: ItemParams,
      body: ItemEditBody,
      response: ChecklistSheet,
      errors: [
        ...draftErrors,
        'inspections.item_not_found',
        'inspections.item_code_taken',
        'inspections.item_field_unknown',
        'platform.stale',
      ],
    },
    async ({ db, actor, params, body }) => {
      await editItem(db, actor, params.id, params.itemId, body);
      return getChecklist(db, params.id);
    },
  ),
  route(
    {
      method: 'POST',
      path: `${base}/:id/publish`,
      operationId: 'publishChecklist',
      summary: 'Publish a draft',
      access: 'inspections.manage_checklist',
      params: IdParams,
      body: PublishBody,
      response: ChecklistSheet,
      errors: [...draftErrors, 'inspections.checklist_empty', 'platform.stale'],
    },
    async ({ db, actor, params, body }) => {
      await publishChecklist(db, actor, params.id, body);
      return getChecklist(db, params.id);
    },
  ),
  route(
    {
      method: 'GET',
      path: `${base}/:id/export.xlsx`,
      operationId: 'exportChecklist',
      summary: 'A version as .xlsx',
      access: 'inspections.read_checklist',
      params: IdParams,
      errors: ['inspections.checklist_not_found'],
      perMinute: 60,
    },
    async ({ db, params, reply }) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="danh-muc-kiem-tra.xlsx"')
        .send(Buffer.from(await exportChecklist(db, params.id))),
  ),
  route(
    {
      method: 'POST',
      path: `${base}/:id/import`,
      operationId: 'importChecklist',
      summary: 'Read an .xlsx into a draft; a dry run shows every changed and every wrong cell',
      access: 'inspections.manage_checklist',
      params: IdParams,
      query: ImportQuery,
      uploadMaxBytes: workbookMaxBytes,
      response: ImportAnswer,
      errors: [
        ...draftErrors,
        'inspections.import_unreadable',
        'inspections.import_columns',
        'inspections.import_rows',
        'inspections.import_moved',
        'platform.file_protected',
        'platform.file_unpacks_too_large',
        'platform.too_much_work',
        'platform.busy',
        'platform.file_too_large',
        'platform.file_empty',
      ],
      perMinute: 30,
    },
    async ({ db, actor, params, query, request }) => {
      const { bytes } = await readUpload(request, workbookMaxBytes);
      return importChecklist(db, actor, params.id, bytes, { dryRun: query.dryRun === 'true', seen: query.seen });
    },
  ),
];
