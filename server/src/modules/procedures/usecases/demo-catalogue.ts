// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { addDays, type Day } from '#kernel/dates';
import { limitUnits, type Paper, type ProcedureLevel } from '../domain/procedure.ts';

const Limit = z.tuple([z.number(), z.enum(limitUnits)]).nullable();

/** The file of the demonstration: sectors with their procedures, kept by one unit. */
export const DemoFile = z.strictObject({
  mark: z.literal('illustrative'),
  note: z.string(),
  keeper: z.string(),
  codeSuffix: z.string(),
  validFrom: z.iso.date(),
  shortenedFrom: z.iso.date(),
  districtUntil: z.iso.date(),
  online: z.strictObject({ beginning: z.iso.date(), raised: z.iso.date() }),
  papers: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      originals: z.number(),
      copies: z.number(),
      form: z.string().nullable(),
      condition: z.string().nullable(),
    }),
  ),
  sectors: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      department: z.string(),
      basis: z.string(),
      papers: z.array(z.string()),
      procedures: z.array(
        z.strictObject({
          code: z.string(),
          level: z.enum(['district', 'commune']),
          name: z.string(),
          limit: Limit,
          fee: z.number().nullable(),
        }),
      ),
    }),
  ),
});
export type DemoFile = z.infer<typeof DemoFile>;
type DemoSector = DemoFile['sectors'][number];
type DemoProcedure = DemoSector['procedures'][number];

export type DemoVersion = {
  readonly level: ProcedureLevel;
  readonly limit: DemoProcedure['limit'];
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly note: string | null;
};

export type DemoOnline = {
  readonly regime: string;
  readonly level: string;
  readonly validFrom: Day;
  readonly justification: string | null;
};

/** A limit that is cut by a fifth, for every fifth procedure that has one of five working days or more. */
function shortened(limit: DemoProcedure['limit'], index: number): DemoProcedure['limit'] {
  return limit !== null && limit[1] === 'working_days' && limit[0] >= 5 && index % 5 === 0 ? [Math.floor(limit[0] * 0.8), limit[1]] : null;
}

/**
 * The versions of a procedure of the demonstration over time: as it began, with a shorter limit where it was cut, and at
 * the commune after districts were abolished. What was a matter of districts alone ends with them.
 */
export function demoVersions(file: DemoFile, procedure: DemoProcedure, index: number): DemoVersion[] {
  const cut = shortened(procedure.limit, index);
  const begin = { level: procedure.level, limit: procedure.limit, validFrom: file.validFrom, note: null };
  const steps: Omit<DemoVersion, 'validTo'>[] = [
    begin,
    ...(cut ? [{ ...begin, limit: cut, validFrom: file.shortenedFrom, note: 'Cắt giảm thời gian giải quyết so với quy định' }] : []),
  ];
  const movesDown = procedure.level === 'district' && !endsWithDistricts(procedure);
  if (movesDown)
    steps.push({
      ...begin,
      level: 'commune',
      limit: cut ?? procedure.limit,
      validFrom: addDays(file.districtUntil, 1),
      note: 'Chuyển về cấp xã khi kết thúc cấp huyện',
    });
  const last = procedure.level === 'district' && !movesDown ? file.districtUntil : null;
  return steps.map((step, position) => {
    const next = steps[position + 1];
    return { ...step, validTo: next ? addDays(next.validFrom, -1) : last };
  });
}

function endsWithDistricts(procedure: DemoProcedure): boolean {
  return procedure.level === 'district' && /cấp huyện|trong huyện/.test(procedure.name);
}

/** Online levels over time: of every twenty procedures three stay at level 2, five reach level 3, twelve level 4. */
export function demoOnline(file: DemoFile, procedure: DemoProcedure, index: number): DemoOnline[] {
  const step = (regime: string, level: string, validFrom: Day, justification: string | null = null): DemoOnline => ({
    regime,
    level,
    validFrom,
    justification,
  });
  const place = (index * 7) % 20;
  const begin = step('tt32_2017', 'level_2', file.online.beginning);
  if (place < 3) return [begin];
  const isWhole = place >= 8;
  const steps = [
    begin,
    step('tt32_2017', isWhole ? 'level_4' : 'level_3', file.online.raised),
    step('nd42_2022', isWhole ? 'full' : 'partial', '2022-08-15'),
  ];
  if (endsWithDistricts(procedure)) return steps;
  const reason = 'Phải kiểm tra, đo đạc hoặc thẩm định tại thực địa';
  const staysPartial = !isWhole && place % 2 === 1;
  return [...steps, staysPartial ? step('nd224_2026', 'partial', '2026-07-01', reason) : step('nd224_2026', 'full', '2026-07-01')];
}

/** The papers of a sector with their codes. */
export function demoPapers(file: DemoFile, sector: DemoSector): Paper[] {
  return sector.papers.flatMap((code): Paper[] => {
    const paper = file.papers[code];
    return paper ? [{ code, formFileId: null, ...paper }] : [];
  });
}
