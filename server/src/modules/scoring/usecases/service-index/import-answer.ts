// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam, vietnameseDay } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { safeFileName } from '#platform/files/file-name';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { findOnlyRoot, insertRows, insertSource, listCandidates, savePortalUnits } from '../../data/service-index/write.repo.ts';
import { writePeriod } from '../../domain/service-index/period.ts';
import { unitsOf } from '../../domain/service-index/recognise-units.ts';
import { type ScoredRow, scorePublished } from '../../domain/service-index/score-published.ts';
import { requireWhole } from '../sets/require-whole.ts';
import { type ReadFile, readIndexFile, type SaidOfFile } from './read-file.ts';

export const indexFileMaxBytes = 50 * 1_048_576;

export type IndexFile = SaidOfFile & {
  readonly name: string;
  readonly content: Uint8Array;
  /** The unit that the figures are read for; the one unit in reach where it is left out. */
  readonly unitId?: string | undefined;
  readonly portalRun?: { readonly id: string; readonly position: number } | undefined;
};

export type IndexImport = {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly rows: number;
  readonly units: number;
  /** Units of the file that are units of this installation. */
  readonly unitsKnown: number;
  /** Rows of which both points are known, and those of them that differ. */
  readonly compared: number;
  readonly differing: readonly {
    readonly place: string;
    readonly unit: string;
    readonly metric: string;
    readonly official: string;
    readonly computed: string;
  }[];
  /** The same content was read before; nothing was added. */
  readonly known: boolean;
};

const mostNamed = 50;

/**
 * Keeps an answer of the portal and adds its rows beside the points that the rules give for them. Rows are only ever added:
 * a newer answer stands before an older one, and both stay readable.
 *
 * A file speaks of whatever units it names, and the table of provinces is everybody's: it takes a right over the whole tree.
 *
 * @throws AppError `scoring.whole_tree_needed`, `units.not_found`, `scoring.index_unit_missing`, `scoring.index_day_ahead`, and those of `readIndexFile`
 */
export async function importIndexAnswer(db: Db, files: FileStore, actor: Actor, scope: UnitScope, file: IndexFile): Promise<IndexImport> {
  const unitId = file.unitId ?? (await findOnlyRoot(serviceIndexDb(db), scope));
  if (unitId === undefined) throw new AppError('invalid', 'scoring.index_unit_missing');
  await getUnit(db, scope, unitId);
  await requireWhole(db, scope);
  const read = readIndexFile(Buffer.from(file.content).toString('utf8'), file);
  // A day ahead would stand before every answer to come.
  if (read.asOf !== null && read.asOf !== undefined && read.asOf > todayInVietnam())
    throw new AppError('invalid', 'scoring.index_day_ahead', { day: vietnameseDay(read.asOf) });
  const scored = read.rows.map((row) => scorePublished(read.rules, row));
  const stored = await files.put(file.content, indexFileMaxBytes);
  return inTransaction(db, (tx) => save(tx, actor, { file, unitId, read, scored, ...stored }));
}

type Saving = {
  readonly file: IndexFile;
  readonly unitId: string;
  readonly read: ReadFile;
  readonly scored: readonly ScoredRow[];
  readonly sha256: string;
  readonly sizeBytes: number;
};

async function save(tx: Db, actor: Actor, { file, unitId, read, scored, sha256, sizeBytes }: Saving): Promise<IndexImport> {
  const id = newId();
  const db = serviceIndexDb(tx);
  const asOf = read.asOf ?? todayInVietnam();
  const candidates = await listCandidates(db, unitId, asOf);
  const units = unitsOf(read.rows, candidates);
  const name = safeFileName(file.name);
  const added = await insertSource(db, {
    id,
    unit_id: unitId,
    kind: file.portalRun ? 'portal_run' : read.isKeptTable ? 'kept_table' : 'file',
    name,
    sha256,
    size_bytes: sizeBytes,
    portal_run_id: file.portalRun?.id ?? null,
    portal_position: file.portalRun?.position ?? null,
    period_type: read.period.type,
    period_from: read.period.from,
    period_to: read.period.to,
    procedure: read.procedure,
    as_of: asOf,
    note: read.note,
    rows: scored.length,
    created_by: actor.id,
    created_by_name: actor.name,
  });
  const compared = scored.filter(({ row, computed }) => row.score !== null && computed.score !== null);
  const differing = compared.filter(({ row, computed }) => Number(row.score) !== Number(computed.score));
  if (added) {
    await savePortalUnits(db, units);
    await insertRows(db, rowsOf(id, read, scored));
    await recordAudit(tx, actor, {
      action: 'scoring.index_figures_imported',
      subject: ['index_source', id],
      unitId,
      data: { name, sha256, period: writePeriod(read.period), rows: scored.length, differing: differing.length },
    });
  }
  return {
    id,
    name,
    period: writePeriod(read.period),
    rows: scored.length,
    units: units.length,
    unitsKnown: units.filter((unit) => unit.unit_id !== null).length,
    compared: compared.length,
    differing: differing.slice(0, mostNamed).map(({ row, computed }) => ({
      place: row.place,
      unit: row.unit.name,
      metric: row.metric,
      official: row.score ?? '',
      computed: computed.score ?? '',
    })),
    known: !added,
  };
}

function rowsOf(sourceId: string, { rules }: ReadFile, scored: readonly ScoredRow[]) {
  return scored.map(({ row, computed }, index) => ({
    source_id: sourceId,
    position: index + 1,
    place: row.place,
    unit_key: row.unit.key,
    group_code: row.group,
    metric_code: row.metric,
    counts: JSON.stringify(row.counts),
    metric_scores: row.metricScores && JSON.stringify(row.metricScores),
    official_ratio: row.ratio,
    official_score: row.score,
    official_maximum: row.maximum,
    data_quality: row.dataQuality,
    computed_ratio: computed.ratio,
    computed_score: computed.score,
    rules_number: rules.number,
  }));
}
