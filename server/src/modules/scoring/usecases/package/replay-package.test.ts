// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createZipWriter } from '#platform/files/zip-writer';
import { chance } from '../../../../../test/second-scoring/random.ts';
import { randomInputs } from '../../../../../test/second-scoring/random-inputs.ts';
import { randomSet } from '../../../../../test/second-scoring/random-set.ts';
import { replay } from '../../../../cli/replay.ts';
import { type Snapshot, type SnapshotGroup, snapshotText } from '../../domain/cycle/snapshot.ts';
import { compileSet } from '../../domain/engine/compile-set.ts';
import type { UnitInputs } from '../../domain/engine/input.ts';
import { comparedIndex, competitionRanks } from '../../domain/engine/rank.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { composePackage } from './compose-package.ts';
import { openDataPackage, type PackageReader } from './read-package.ts';
import { replayPackage } from './replay-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuongminh-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = [
  'datapackage.json',
  'inputs.json',
  'sets/xa.json',
  'sets/phong.json',
  'units.csv',
  'points.csv',
  'nodes.csv',
  'ranking.csv',
  'publication.json',
];
const content = snapshotText(aSnapshot());
const hash = createHash('sha256').update(content).digest('hex');
let archive: Buffer;
let files: Map<string, string>;

beforeAll(async () => {
  archive = await composePackage(content, '2026-03-31T08:00:00.000Z');
  const read = await openDataPackage(stored('whole.zip', archive));
  files = new Map(
    await Promise.all(names.map(async (name): Promise<[string, string]> => [name, (await read(name))?.toString('utf8') ?? ''])),
  );
});

/** A group of units with random inputs that the engine accepts. */
function aGroup(code: string, seed: number): SnapshotGroup {
  const draw = chance(seed);
  const content = randomSet(draw);
  const compiled = compileSet(content);
  const accepted = (): UnitInputs => {
    for (;;) {
      const inputs = randomInputs(draw, content);
      try {
        scoreUnit(compiled, inputs);
        return inputs;
      } catch {
        // The next ones are drawn.
      }
    }
  };
  const units = Array.from({ length: 6 }, (_, index) => {
    const inputs = accepted();
    return { code: `${code}-${index}`, name: `Đơn vị "${index}", ${code}`, inputs, result: scoreUnit(compiled, inputs) };
  });
  const ranks = competitionRanks(units.map(({ result }) => comparedIndex(content.conventions, result)));
  return {
    code,
    name: `Nhóm ${code}`,
    set: { id: code, number: 1, sha256: null, content },
    units: units.map((unit, index) => ({
      ...unit,
      sheetId: unit.code,
      unitId: unit.code,
      selfInputs: unit.inputs,
      stages: {},
      selfTotal: unit.result.total,
      rank: ranks[index] ?? null,
    })),
  };
}

function aSnapshot(): Snapshot {
  const groups = [aGroup('xa', 7), aGroup('phong', 5)];
  return {
    format: 'tuongminh-scores',
    formatVersion: 1,
    number: 1,
    round: { id: 'r', year: 2025, title: 'Chỉ số CCHC năm 2025', asOf: '2025-12-31', organiser: 'UBND tỉnh', mark: null },
    decision: { code: '12/QĐ-UBND', issuedOn: '2026-03-31', subject: 'Công bố chỉ số' },
    tree: groups.flatMap(({ units }) => units.map(({ code, name }) => ({ code, name, level: 'commune', parentCode: null }))),
    groups,
  };
}

function stored(name: string, content: Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const reading =
  (changed: ReadonlyMap<string, string>): PackageReader =>
  (name) => {
    const text = changed.get(name);
    return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
  };

/** The package with one file changed, its hash made right again as a careful forger would. */
function forged(name: string, change: (text: string) => string): PackageReader {
  const text = change(files.get(name) ?? '');
  const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
  for (const resource of descriptor.resources)
    if (resource.path === name) resource.hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return reading(new Map([...files, [name, text], ['datapackage.json', JSON.stringify(descriptor)]]));
}

const io = () => {
  const told: Record<'out' | 'err', string[]> = { out: [], err: [] };
  return { told, io: { out: (text: string) => void told.out.push(text), err: (text: string) => void told.err.push(text) } };
};

describe('a data package', () => {
  test('is computed again to the same digits, from the archive and from the folder it was unpacked into', async () => {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, 'unpacked', name)), { recursive: true });
      writeFileSync(join(folder, 'unpacked', name), text);
    }

    for (const path of ['whole.zip', 'unpacked']) {
      const answer = await replayPackage(await openDataPackage(join(folder, path)));
      expect(answer).toMatchObject({ units: 12, changedFiles: [], difference: null });
      expect(answer.numbers).toBeGreaterThan(200);
    }
  });

  test('writes lost points as the numbers they are, so that any reader of its columns takes them', () => {
    expect(files.get('points.csv')).toMatch(/,scored,-\d/);
    expect(files.get('points.csv')).not.toContain("'");
  });

  test('is the same to the byte each time it is made', async () => {
    expect((await composePackage(content, '2026-03-31T08:00:00.000Z')).equals(archive)).toBe(true);
  });

  test('names the first number that does not come out, whoever made the hashes right again', async () => {
    const [, , second = ''] = (files.get('ranking.csv') ?? '').split('\n');
    const [group = '', unit = '', total = ''] = second.split(',');

    const { difference, changedFiles } = await replayPackage(
      forged('ranking.csv', (text) => text.replace(second, second.replace(`${unit},${total}`, `${unit},999`))),
    );

    expect(changedFiles).toEqual([]);
    expect(difference).toEqual({ path: 'ranking.csv', row: [group, unit], column: 'total', published: '999', computed: total });
  });

  test('names a unit that was taken out of the ranking, and one that was put in', async () => {
    const lines = (files.get('ranking.csv') ?? '').split('\n');

    const without = await replayPackage(forged('ranking.csv', () => [...lines.slice(0, 3), ...lines.slice(4)].join('\n')));
    const withOther = await replayPackage(forged('ranking.csv', (text) => `${text}xa,xa-99,1,1,1,1,1,g0,1\n`));

    expect(without.difference).toMatchObject({ path: 'ranking.csv', row: ['xa', 'xa-2'], column: null, published: null });
    expect(withOther.difference).toMatchObject({ path: 'ranking.csv', row: ['xa', 'xa-99'], column: null, computed: null });
  });

  test('tells which file was changed after the publication', async () => {
    const changed = new Map([...files, ['units.csv', `${files.get('units.csv')}x,x,commune,\n`]]);

    expect((await replayPackage(reading(changed))).changedFiles).toEqual(['units.csv']);
  });

  test('whose list of files leaves some out names those: nobody tells what their bytes were', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
    const resources = descriptor.resources.filter(({ path }: { path: string }) => path !== 'units.csv' && path !== 'sets/xa.json');
    const shorter = new Map([...files, ['datapackage.json', JSON.stringify({ ...descriptor, resources })]]);

    expect((await replayPackage(reading(shorter))).changedFiles).toEqual(['sets/xa.json', 'units.csv']);
  });

  test('with nothing in it is no package of which everything is equal', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
    const heads = [...files].map(([name, text]) => [name, name.endsWith('.csv') ? `${text.split('\n')[0]}\n` : text] as const);
    const emptied = { ...descriptor, resources: [], tuongminh: { ...descriptor.tuongminh, groups: [] } };

    await expect(replayPackage(reading(new Map([...heads, ['datapackage.json', JSON.stringify(emptied)]])))).rejects.toMatchObject({
      code: 'scoring.package_unreadable',
      params: { place: 'datapackage.json' },
    });
  });

  test('without one of its files, or with one that is no JSON, is refused by the name of the file', async () => {
    const without = new Map([...files].filter(([name]) => name !== 'points.csv'));

    await expect(replayPackage(reading(without))).rejects.toMatchObject({
      code: 'scoring.package_unreadable',
      params: { place: 'points.csv' },
    });
    await expect(replayPackage(reading(new Map([...files, ['datapackage.json', '{']])))).rejects.toMatchObject({
      params: { place: 'datapackage.json' },
    });
  });
});

describe('a data package and the hash of a publication', () => {
  const whole = () => reading(files);

  test('belongs to the publication whose frozen bytes it carries, and tells the hash of it', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');

    expect(files.get('publication.json')).toBe(content);
    expect(descriptor.tuongminh.publicationSha256).toBe(hash);
    expect((await replayPackage(whole(), hash)).belonging).toEqual({ expected: hash, carried: hash, foreignFiles: [] });
  });

  test('is told where it is that of another publication', async () => {
    const other = 'a'.repeat(64);

    expect((await replayPackage(whole(), other)).belonging).toEqual({ expected: other, carried: hash, foreignFiles: [] });
  });

  test('is told where a file was changed and every hash in the package made right again; without a hash nobody can know', async () => {
    const change = (text: string) => text.replace('Đơn vị ""0"", xa', 'Đơn vị khác');
    const answer = await replayPackage(forged('units.csv', change), hash);

    expect(answer).toMatchObject({
      changedFiles: [],
      difference: null,
      belonging: { carried: hash, foreignFiles: ['datapackage.json', 'units.csv'] },
    });
    expect(await replayPackage(forged('units.csv', change))).toMatchObject({ changedFiles: [], difference: null, belonging: null });
  });

  test('is told where only its description was changed', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
    const changed = reading(new Map([...files, ['datapackage.json', JSON.stringify({ ...descriptor, title: 'Năm khác' })]]));

    expect((await replayPackage(changed, hash)).belonging?.foreignFiles).toEqual(['datapackage.json']);
  });

  test('is told where its description praises somebody, or tells of a file that the publication has not', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
    const extra = 'xa,1\n';
    const resource = { name: 'them', path: 'them.csv', hash: `sha256:${createHash('sha256').update(extra).digest('hex')}` };
    const praising = { ...descriptor, description: `${descriptor.description} Xã Một đứng đầu.` };
    const longer = { ...descriptor, resources: [...descriptor.resources, resource] };

    for (const changed of [praising, longer]) {
      const read = reading(new Map([...files, ['them.csv', extra], ['datapackage.json', JSON.stringify(changed)]]));
      expect((await replayPackage(read, hash)).belonging?.foreignFiles).toEqual(['datapackage.json']);
    }
  });

  test('as an archive is told where it has a file more, and is not read where it has one twice', async () => {
    const [longer, twice] = [createZipWriter(), createZipWriter()];
    for (const zip of [longer, twice]) for (const [name, text] of files) await zip.add(name, text);
    await longer.add('xep-hang-that.csv', 'xa,1\n');
    await twice.add('ranking.csv', files.get('ranking.csv') ?? '');

    const read = await openDataPackage(stored('longer.zip', longer.finish()));
    expect((await replayPackage(read, hash)).belonging?.foreignFiles).toEqual(['xep-hang-that.csv']);
    await expect(openDataPackage(stored('twice.zip', twice.finish()))).rejects.toMatchObject({ code: 'scoring.package_unreadable' });
  });

  test('that was made before packages carried the published content cannot be compared', async () => {
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '{}');
    const resources = descriptor.resources.filter(({ path }: { path: string }) => path !== 'publication.json');
    const older = new Map([...files, ['datapackage.json', JSON.stringify({ ...descriptor, resources })]]);
    older.delete('publication.json');

    expect((await replayPackage(reading(older), hash)).belonging).toEqual({ expected: hash, carried: null, foreignFiles: [] });
    expect(await replayPackage(reading(older))).toMatchObject({ changedFiles: [], difference: null });
  });
});

describe('tuongminh replay', () => {
  test('with --expect says that the package belongs to the publication, or that it does not', async () => {
    const [own, other, torn] = [io(), io(), io()];
    const path = join(folder, 'whole.zip');

    expect(await replay(path, own.io, `SHA256:${hash.toUpperCase()}`)).toBe(0);
    expect(own.told.out.join('')).toContain(`Gói thuộc đúng lần công bố có mã băm ${hash}`);
    expect(await replay(path, other.io, 'a'.repeat(64))).toBe(1);
    expect(other.told.out.join('')).toContain(`KHÁC: gói thuộc lần công bố có mã băm ${hash}`);
    expect(await replay(path, torn.io, 'abc')).toBe(2);
    expect(torn.told.err.join('')).toContain('không phải mã băm SHA-256');
  });

  test('says that all is equal and ends with 0', async () => {
    const { told, io: to } = io();

    expect(await replay(join(folder, 'whole.zip'), to)).toBe(0);
    expect(told.out.join('')).toContain('12 đơn vị: mọi điểm, chỉ số, xếp loại, thứ hạng đều bằng');
  });

  test('ends with 1 where a number differs, and says where', async () => {
    const zip = createZipWriter();
    for (const [name, text] of files) await zip.add(name, name === 'points.csv' ? text.replace(/,scored,[^,]+,/, ',scored,77,') : text);
    const { told, io: to } = io();

    expect(await replay(stored('forged.zip', zip.finish()), to)).toBe(1);
    expect(told.out.join('')).toMatch(/tệp points\.csv không khớp mã băm/);
    expect(told.out.join('')).toMatch(/KHÁC: points\.csv › xa › .* › points: công bố 77, tính lại/);
  });

  test('ends with 2 for what is no package', async () => {
    const { told, io: to } = io();

    expect(await replay(stored('torn.zip', archive.subarray(0, 900)), to)).toBe(2);
    expect(await replay(join(folder, 'nowhere'), to)).toBe(2);
    expect(told.err.join('')).toMatch(/Không đọc được/);
  });
});
