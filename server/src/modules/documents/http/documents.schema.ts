// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText, PageQuery } from '#platform/http/route';
import { attachmentKinds, directions, documentFields, sourceMarks, urgencyCodes } from '../domain/document.ts';

const Direction = z.enum(directions);
const State = z.enum(['draft', 'issued', 'recalled']);
const Origin = z.enum(['numbered', 'recorded', 'received']);
const Urgency = z.enum(urgencyCodes);
const Source = z.enum(sourceMarks);
const text = (longest: number) => z.string().trim().min(1).max(longest);
const optionalText = (longest: number) => z.string().trim().max(longest).nullish();
const Year = z.coerce.number().int().min(1945).max(2200);

export const DocumentType = z.object({
  code: z.string(),
  name: z.string(),
  abbreviation: z.string().nullable(),
  position: z.number().int(),
  legalBasis: z.string(),
  validFrom: DayText,
  validTo: DayText.nullable(),
});

export const DocumentQuery = PageQuery.extend({
  direction: Direction.optional(),
  state: State.optional(),
  year: Year.optional(),
  typeCode: z.string().max(40).optional(),
  unitId: z.uuid().optional(),
  registerId: z.uuid().optional(),
  from: DayText.optional(),
  to: DayText.optional(),
  sort: z.enum(['date', 'number', 'subject', 'issuer']).default('date'),
  order: z.enum(['asc', 'desc']).default('desc'),
});

const shown = {
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  direction: Direction,
  origin: Origin,
  state: State,
  registerNumber: z.number().int().nullable(),
  code: z.string().nullable(),
  symbol: z.string().nullable(),
  typeCode: z.string().nullable(),
  typeName: z.string().nullable(),
  issuedOn: DayText.nullable(),
  receivedOn: DayText.nullable(),
  issuerName: z.string(),
  subject: z.string(),
  signerPosition: z.string().nullable(),
  urgency: Urgency.nullable(),
  source: Source,
  paragraph: z.number().int().nullable(),
  version: z.number().int(),
};

export const DocumentListRow = z.object({ ...shown, attachmentCount: z.number().int() });

const Reference = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  typeCode: z.string().nullable(),
  typeName: z.string().nullable(),
  issuedOn: DayText.nullable(),
  issuerName: z.string(),
  subject: z.string(),
  state: State,
});

const Linked = Reference.extend({ note: z.string().nullable(), reachable: z.boolean() });

const Attachment = z.object({
  id: z.uuid(),
  fileId: z.uuid(),
  kind: z.enum(attachmentKinds),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  createdAt: z.string(),
});

export const DocumentSheet = z.object({
  ...shown,
  registerId: z.uuid().nullable(),
  number: z.number().int().nullable(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedSameDay: z.boolean().nullable(),
  issuerUnitId: z.uuid().nullable(),
  recipients: z.string().nullable(),
  archiveHolder: z.string().nullable(),
  copies: z.number().int().nullable(),
  handedOverOn: DayText.nullable(),
  note: z.string().nullable(),
  dateReason: z.string().nullable(),
  sourceNote: z.string().nullable(),
  recalledAt: z.string().nullable(),
  recallReason: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  /** Fields that the state of the document leaves open. */
  editable: z.array(z.enum(documentFields)),
  bases: z.array(Linked),
  dependents: z.array(Linked),
  replaces: Reference.nullable(),
  replacedBy: z.array(Reference),
  attachments: z.array(Attachment),
  /** Bases and files that were taken off again. */
  withdrawn: z.array(
    z.object({ kind: z.enum(['basis', 'attachment']), label: z.string(), reason: z.string(), at: z.string(), by: z.string() }),
  ),
  history: z.array(z.object({ at: z.string(), actorName: z.string(), action: z.string(), data: z.string() })),
});

const described = {
  subject: text(2_000),
  signerPosition: optionalText(200),
  urgency: Urgency.nullish(),
  recipients: optionalText(2_000),
  note: optionalText(1_000),
};

const Basis = z.strictObject({ basedOnId: z.uuid(), note: optionalText(500) });
export const BasisBody = Basis;
export const WithdrawBasisBody = z.strictObject({ basedOnId: z.uuid(), reason: text(1_000) });
export const WithdrawAttachmentBody = z.strictObject({ attachmentId: z.uuid(), reason: text(1_000) });
export const LegalBasisQuery = z.object({
  search: z.string().trim().max(200).optional(),
  until: DayText.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const LegalBases = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      code: z.string().nullable(),
      typeName: z.string().nullable(),
      issuedOn: DayText.nullable(),
      issuerName: z.string(),
      subject: z.string(),
      reachable: z.boolean(),
    }),
  ),
});
export const AttachmentBody = z.strictObject({ fileId: z.uuid(), kind: z.enum(attachmentKinds) });

const DraftBody = z.strictObject({
  kind: z.literal('draft'),
  unitId: z.uuid(),
  typeCode: text(40),
  symbol: text(60).optional(),
  ...described,
  archiveHolder: optionalText(200),
  copies: z.number().int().min(0).max(100_000).nullish(),
  replacesId: z.uuid().nullish(),
});

const RecordedBody = z.strictObject({
  kind: z.literal('recorded'),
  unitId: z.uuid(),
  code: text(80),
  typeCode: text(40).nullish(),
  issuedOn: DayText,
  issuerUnitId: z.uuid().nullish(),
  issuerName: text(300).optional(),
  ...described,
  replacesId: z.uuid().nullish(),
  source: Source.optional(),
  sourceNote: optionalText(300),
  paragraph: z.number().int().positive().nullish(),
  bases: z.array(Basis).max(50).optional(),
});

/** A draft that will be numbered here, or a document that has its number already. */
export const DocumentCreateBody = z.discriminatedUnion('kind', [DraftBody, RecordedBody]);

export const IncomingBody = z.strictObject({
  unitId: z.uuid(),
  code: optionalText(80),
  typeCode: text(40).nullish(),
  issuedOn: DayText.nullish(),
  receivedOn: DayText.optional(),
  dateReason: optionalText(500),
  issuerUnitId: z.uuid().nullish(),
  issuerName: text(300).optional(),
  ...described,
});

export const DocumentChangeBody = z.strictObject({
  version: z.number().int(),
  code: text(80).optional(),
  typeCode: text(40).optional(),
  symbol: text(60).optional(),
  issuedOn: DayText.optional(),
  issuerName: text(300).optional(),
  subject: text(2_000).optional(),
  signerPosition: optionalText(200),
  urgency: Urgency.nullish(),
  recipients: optionalText(2_000),
  archiveHolder: optionalText(200),
  copies: z.number().int().min(0).max(100_000).nullish(),
  handedOverOn: DayText.nullish(),
  note: optionalText(1_000),
  replacesId: z.uuid().nullish(),
  source: Source.optional(),
  sourceNote: optionalText(300),
  paragraph: z.number().int().positive().nullish(),
});

export const IssueBody = z.strictObject({ version: z.number().int(), issuedOn: DayText.optional(), dateReason: optionalText(500) });
export const RecallBody = z.strictObject({ version: z.number().int(), reason: text(1_000) });

export const IssuedDocument = z.object({ id: z.uuid(), number: z.number().int(), code: z.string(), issuedOn: DayText });
export const ReceivedDocument = z.object({ id: z.uuid(), number: z.number().int(), receivedOn: DayText, acknowledgedAt: z.string() });

export const Register = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  direction: Direction,
  year: z.number().int(),
  typeCode: z.string().nullable(),
  typeName: z.string().nullable(),
  name: z.string(),
  firstNumber: z.number().int(),
  nextNumber: z.number().int(),
  lastDatedOn: DayText.nullable(),
  closedAt: z.string().nullable(),
  closings: z.array(
    z.object({ action: z.enum(['closed', 'reopened']), reason: z.string().nullable(), at: z.string(), actorName: z.string() }),
  ),
});

export const CloseRegisterBody = z.strictObject({ note: z.string().trim().max(1_000).nullable().default(null) });
export const ReopenRegisterBody = z.strictObject({ reason: text(1_000) });

export const RegisterQuery = z.object({ unitId: z.uuid().optional(), direction: Direction.optional(), year: Year.optional() });

export const RegisterCreateBody = z.strictObject({
  unitId: z.uuid(),
  direction: Direction,
  year: z.number().int().min(1945).max(2200),
  typeCode: text(40).nullish(),
  name: optionalText(200),
  firstNumber: z.number().int().min(1).max(10_000_000).optional(),
});

export const RegisterExportQuery = z.object({ registerId: z.uuid() });
