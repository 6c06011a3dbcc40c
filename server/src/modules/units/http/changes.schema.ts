// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { unitLevels, unitMarks } from '../domain/unit.ts';
import { FieldChange, Unit } from './units.schema.ts';

const line = (most: number) => z.string().trim().normalize().min(1).max(most);
const Code = z
  .string()
  .trim()
  .regex(/^[0-9A-Z][0-9A-Z./-]{0,39}$/);
const AgencyCode = z
  .string()
  .trim()
  .max(35)
  .regex(/^[A-Z][0-9]{2}(\.[0-9A-Z]+)*$/);
const Name = z.string().trim().normalize().min(2).max(200);
const decision = line(300).nullable().optional();
const dryRun = z.boolean().default(false);

export const UnitNames = z.strictObject({
  code: Code,
  name: Name,
  authorityName: Name,
  documentSymbol: line(30),
  agencyCode: AgencyCode.nullable().optional(),
  mark: z.enum(unitMarks).nullable().optional(),
  note: line(1_000).nullable().optional(),
});

export const CreateUnitBody = UnitNames.extend({
  level: z.enum(unitLevels),
  parentId: z.uuid().nullable(),
  validFrom: DayText,
  validTo: DayText.nullable().optional(),
  decision,
});

const RenameBody = z.strictObject({
  change: z.literal('rename'),
  version: z.number().int(),
  onDay: DayText,
  name: Name,
  authorityName: Name,
  code: Code.optional(),
  documentSymbol: line(30).optional(),
  agencyCode: AgencyCode.nullable().optional(),
  decision,
  dryRun,
});

const CorrectBody = z.strictObject({
  change: z.literal('correct'),
  version: z.number().int(),
  reason: line(500),
  code: Code.optional(),
  name: Name.optional(),
  authorityName: Name.optional(),
  documentSymbol: line(30).optional(),
  agencyCode: AgencyCode.nullable().optional(),
  validFrom: DayText.optional(),
  decision,
  mark: z.enum(unitMarks).nullable().optional(),
  note: line(1_000).nullable().optional(),
  dryRun,
});

/** A true change of name (`rename`: the unit ends, its successor begins) or the mending of a slip (`correct`). */
export const ChangeUnitBody = z.discriminatedUnion('change', [RenameBody, CorrectBody]);

export const MergeUnitsBody = z.strictObject({
  unitIds: z.array(z.uuid()).min(1).max(100),
  onDay: DayText,
  into: z.union([z.strictObject({ unitId: z.uuid() }), z.strictObject({ unit: UnitNames, parentId: z.uuid().nullable() })]),
  decision,
  dryRun,
});

export const SplitUnitBody = z.strictObject({
  onDay: DayText,
  parts: z
    .array(UnitNames.extend({ childIds: z.array(z.uuid()).max(500).optional() }))
    .min(2)
    .max(50),
  decision,
  dryRun,
});

export const DissolveUnitBody = z.strictObject({ onDay: DayText, decision, dryRun });

const Named = z.object({ id: z.uuid().nullable(), code: z.string(), name: z.string() });

export const PlanDescription = z.object({
  dryRun: z.boolean(),
  kind: z.enum(['merge', 'split', 'rename', 'dissolve']),
  onDay: DayText,
  lastDay: DayText,
  ends: z.array(Named),
  begins: z.array(Named.extend({ parentName: z.string().nullable() })),
  continues: Named.nullable(),
  moves: z.array(Named.extend({ fromName: z.string(), toName: z.string(), from: DayText, to: DayText.nullable() })),
});

export const ChangedUnit = z.object({
  /** Null in a dry run. */
  unit: Unit.nullable(),
  /** What a change of name does to the tree. */
  plan: PlanDescription.nullable(),
  /** What a correction alters, field by field. */
  changes: z.array(FieldChange),
});
