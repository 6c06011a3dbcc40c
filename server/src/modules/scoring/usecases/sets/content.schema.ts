// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import {
  aboveMaximumTreatments,
  certainties,
  comparisonBases,
  nodeKinds,
  notApplicableTreatments,
  roundingModes,
  roundingPlaces,
  scoringMethods,
  setLevels,
} from '../../domain/criteria/criteria-set.ts';
import { excessOutcomes, zeroOutcomes } from '../../domain/criteria/rule.ts';

const controls = /[^\P{Cc}\n\t]/gu;
// Numbers are texts while they are typed; what is no number is a fault beside its row, not a refused request.
const Decimal = z.string().max(40);
// Texts come in composed form, without control characters that no document can hold.
const Text = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(controls, '').trim());
const Line = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite((text) => text.normalize('NFC').replace(controls, '').replace(/\s+/g, ' ').trim());
const Label = Line(1_000);
const Code = Line(30);
const ZeroOutcome = z.enum(zeroOutcomes);

const Ratio = z.strictObject({ numerator: Label, denominator: Label, whenZero: ZeroOutcome, whenAbove: z.enum(excessOutcomes) });
const Bands = z
  .array(
    z.strictObject({
      from: Decimal.nullable(),
      includesFrom: z.boolean(),
      to: Decimal.nullable(),
      includesTo: z.boolean(),
      points: Decimal,
    }),
  )
  .max(50);

export const RuleBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({
    kind: z.literal('options'),
    options: z.array(z.strictObject({ code: Code, label: Label, points: Decimal })).max(50),
  }),
  z.strictObject({ kind: z.literal('rate_bands'), ratio: Ratio, bands: Bands }),
  z.strictObject({ kind: z.literal('amount_bands'), amount: Label, bands: Bands }),
  z.strictObject({ kind: z.literal('proportional'), ratio: Ratio }),
  z.strictObject({ kind: z.literal('threshold_linear'), ratio: Ratio, targetPercent: Decimal }),
  z.strictObject({ kind: z.literal('floor_proportional'), ratio: Ratio, floorPercent: Decimal }),
  z.strictObject({ kind: z.literal('per_case_deduction'), unit: Label, perCase: Decimal, most: Decimal.nullable() }),
  z.strictObject({ kind: z.literal('per_case_bonus'), unit: Label, perCase: Decimal, most: Decimal.nullable() }),
  z.strictObject({ kind: z.literal('flat_deduction'), condition: Label, points: Decimal }),
  z.strictObject({
    kind: z.literal('survey_mean'),
    answers: z.array(z.strictObject({ code: Code, percent: Decimal })).max(20),
    whenZero: ZeroOutcome,
  }),
  z.strictObject({ kind: z.literal('leader_score'), step: Decimal.nullable() }),
]);

export const NodeBody = z.strictObject({
  code: Code,
  parentCode: Code.nullable(),
  kind: z.enum(nodeKinds),
  name: Line(2_000),
  maximum: Decimal,
  method: z.enum(scoringMethods).nullable(),
  evidence: Text(4_000),
  appraiserField: z.enum(reformFields).nullable(),
  rule: RuleBody,
  measure: Line(100).nullable(),
  mayBeNotApplicable: z.boolean(),
  note: Text(2_000),
});

export const ConventionsBody = z.strictObject({
  rounding: z.enum(roundingModes),
  decimals: z.number().int().min(0).max(6),
  roundAt: z.enum(roundingPlaces),
  indexDecimals: z.number().int().min(0).max(6),
  notApplicable: z.enum(notApplicableTreatments),
  aboveMaximum: z.enum(aboveMaximumTreatments),
  compareBy: z.enum(comparisonBases),
});

export const ContentBody = z.strictObject({
  level: z.enum(setLevels),
  year: z.number().int().min(2000).max(2100),
  title: Line(500),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  legalBasis: Text(2_000),
  certainty: z.enum(certainties),
  note: Text(2_000),
  maximum: Decimal,
  conventions: ConventionsBody,
  grades: z.array(z.strictObject({ code: Code, name: Line(200), fromPercent: Decimal })).max(20),
  nodes: z.array(NodeBody).max(1_000),
});
