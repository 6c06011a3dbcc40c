// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';
import { readCsv } from '#kernel/csv';
import { compileSet } from '../../domain/engine/compile-set.ts';
import { comparedIndex, competitionRanks } from '../../domain/engine/rank.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { firstDifference, type ReplayDifference } from '../../domain/package/first-difference.ts';
import {
  type GroupResults,
  nodesTable,
  pointsTable,
  rankingTable,
  resultRows,
  type TableRows,
  unitsTable,
} from '../../domain/package/tables.ts';
import { ContentBody } from '../sets/content.schema.ts';
import { InputBody } from '../sets/input.schema.ts';
import { type Belonging, comparePublication } from './compare-publication.ts';
import { descriptorName, inputsName } from './compose-package.ts';
import type { PackageReader } from './read-package.ts';

const Descriptor = z.looseObject({
  title: z.string(),
  tuongminh: z.looseObject({ format: z.literal(1), groups: z.array(z.looseObject({ code: z.string(), set: z.string() })).min(1) }),
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string().regex(/^sha256:[0-9a-f]{64}$/) })),
});
const Inputs = z.record(z.string(), z.record(z.string(), z.looseObject({ final: z.record(z.string(), InputBody) })));

export type Replay = {
  readonly title: string;
  readonly units: number;
  readonly numbers: number;
  /** Files whose bytes are not those that the package tells of, and files that it should tell of and does not. */
  readonly changedFiles: readonly string[];
  /** Null where every number was computed again to the same digits. */
  readonly difference: ReplayDifference | null;
  /** Null where no hash of a publication was given to compare with. */
  readonly belonging: Belonging | null;
};

/**
 * Computes every point, index, grade and rank of a data package again, from its criteria sets and inputs alone, and compares them with
 * what was published. With the hash of a publication that was learnt elsewhere it also tells whether the package is that publication's.
 *
 * @throws AppError `scoring.package_unreadable` with the file that is missing or cannot be read; those of `scoreUnit`
 */
export async function replayPackage(read: PackageReader, expected: string | null = null): Promise<Replay> {
  const descriptor = Descriptor.safeParse(json(descriptorName, await required(read, descriptorName)));
  if (!descriptor.success) throw unreadable(descriptorName);
  const changedFiles: string[] = [];
  for (const { path, hash } of descriptor.data.resources) {
    const bytes = await required(read, path);
    if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== hash) changedFiles.push(path);
  }
  const { groups: given } = descriptor.data.tuongminh;
  const told = new Set(descriptor.data.resources.map(({ path }) => path));
  const needed = [
    ...given.map(({ set }) => set),
    inputsName,
    ...[unitsTable, pointsTable, nodesTable, rankingTable].map(({ path }) => path),
  ];
  changedFiles.push(...needed.filter((path) => !told.has(path)));
  const inputs = Inputs.safeParse(json(inputsName, await required(read, inputsName)));
  if (!inputs.success) throw unreadable(inputsName);
  const groups: GroupResults[] = [];
  for (const group of given) {
    const set = ContentBody.safeParse(json(group.set, await required(read, group.set)));
    const units = Object.entries(inputs.data[group.code] ?? {});
    if (!set.success) throw unreadable(group.set);
    const compiled = compileSet(set.data);
    const results = units.map(([code, { final }]) => ({ code, result: scoreUnit(compiled, final) }));
    const ranks = competitionRanks(results.map(({ result }) => comparedIndex(compiled.conventions, result)));
    groups.push({ code: group.code, units: results.map((unit, index) => ({ ...unit, rank: ranks[index] ?? null })) });
  }
  const belonging = expected === null ? null : await comparePublication(read, descriptor.data, expected);
  return { ...(await compare(read, descriptor.data.title, changedFiles, groups)), belonging };
}

async function compare(
  read: PackageReader,
  title: string,
  changedFiles: readonly string[],
  groups: readonly GroupResults[],
): Promise<Omit<Replay, 'belonging'>> {
  let [difference, numbers]: [ReplayDifference | null, number] = [null, 0];
  for (const computed of resultRows(groups)) {
    const published = await publishedRows(read, computed);
    numbers += computed.rows.length * (computed.table.columns.length - computed.table.key.length);
    difference ??= firstDifference(computed, published);
  }
  return { title, units: groups.reduce((sum, { units }) => sum + units.length, 0), numbers, changedFiles, difference };
}

async function publishedRows(read: PackageReader, { table }: TableRows): Promise<readonly (readonly string[])[]> {
  const [head, ...rows] = readCsv((await required(read, table.path)).toString('utf8'), ',') ?? [];
  if (head?.cells.join() !== table.columns.map(({ name }) => name).join()) throw unreadable(table.path);
  return rows.map(({ cells }) => cells);
}

const unreadable = (place: string): AppError => new AppError('invalid', 'scoring.package_unreadable', { place });

async function required(read: PackageReader, path: string): Promise<Buffer> {
  const bytes = await read(path);
  if (!bytes) throw unreadable(path);
  return bytes;
}

function json(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unreadable(path);
  }
}
