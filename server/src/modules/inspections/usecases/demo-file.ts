// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { findUnitByCode } from '#modules/units';
import type { Db } from '#platform/db/db';
import { figureKinds, roundForms, severities, statementKinds, teamRoles, verdicts, visitKinds } from '../domain/vocabulary.ts';

const seeds = new URL('../../../../seeds/', import.meta.url);

const Field = z.enum(reformFields);
const Day = z.iso.date();
const Paragraph = z.number().int().positive().nullable().default(null);
const Decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullable()
  .default(null);

const Figure = z.strictObject({
  code: z.string(),
  label: z.string(),
  reformField: Field,
  kind: z.enum(figureKinds),
  numerator: Decimal,
  denominator: Decimal,
  parts: z.array(z.strictObject({ label: z.string(), value: z.string() })).default([]),
  statedPercent: Decimal,
  statedText: z.string().nullable().default(null),
  unitOfMeasure: z.string().default(''),
  document: z.string().nullable().default(null),
  paragraph: Paragraph,
  note: z.string().nullable().default(null),
  /** The team's own count, with where it was counted. */
  counted: z.strictObject({ numerator: z.string(), source: z.string() }).nullable().default(null),
});

const Statement = z.strictObject({
  kind: z.enum(statementKinds),
  text: z.string(),
  reformField: Field,
  cause: z.string().nullable().default(null),
  severity: z.enum(severities).nullable().default(null),
  item: z.string().nullable().default(null),
  paragraph: Paragraph,
  addressedTo: z.string().nullable().default(null),
});

const Visit = z.strictObject({
  unit: z.string(),
  kind: z.enum(visitKinds),
  visitOn: Day,
  visitTo: Day.nullable().default(null),
  place: z.string().nullable(),
  reformFields: z.array(Field).nullable(),
  illustrative: z.boolean(),
  signedOn: Day,
  timetable: z.array(z.strictObject({ at: z.string(), what: z.string() })).default([]),
  representatives: z.array(z.strictObject({ position: z.string() })).default([]),
  reportFile: z.string().nullable().default(null),
  opinion: z.string(),
  selfInspections: z.array(z.string()).default([]),
  figures: z.array(Figure).default([]),
  answers: z.array(z.strictObject({ item: z.string(), verdict: z.enum(verdicts), note: z.string(), paragraph: Paragraph })).default([]),
  statements: z.array(Statement).default([]),
  recommendations: z.array(z.strictObject({ text: z.string(), reformField: Field, paragraph: Paragraph })).default([]),
});

const DemoRound = z.strictObject({
  mark: z.string(),
  note: z.string(),
  sourceNote: z.string(),
  documents: z.array(
    z.strictObject({ key: z.string(), code: z.string(), issuedOn: Day, unit: z.string(), subject: z.string(), paragraph: Paragraph }),
  ),
  round: z.strictObject({
    title: z.string(),
    subject: z.string(),
    year: z.number().int(),
    form: z.enum(roundForms),
    plan: z.string(),
    decision: z.string(),
    startsOn: Day,
    endsOn: Day,
    inspectedFrom: Day,
    inspectedTo: Day,
    meetingOn: Day,
    organisingUnit: z.string(),
    teamName: z.string(),
    reportTo: z.string(),
    reportOutline: z.array(z.string()),
  }),
  team: z.array(
    z.strictObject({
      role: z.enum(teamRoles),
      /** Sign-in address of the demonstration account that sits here. */
      account: z.email().nullable().default(null),
      position: z.string(),
      unit: z.string(),
      reformFields: z.array(Field),
      illustrative: z.boolean(),
    }),
  ),
  visits: z.array(Visit),
  dueOn: Day,
  dueNote: z.string(),
  unansweredNote: z.string(),
  conclusions: z.array(Statement),
  finalStep: z.enum(['minutes_signed', 'team_report']),
});
export type DemoRound = z.infer<typeof DemoRound>;
export type DemoVisit = DemoRound['visits'][number];

/** A demonstration round as its data file tells it; units by code, documents by key, items by code. */
export async function readDemoRound(name: string): Promise<DemoRound> {
  return DemoRound.parse(JSON.parse(await readFile(new URL(name, seeds), 'utf8')));
}

/** Bytes of a file that belongs to a demonstration. */
export async function readDemoFile(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, seeds));
}

/** Id of the unit that had a code on a day; a missing one is a mistake in the data files. */
export async function demoUnitId(db: Db, code: string, day: string): Promise<string> {
  const unit = await findUnitByCode(db, code, day);
  if (!unit) throw new Error(`the demonstration needs unit ${code}`);
  return unit.id;
}
