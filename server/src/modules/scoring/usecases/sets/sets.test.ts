// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { readInThread } from '#platform/files/read-apart';
import { aDatabase } from '../../../../../test/database.ts';
import { aNode, aSet, itemOf } from '../../../../../test/factories/criteria-set.ts';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { findFaults } from '../../domain/criteria/find-faults.ts';
import { compileSet } from '../../domain/engine/compile-set.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { seedCriteriaSets } from '../seed-criteria-sets.ts';
import { compareSets } from './compare-sets.ts';
import { saveDraft, startDraft } from './edit-draft.ts';
import { exportSet, exportTemplate, reviewWorkbook } from './exchange-workbook.ts';
import { publishSet } from './publish-set.ts';
import { getSet, listSets } from './read-sets.ts';
import { readWorkbook, setReader } from './read-workbook.ts';

const { db } = await aDatabase();
const all = { roots: null };
let commune = '';

beforeAll(async () => {
  await seedCriteriaSets(db);
  await seedCriteriaSets(db);
  commune = (await listSets(db)).find(({ level }) => level === 'commune')?.id ?? '';
});

const draftOf = async (content: CriteriaSet, fromId: string | null = null): Promise<string> =>
  (await startDraft(db, systemActor, all, { fromId, content })).id;

describe('the sets that the product brings along', () => {
  test('are three templates without faults that say of themselves that they are no official tables', async () => {
    const sets = await listSets(db);

    expect(sets.map(({ level, year, state, certainty, itemCount }) => [level, year, state, certainty, itemCount])).toEqual([
      ['commune', 2026, 'published', 'template', 54],
      ['department', 2026, 'published', 'template', 52],
      ['district', 2024, 'published', 'template', 51],
    ]);
    for (const { id } of sets) {
      const { content } = await getSet(db, id);
      expect(findFaults(content)).toEqual([]);
      expect(content.note).toContain('Mẫu, không phải bảng chính thức');
      expect(scoreUnit(compileSet(content), {}).total).toBe('0');
    }
  });
});

describe('versions', () => {
  const content = aSet(
    [
      aNode({ code: '1', maximum: '10', method: null, rule: { kind: 'sum' } }),
      itemOf('1.1', '10', { kind: 'leader_score', step: null }, { kind: 'criterion', parentCode: '1' }),
    ],
    { year: 2031 },
  );

  test('a draft is saved by the version read, published without faults, and fixed from then on', async () => {
    const id = await draftOf({ ...content, maximum: '9' });
    await expect(publishSet(db, systemActor, all, id, { version: 1 })).rejects.toMatchObject({
      code: 'scoring.set_faulty',
      params: { count: 1 },
    });
    await saveDraft(db, systemActor, all, id, { version: 1, content });
    await expect(saveDraft(db, systemActor, all, id, { version: 1, content })).rejects.toMatchObject({ code: 'platform.stale' });
    await expect(saveDraft(db, systemActor, all, id, { version: 2, content: { ...content, year: 2032 } })).rejects.toMatchObject({
      code: 'scoring.draft_kept_apart',
    });
    const { sha256 } = await publishSet(db, systemActor, all, id, { version: 2 });

    expect(await getSet(db, id)).toMatchObject({ state: 'published', number: 1, sha256, content });
    await expect(saveDraft(db, systemActor, all, id, { version: 3, content })).rejects.toMatchObject({ code: 'scoring.set_published' });
    for (const statement of [
      sql`update scoring.criteria_set set title = 'khác' where id = ${id}`,
      sql`update scoring.criteria_set set content = jsonb_set(content, '{maximum}', '"1"') where id = ${id}`,
      sql`update scoring.criteria_set set state = 'draft', published_at = null, sha256 = null where id = ${id}`,
      sql`delete from scoring.criteria_set where id = ${id}`,
      sql`update scoring.criteria_node set maximum = 5 where set_id = ${id}`,
      sql`delete from scoring.criteria_node where set_id = ${id}`,
      sql`insert into scoring.criteria_node (set_id, code, position, kind, name, maximum, is_item) values (${id}, '9', 9, 'field', 'x', 1, false)`,
    ])
      await expect(statement.execute(db)).rejects.toThrow(/criteria set/);
  });

  test('a later version supersedes the one before; one draft at a time, also when two start at once', async () => {
    const first = (await listSets(db)).find(({ year }) => year === 2031)!;
    const started = await Promise.allSettled([draftOf(content, first.id), draftOf(content, first.id)]);
    const [made] = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await publishSet(db, systemActor, all, made!, { version: 1 });

    expect(started.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'scoring.draft_exists' } }]);
    expect(await getSet(db, made!)).toMatchObject({ number: 2, state: 'published', fromSetId: first.id });
    expect(await getSet(db, first.id)).toMatchObject({ state: 'superseded', supersededBy: made });
    await expect(sql`update scoring.criteria_set set superseded_by = id where id = ${first.id}`.execute(db)).rejects.toThrow(
      /criteria set/,
    );
  });

  test('two years are compared row by row', async () => {
    const next = await draftOf({
      ...content,
      year: 2032,
      nodes: [...content.nodes, aNode({ code: 'B1', kind: 'bonus', rule: { kind: 'leader_score', step: null } })],
    });
    const last = (await listSets(db)).find(({ year, state }) => year === 2031 && state === 'published')!;

    expect(await compareSets(db, last.id, next)).toMatchObject({
      head: [{ part: 'year', from: '2031', to: '2032' }],
      nodes: [{ change: 'added', code: 'B1' }],
      carried: [
        { code: '1', unchanged: true },
        { code: '1.1', unchanged: true },
      ],
    });
  });
});

describe('a workbook', () => {
  const changed = async (change: (book: ExcelJs.Workbook) => void): Promise<Uint8Array> => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(Uint8Array.from((await exportSet(db, commune)).content).buffer);
    change(book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };

  test('is read in a thread as it is here', async () => {
    const { content } = await exportSet(db, commune);

    expect(await readInThread(content, setReader)).toEqual(await readWorkbook(content));
  });

  test('that was only exported says the same set', async () => {
    const review = await reviewWorkbook(db, await changed(() => undefined), commune, 'vi');

    expect(review).toMatchObject({ problems: [], faults: [], difference: { head: [], nodes: [] }, against: { id: commune } });
    expect(review.content).toEqual((await getSet(db, commune)).content);
  });

  test('shows its differences and its faults by row before anything is saved', async () => {
    const bytes = await changed((book) => {
      const sheet = book.getWorksheet('Tiêu chí')!;
      sheet.getCell('E4').value = 1.5;
      sheet.getCell('D4').value = 'Lời mới';
      sheet.getCell('G6').value = 'Không rõ';
      book.getWorksheet('Quy ước')!.getCell('B2').value = 2027;
    });
    const review = await reviewWorkbook(db, bytes, null, 'vi');

    expect(review.problems).toMatchObject([{ sheet: 'Tiêu chí', row: 6, column: 'Cách tính điểm' }]);
    expect(review.difference.head).toEqual([{ part: 'year', from: '2026', to: '2027' }]);
    expect(review.difference.nodes[0]).toMatchObject({
      code: '1.1.1',
      parts: [{ part: 'name' }, { part: 'maximum', from: '1', to: '1.5' }],
    });
    expect(review.faults.find(({ nodeCode }) => nodeCode === '1.1')).toMatchObject({
      sheetRow: 3,
      sentence: 'Điểm tối đa là 3, nhưng tổng điểm tối đa của các mục con là 3,5.',
    });
  });

  test('blank, foreign, or without its columns', async () => {
    const template = await reviewWorkbook(db, (await exportTemplate()).content, null, 'vi');
    const lacking = await changed((book) => {
      book.getWorksheet('Tiêu chí')!.getCell('A1').value = 'Khác';
    });

    expect(template.content.nodes).toEqual([]);
    await expect(reviewWorkbook(db, Buffer.from('không phải Excel'), null, 'vi')).rejects.toMatchObject({
      code: 'scoring.workbook_unreadable',
    });
    await expect(reviewWorkbook(db, lacking, null, 'vi')).rejects.toMatchObject({ code: 'scoring.workbook_columns' });
  });
});
