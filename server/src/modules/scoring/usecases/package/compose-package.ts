// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { csvCell } from '#kernel/csv';
import { createZipWriter } from '#platform/files/zip-writer';
import { canonicalJson } from '../../domain/criteria/canonical-json.ts';
import { readSnapshot, type Snapshot, unsettledSentence } from '../../domain/cycle/snapshot.ts';
import { resultRows, type TableRows, treeRows } from '../../domain/package/tables.ts';

export const descriptorName = 'datapackage.json';
export const inputsName = 'inputs.json';
/** The frozen bytes of the publication themselves; their SHA-256 is that of the publication. */
export const publicationName = 'publication.json';
export const setName = (groupCode: string): string => `sets/${groupCode}.json`;

/**
 * The open data package of a published result (Frictionless Data Package v2) from its frozen content: criteria sets, the inputs that count,
 * points, ranking and the unit tree of the day, each file with its SHA-256, and the content itself. The same publication gives the same
 * bytes.
 */
export async function composePackage(content: string, publishedAt: string): Promise<Buffer> {
  const files = packageFiles(content);
  const zip = createZipWriter();
  await zip.add(descriptorName, `${JSON.stringify(packageDescriptor(content, publishedAt, files), null, 2)}\n`);
  for (const file of files) await zip.add(file.path, file.content);
  return zip.finish();
}

export type PackageFile = { readonly path: string; readonly content: string; readonly resource: Readonly<Record<string, unknown>> };

/** Every file of the package of a published result, but the one that describes them. */
export function packageFiles(content: string): PackageFile[] {
  const snapshot = readSnapshot(content);
  const frozen = 'Nội dung công bố, nguyên từng byte; mã băm SHA-256 của tệp này là mã băm của lần công bố';
  return [
    ...snapshot.groups.map(({ code, name, set }) => jsonFile(setName(code), `Bộ tiêu chí của nhóm ${name}`, set.content)),
    jsonFile(inputsName, 'Số liệu và phương án làm căn cứ tính điểm, theo nhóm, đơn vị, mục', inputsOf(snapshot)),
    ...[treeRows(snapshot.tree), ...resultRows(snapshot.groups)].map(csvFile),
    { path: publicationName, content, resource: { title: frozen, format: 'json', mediatype: 'application/json' } },
  ];
}

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

/** The describing file: what the publication is, and every other file with its SHA-256. */
export function packageDescriptor(content: string, publishedAt: unknown, files: readonly PackageFile[]): object {
  const { round, decision, number, groups, unsettled } = readSnapshot(content);
  const summary = `Kết quả chấm điểm cải cách hành chính năm ${round.year}, lần công bố ${number}, ${round.organiser}.`;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `tuong-minh-chi-so-cchc-${round.year}-${number}`,
    title: round.title,
    description: [summary, ...(unsettled ? [unsettledSentence(unsettled)] : []), 'Tính lại: tuongminh replay <tệp>.'].join(' '),
    version: `${round.year}.${number}.0`,
    created: publishedAt,
    sources: [{ title: [decision.code, decision.issuedOn, decision.subject].filter(Boolean).join(', ') }],
    tuongminh: {
      format: 1,
      year: round.year,
      asOf: round.asOf,
      mark: round.mark,
      ...(unsettled ? { unsettled } : {}),
      publication: number,
      publicationSha256: createHash('sha256').update(content).digest('hex'),
      groups: groups.map(({ code, name, set }) => ({ code, name, set: setName(code), setNumber: set.number })),
    },
    resources: files.map(({ path, content: text, resource }) => ({
      name: path
        .replace(/\.[a-z]+$/, '')
        .replaceAll('/', '-')
        .toLowerCase(),
      path,
      ...resource,
      encoding: 'utf-8',
      bytes: Buffer.byteLength(text),
      hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    })),
  };
}
