// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { csvCell } from '#kernel/csv';
import { createZipWriter } from '#platform/files/zip-writer';
import { canonicalJson } from '../../domain/criteria/canonical-json.ts';
import type { Snapshot } from '../../domain/cycle/snapshot.ts';
import { resultRows, type TableRows, treeRows } from '../../domain/package/tables.ts';

export const descriptorName = 'datapackage.json';
export const inputsName = 'inputs.json';
export const setName = (groupCode: string): string => `sets/${groupCode}.json`;

/**
 * The open data package of a published result (Frictionless Data Package v2): criteria sets, the inputs that count, points, ranking and
 * the unit tree of the day, each file with its SHA-256. The same publication gives the same bytes.
 */
export async function composePackage(snapshot: Snapshot, publishedAt: string): Promise<Buffer> {
  const files = [
    ...snapshot.groups.map(({ code, name, set }) => jsonFile(setName(code), `Bộ tiêu chí của nhóm ${name}`, set.content)),
    jsonFile(inputsName, 'Số liệu và phương án làm căn cứ tính điểm, theo nhóm, đơn vị, mục', inputsOf(snapshot)),
    ...[treeRows(snapshot.tree), ...resultRows(snapshot.groups)].map(csvFile),
  ];
  const zip = createZipWriter();
  await zip.add(descriptorName, `${JSON.stringify(descriptor(snapshot, publishedAt, files), null, 2)}\n`);
  for (const { path, content } of files) await zip.add(path, content);
  return zip.finish();
}

type PackageFile = { readonly path: string; readonly content: string; readonly resource: Readonly<Record<string, unknown>> };

function jsonFile(path: string, title: string, content: unknown): PackageFile {
  return { path, content: `${canonicalJson(content)}\n`, resource: { title, format: 'json', mediatype: 'application/json' } };
}

function csvFile({ table, rows }: TableRows): PackageFile {
  const lines = [table.columns.map(({ name }) => name), ...rows].map((cells) => cells.map((cell) => csvCell(cell, ',')).join(','));
  const schema = { fields: table.columns, primaryKey: table.key, missingValues: [''] };
  return {
    path: table.path,
    content: `${lines.join('\n')}\n`,
    resource: { title: table.title, type: 'table', format: 'csv', mediatype: 'text/csv', dialect: { delimiter: ',' }, schema },
  };
}

function inputsOf({ groups }: Snapshot): object {
  return Object.fromEntries(
    groups.map(({ code, units }) => [
      code,
      Object.fromEntries(
        units.map((unit) => [
          unit.code,
          { self: unit.selfInputs, final: unit.inputs, stages: unit.stages, ...(unit.sources ? { sources: unit.sources } : {}) },
        ]),
      ),
    ]),
  );
}

function descriptor({ round, decision, number, groups }: Snapshot, publishedAt: string, files: readonly PackageFile[]): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `tuong-minh-chi-so-cchc-${round.year}-${number}`,
    title: round.title,
    description: `Kết quả chấm điểm cải cách hành chính năm ${round.year}, lần công bố ${number}, ${round.organiser}. Tính lại: tuongminh replay <tệp>.`,
    version: `${round.year}.${number}.0`,
    created: publishedAt,
    sources: [{ title: [decision.code, decision.issuedOn, decision.subject].filter(Boolean).join(', ') }],
    tuongminh: {
      format: 1,
      year: round.year,
      asOf: round.asOf,
      mark: round.mark,
      publication: number,
      groups: groups.map(({ code, name, set }) => ({ code, name, set: setName(code), setNumber: set.number })),
    },
    resources: files.map(({ path, content, resource }) => ({
      name: path
        .replace(/\.[a-z]+$/, '')
        .replaceAll('/', '-')
        .toLowerCase(),
      path,
      ...resource,
      encoding: 'utf-8',
      bytes: Buffer.byteLength(content),
      hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    })),
  };
}
