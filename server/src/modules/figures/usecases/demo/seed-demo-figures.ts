// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { findUnitByCode } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { unitsBelow } from '../../data/cells.repo.ts';
import { countIndicators, indicatorsOn, insertIndicator, insertVersion } from '../../data/indicators.repo.ts';
import { insertRules } from '../../data/rules.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { aggregations, directions, figureMarks, type IndicatorContent, indicatorKinds } from '../../domain/indicator.ts';
import { periodKinds } from '../../domain/period.ts';
import { operators } from '../../domain/validation.ts';
import { computeFigures } from '../compute-figures.ts';
import { getPeriod } from '../get-period.ts';
import { lockTouched, recordFigures, type ToRecord } from '../record-figures.ts';

const seedFile = new URL('../../../../../seeds/demo-figures.json', import.meta.url);

const Operand = z.object({ label: z.string(), measure: z.string().nullable() });
const Term = z.union([z.object({ indicator: z.string(), part: z.enum(['numerator', 'denominator']) }), z.object({ number: z.string() })]);
const Mark = z.enum(figureMarks).nullable();
const Value = z.object({
  unit: z.string(),
  indicator: z.string(),
  period: z.string(),
  numerator: z.string(),
  denominator: z.string().nullable(),
});

const DemoFile = z.object({
  note: z.string(),
  keeper: z.string(),
  validFrom: z.string(),
  indicators: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      reformField: z.enum(reformFields),
      kind: z.enum(indicatorKinds),
      unitOfMeasure: z.string(),
      numerator: Operand,
      denominator: Operand.nullable(),
      scale: z.string(),
      decimals: z.number(),
      aggregation: z.enum(aggregations),
      periodKinds: z.array(z.enum(periodKinds)),
      direction: z.enum(directions),
      goodFrom: z.string().nullable(),
      warnFrom: z.string().nullable(),
      legalBasis: z.string().nullable(),
      mark: Mark,
      note: z.string().nullable(),
    }),
  ),
  entered: z.array(Value.extend({ mark: Mark, note: z.string() })),
  official: z.array(Value.extend({ issuer: z.string(), citation: z.string() })),
  computed: z.array(z.object({ unit: z.string(), period: z.string() })),
  rules: z.array(
    z.object({
      code: z.string(),
      sentence: z.string(),
      left: z.array(Term),
      operator: z.enum(operators),
      right: z.array(Term),
      importance: z.enum(['error', 'warning']),
    }),
  ),
});

/** The demo's indicators with the figures of the published account, where there are no indicators yet. */
export async function seedDemoFigures(db: Db): Promise<void> {
  const file = DemoFile.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  await inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const keeper = await findUnitByCode(tx, file.keeper);
    if (!keeper || (await countIndicators(own)) > 0) return;
    for (const { code, ...content } of file.indicators) {
      const id = await insertIndicator(own, { code, unitId: keeper.id, by: systemActor.name });
      const version: IndicatorContent = content;
      await insertVersion(own, id, { ...version, number: 1, validFrom: file.validFrom, validTo: null }, systemActor.name);
    }
    const rules = file.rules.map((rule) => ({ ...rule, legalBasis: null }));
    await insertRules(own, rules, { validFrom: file.validFrom, mark: 'background', by: systemActor.name });
    const values = [
      ...file.entered.map((value) => ({ ...value, origin: 'entered' as const, issuer: null, citation: null })),
      ...file.official.map((value) => ({ ...value, origin: 'official' as const, mark: null, note: null })),
    ];
    for (const key of new Set(values.map((value) => value.period)))
      await record(
        tx,
        key,
        values.filter((value) => value.period === key),
      );
    for (const { unit, period } of file.computed) await compute(tx, unit, period);
    await recordAudit(tx, systemActor, {
      action: 'figures.demo_entered',
      subject: ['figures', 'demo'],
      unitId: keeper.id,
      data: { indicators: file.indicators.length, values: values.length, note: file.note },
    });
  });
}

type DemoValue = z.output<typeof Value> & Pick<ToRecord, 'origin' | 'issuer' | 'citation' | 'mark' | 'note'>;

async function record(tx: Db, key: string, values: readonly DemoValue[]): Promise<void> {
  const own = figuresDb(tx);
  const period = await getPeriod(tx, key);
  const indicators = new Map((await indicatorsOn(own, period.to)).map((one) => [one.code, one]));
  const rows: ToRecord[] = [];
  for (const { unit: code, indicator: wanted, period: _period, ...value } of values) {
    const unit = await findUnitByCode(tx, code, period.to);
    const indicator = indicators.get(wanted);
    if (unit && indicator) rows.push({ ...value, unitId: unit.id, indicator });
  }
  if (rows.length === 0) return;
  await recordFigures(own, systemActor, period, await lockTouched(own, rows, period, systemActor.name), rows);
}

async function compute(tx: Db, code: string, key: string): Promise<void> {
  const { to } = await getPeriod(tx, key);
  const unit = await findUnitByCode(tx, code, to);
  if (unit) await computeFigures(tx, systemActor, { unitIds: await unitsBelow(figuresDb(tx), unit.id, to), period: key });
}
