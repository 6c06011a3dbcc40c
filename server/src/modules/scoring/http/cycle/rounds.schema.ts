// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { distinct } from '#platform/http/distinct';
import { DayText } from '#platform/http/route';
import { certainties } from '../../domain/criteria/criteria-set.ts';
import { type Act, actRules } from '../../domain/cycle/acts.ts';
import { phases, unitStates } from '../../domain/cycle/phases.ts';
import { views } from '../../domain/cycle/stages.ts';
import { scoringWorkKinds } from '../../usecases/cycle/my-work.ts';

export const ActShape = z.enum(Object.keys(actRules) as [Act, ...Act[]]);
const Phase = z.enum(phases);
const Text = (most: number) => z.string().trim().min(1).max(most);
export const Reason = z.string().trim().max(1_000).nullable().default(null);

export const DatesShape = z.strictObject({
  phase: Phase,
  opensOn: DayText.nullable(),
  closesOn: DayText.nullable(),
  workingDays: z.number().int().min(1).max(250).nullable(),
});

const Dates = distinct(z.array(DatesShape).max(phases.length), ({ phase }) => phase, {
  vi: 'giai đoạn này đã gửi ở trên',
  en: 'this phase was sent before',
});

/** Names a file of the open data package. */
const GroupCode = z
  .string()
  .max(30)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u);

export const AppraisersQuery = z.object({ unitId: z.uuid() });
export const AppraiserShape = z.object({
  name: z.string(),
  position: z.string().nullable(),
  reformFields: z.array(z.enum(reformFields)).nullable(),
});

export const RoundBody = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  title: Text(500),
  organisingUnitId: z.uuid(),
  asOf: DayText,
  groups: distinct(
    z
      .array(z.strictObject({ code: GroupCode, name: Text(200), setId: z.uuid(), unitIds: z.array(z.uuid()).min(1).max(500) }))
      .min(1)
      .max(20),
    // Names of files that some systems take for the same.
    ({ code }) => code.normalize('NFC').toLowerCase(),
    { vi: 'mã nhóm này đã gửi ở trên', en: 'this group was sent before' },
  ),
  dates: Dates,
});
export const DatesBody = z.strictObject({ version: z.number().int(), dates: Dates });
export const MoveBody = z.strictObject({
  to: Phase,
  version: z.number().int(),
  reason: Reason,
  decisionDocumentId: z.uuid().nullable().default(null),
});

export const RoundShape = z.object({
  id: z.uuid(),
  year: z.number().int(),
  title: z.string(),
  organisingUnitId: z.uuid(),
  organisingUnitName: z.string(),
  asOf: DayText,
  phase: Phase,
  phaseSince: DayText,
  decisionDocumentId: z.uuid().nullable(),
  mark: z.string().nullable(),
  version: z.number().int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  full: z.boolean(),
});
export const RoundRow = RoundShape.extend({ units: z.number().int(), approved: z.number().int() });

const ItemCodes = z.array(z.string());
export const CountsShape = z.object({
  selfItems: z.number().int(),
  selfScored: z.number().int(),
  withEvidence: z.number().int(),
  withExplanation: z.number().int(),
  appraisalItems: z.number().int(),
  appraised: z.number().int(),
  surveyItems: z.number().int(),
  surveyed: z.number().int(),
  listed: z.object({
    scored: ItemCodes,
    unscored: ItemCodes,
    evident: ItemCodes,
    unevident: ItemCodes,
    explained: ItemCodes,
    unexplained: ItemCodes,
    unproven: ItemCodes,
    appraised: ItemCodes,
    unappraised: ItemCodes,
  }),
});

export const UnitShape = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  groupCode: z.string(),
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  authorityName: z.string(),
  state: z.enum(unitStates),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  version: z.number().int(),
  updatedBy: z.string(),
});

/** A unit in the list of a round: what its line shows, since a round may have thousands. */
const RoundUnitShape = UnitShape.pick({ id: true, unitId: true, authorityName: true, state: true });

export const EventShape = z.object({
  fromState: z.string().nullable(),
  toState: z.string(),
  reason: z.string().nullable(),
  at: z.string(),
  actorName: z.string(),
});

export const PublicationShape = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  number: z.number().int(),
  sha256: z.string(),
  decisionDocumentId: z.uuid(),
  decisionCode: z.string().nullable(),
  decidedOn: DayText.nullable(),
  at: z.string(),
  actorName: z.string(),
});

export const RoundSheet = z.object({
  round: RoundShape,
  dates: z.array(DatesShape),
  acts: z.array(ActShape),
  moves: z.array(z.object({ to: Phase, isBack: z.boolean(), obstacle: z.string().nullable(), asksReason: z.boolean() })),
  groups: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      setId: z.uuid(),
      setTitle: z.string(),
      certainty: z.enum(certainties),
      maximum: z.string(),
      units: z.array(
        RoundUnitShape.extend({
          counts: CountsShape.omit({ listed: true, surveyItems: true, surveyed: true }),
          dueOn: DayText.nullable(),
          openObjections: z.number().int(),
          flagged: z.number().int(),
        }),
      ),
    }),
  ),
  publications: z.array(PublicationShape),
  history: z.array(EventShape),
});

export const FillShape = z.object({
  filled: z.number().int(),
  unchanged: z.number().int(),
  withoutFigure: z.number().int(),
  judgedOtherwise: z.array(
    z.object({ sheetId: z.uuid(), unitName: z.string(), itemCode: z.string(), judged: z.string(), filled: z.string() }),
  ),
  figureGone: z.array(z.object({ sheetId: z.uuid(), unitName: z.string(), itemCode: z.string(), points: z.string() })),
});

export const ViewQuery = z.object({ view: z.enum(views).default('final') });

export const RankingShape = z.object({
  publication: PublicationShape.nullable(),
  whole: z.boolean(),
  unsettled: z.object({ items: z.number().int(), units: z.number().int(), reason: z.string() }).nullable(),
  groups: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      maximum: z.string(),
      certainty: z.enum(certainties),
      fields: z.array(z.object({ code: z.string(), name: z.string(), maximum: z.string() })),
      grades: z.array(z.object({ code: z.string(), name: z.string(), fromPercent: z.string() })),
      rows: z.array(
        z.object({
          sheetId: z.uuid(),
          unitName: z.string(),
          selfTotal: z.string(),
          total: z.string(),
          index: z.string().nullable(),
          gradeCode: z.string().nullable(),
          grade: z.string().nullable(),
          rank: z.number().int().nullable(),
          missing: z.number().int(),
          fieldPoints: z.array(z.string()),
          before: z
            .object({ year: z.number().int(), rank: z.number().int().nullable(), of: z.number().int(), index: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
  ),
});

export const ScoringWorkShape = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(scoringWorkKinds),
      roundTitle: z.string(),
      unitName: z.string(),
      sheets: z.number().int().nullable(),
      items: z.number().int().nullable(),
      dueOn: DayText.nullable(),
      isOverdue: z.boolean(),
      link: z.string(),
    }),
  ),
});
