// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { aUnit, type UnitGiven } from '../../../../test/factories/unit.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { correctUnit } from './correct-unit.ts';
import { createUnit } from './create-unit.ts';
import { mergeUnits } from './merge-units.ts';
import { getUnitSheet, successorsOf } from './read-successions.ts';
import { findUnitByCode, getUnit, listUnits, unitTree } from './read-units.ts';
import { renameUnit } from './rename-unit.ts';
import { dissolveUnit, splitUnit } from './split-unit.ts';

const { db } = await aDatabase();
const all = { roots: null };
const actor: Actor = { id: 'a', name: 'Nguyễn Văn Quản trị', position: null, grants: [] };
const named = (code: string, name: string) => ({ code, name, authorityName: `UBND ${name}`, documentSymbol: 'UBND' });

let province: UnitGiven;
let district: UnitGiven;
let pon: UnitGiven;
let nua: UnitGiven;
let round = 0;

beforeEach(async () => {
  round += 1;
  const code = (text: string) => `${text}.${round}`;
  province = await aUnit(db, { level: 'province', code: code('11'), name: 'Tỉnh Điện Biên' });
  district = await aUnit(db, { level: 'district', code: code('100'), name: 'Huyện Điện Biên', parentId: province.id });
  pon = await aUnit(db, { code: code('03256'), name: 'Xã Mường Pồn', parentId: district.id });
  nua = await aUnit(db, { code: code('03259'), name: 'Xã Thanh Nưa', parentId: district.id });
});

const audited = async (action: string) =>
  (await sql<{ data: string }>`select data from audit.entry where action = ${action} order by sequence desc limit 1`.execute(db)).rows[0]
    ?.data;

describe('merging units', () => {
  const merger = () => ({
    unitIds: [pon.id, nua.id],
    onDay: '2025-07-01',
    into: { unit: named(pon.code, 'Xã Mường Pồn'), parentId: province.id },
    decision: 'Nghị quyết 1661/NQ-UBTVQH15',
  });

  test('ends the old ones the day before and begins the new one, even with a code given anew', async () => {
    const plan = await mergeUnits(db, actor, all, merger());

    const heir = plan.heirs[0]?.unit;
    expect(await getUnit(db, all, pon.id)).toMatchObject({ validTo: '2025-06-30', version: 2 });
    expect(await findUnitByCode(db, pon.code, '2025-07-01')).toMatchObject({ id: heir?.id, name: 'Xã Mường Pồn' });
    expect(await successorsOf(db, all, nua.id)).toMatchObject([
      { onDay: '2025-07-01', kind: 'merge', divided: false, unit: { id: heir?.id } },
    ]);
    expect((await unitTree(db, { roots: [province.id] }, '2025-06-30')).map((row) => row.name)).toEqual([
      'Tỉnh Điện Biên',
      'Huyện Điện Biên',
      'Xã Mường Pồn',
      'Xã Thanh Nưa',
    ]);
    expect((await unitTree(db, { roots: [province.id] }, '2025-07-01')).map((row) => row.id)).toEqual([province.id, district.id, heir?.id]);
  });

  test('shows in a dry run what would happen and leaves everything as it was', async () => {
    const office = await aUnit(db, { level: 'department', name: 'Văn phòng', parentId: pon.id });

    const plan = await mergeUnits(db, actor, all, { ...merger(), dryRun: true });

    expect(plan.moves).toMatchObject([{ child: { id: office.id }, from: '2025-07-01' }]);
    expect(await getUnit(db, all, pon.id)).toMatchObject({ validTo: null, version: 1 });
    expect(await successorsOf(db, all, pon.id)).toEqual([]);
    expect(await listUnits(db, { roots: [province.id] }, { asOf: '2025-07-01', search: 'muong pon' })).toMatchObject({ total: 1 });
  });

  test('gives what belonged to the old units to the merged one, and to its scope', async () => {
    const office = await aUnit(db, { level: 'department', name: 'Văn phòng', parentId: pon.id });

    const plan = await mergeUnits(db, actor, all, { unitIds: [pon.id], onDay: '2024-01-01', into: { unitId: nua.id } });

    expect(plan.continuing?.id).toBe(nua.id);
    expect((await listUnits(db, { roots: [nua.id] }, { asOf: '2024-01-01' })).rows.map((unit) => unit.id)).toContain(office.id);
    expect(await getUnitSheet(db, all, office.id, '2023-12-31')).toMatchObject({
      ancestors: [{ id: pon.id }, { id: district.id }, { id: province.id }],
    });
    expect(await getUnitSheet(db, all, office.id, '2024-01-01')).toMatchObject({
      ancestors: [{ id: nua.id }, { id: district.id }, { id: province.id }],
    });
    expect(await audited('units.merged')).toContain(office.id);
  });

  test('refuses a unit twice, units of two levels, an ended unit, itself as heir', async () => {
    const refusal = (unitIds: string[], into: object = { unitId: nua.id }) =>
      mergeUnits(db, actor, all, { unitIds, onDay: '2024-01-01', into: into as { unitId: string } });

    await expect(refusal([pon.id, pon.id])).rejects.toMatchObject({ code: 'units.named_twice' });
    await expect(refusal([pon.id, district.id])).rejects.toMatchObject({ code: 'units.levels_differ' });
    await expect(refusal([pon.id, nua.id])).rejects.toMatchObject({ code: 'units.heir_among_ending' });
    await dissolveUnit(db, actor, all, pon.id, { onDay: '2023-01-01' });
    await expect(refusal([pon.id])).rejects.toMatchObject({ kind: 'conflict', code: 'units.already_ends', params: { day: '31/12/2022' } });
  });

  test('refuses a code that another unit has, and nothing is half done', async () => {
    const taken = await aUnit(db, { parentId: district.id });
    const change = { ...merger(), into: { unit: named(taken.code, 'Xã Mới'), parentId: province.id } };

    await expect(mergeUnits(db, actor, all, change)).rejects.toMatchObject({ kind: 'conflict', code: 'units.code_taken' });
    expect(await getUnit(db, all, pon.id)).toMatchObject({ validTo: null });
  });

  test('answers not found for units outside the scope', async () => {
    const foreign = await aUnit(db, { level: 'district', parentId: province.id });

    await expect(mergeUnits(db, actor, { roots: [foreign.id] }, merger())).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('lets only one of two simultaneous mergers of the same unit through', async () => {
    const results = await Promise.allSettled([mergeUnits(db, actor, all, merger()), mergeUnits(db, actor, all, merger())]);

    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('splitting, renaming, dissolving', () => {
  test('splits a unit into parts and asks where its children go', async () => {
    const office = await aUnit(db, { level: 'department', name: 'Văn phòng', parentId: pon.id });
    const parts = [named(`A.${round}`, 'Xã Một'), named(`B.${round}`, 'Xã Hai')];

    await expect(splitUnit(db, actor, all, pon.id, { onDay: '2024-01-01', parts })).rejects.toMatchObject({
      code: 'units.child_without_heir',
      params: { name: 'Văn phòng' },
    });
    const assigned = parts.map((part, index) => ({ ...part, childIds: index === 1 ? [office.id] : [] }));
    const plan = await splitUnit(db, actor, all, pon.id, { onDay: '2024-01-01', parts: assigned });

    expect(plan.moves[0]?.toParentId).toBe(plan.heirs[1]?.unit.id);
    expect((await successorsOf(db, all, pon.id)).map((one) => [one.divided, one.unit?.name])).toEqual([
      [true, 'Xã Một'],
      [true, 'Xã Hai'],
    ]);
  });

  test('renames by ending and beginning; the older days keep the older name', async () => {
    const office = await aUnit(db, { level: 'department', name: 'Văn phòng', parentId: pon.id });

    const plan = await renameUnit(db, actor, all, pon.id, {
      version: 1,
      onDay: '2024-01-01',
      name: 'Phường Mường Pồn',
      authorityName: 'UBND phường Mường Pồn',
    });

    const heir = plan.heirs[0]?.unit.id ?? '';
    expect(await findUnitByCode(db, pon.code, '2023-12-31')).toMatchObject({ id: pon.id, name: 'Xã Mường Pồn' });
    expect(await findUnitByCode(db, pon.code, '2024-01-01')).toMatchObject({ id: heir, name: 'Phường Mường Pồn' });
    expect((await getUnitSheet(db, all, heir, '2024-02-01')).predecessors).toMatchObject([{ kind: 'rename', unit: { id: pon.id } }]);
    expect((await getUnitSheet(db, all, office.id, '2024-01-01')).ancestors[0]?.id).toBe(heir);
  });

  test('does not dissolve a unit that others still belong to', async () => {
    await expect(dissolveUnit(db, actor, all, district.id, { onDay: '2025-07-01' })).rejects.toMatchObject({
      code: 'units.child_without_heir',
    });

    await dissolveUnit(db, actor, all, pon.id, { onDay: '2025-07-01' });
    expect(await successorsOf(db, all, pon.id)).toMatchObject([{ kind: 'dissolve', unit: null }]);
  });
});

test('what comes below a unit after it moved is not in the scope of where it was before', async () => {
  const other = await aUnit(db, { level: 'district', parentId: province.id });
  await mergeUnits(db, actor, all, { unitIds: [district.id], onDay: '2024-01-01', into: { unitId: other.id } });
  const office = await createUnit(db, actor, all, {
    ...named(`V.${round}`, 'Văn phòng'),
    level: 'department',
    parentId: pon.id,
    validFrom: '2024-06-01',
  });

  expect(await getUnit(db, { roots: [district.id] }, pon.id)).toMatchObject({ id: pon.id });
  await expect(getUnit(db, { roots: [district.id] }, office.id)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await getUnit(db, { roots: [other.id] }, office.id)).toMatchObject({ id: office.id });
});

describe('creating and correcting', () => {
  const asked = () => ({ ...named(`N.${round}`, 'Xã Mới'), level: 'commune' as const, parentId: district.id, validFrom: '2024-01-01' });

  test('creates a unit below its parent, reachable by whoever reaches the parent', async () => {
    const unit = await createUnit(db, actor, { roots: [district.id] }, asked());

    expect(await getUnit(db, { roots: [province.id] }, unit.id)).toMatchObject({ name: 'Xã Mới', validTo: null });
    expect(await audited('units.created')).toContain('Xã Mới');
  });

  test('refuses a wrong parent, a taken code, reversed days, a life longer than the parent’s', async () => {
    const create = (change: object) => createUnit(db, actor, { roots: [province.id] }, { ...asked(), ...change });
    const ended = await aUnit(db, { level: 'district', parentId: province.id, validTo: '2025-06-30' });

    await expect(create({ parentId: null })).rejects.toMatchObject({ code: 'units.parent_required' });
    await expect(create({ parentId: pon.id })).rejects.toMatchObject({ code: 'units.level_not_below' });
    await expect(create({ code: pon.code })).rejects.toMatchObject({ code: 'units.code_taken' });
    await expect(create({ validTo: '2023-12-31' })).rejects.toMatchObject({ code: 'units.dates_reversed' });
    await expect(create({ parentId: ended.id })).rejects.toMatchObject({ code: 'units.outlasts_parent' });
    await expect(create({ parentId: ended.id, validFrom: '2025-07-01' })).rejects.toMatchObject({ code: 'units.not_in_force' });
    await expect(createUnit(db, actor, { roots: [pon.id] }, asked())).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('corrects a name with a reason that the audit log keeps', async () => {
    const { unit } = await correctUnit(db, actor, all, pon.id, { version: 1, reason: 'Gõ nhầm dấu', name: 'Xã Mường Pổn' });

    expect(unit).toMatchObject({ name: 'Xã Mường Pổn', version: 2 });
    expect(JSON.parse((await audited('units.corrected')) ?? '')).toEqual({
      reason: 'Gõ nhầm dấu',
      changes: { name: { from: 'Xã Mường Pồn', to: 'Xã Mường Pổn' } },
    });
    expect((await getUnitSheet(db, all, pon.id)).corrections).toMatchObject([
      {
        version: 2,
        reason: 'Gõ nhầm dấu',
        correctedBy: actor.name,
        changes: [{ field: 'name', from: 'Xã Mường Pồn', to: 'Xã Mường Pổn' }],
      },
    ]);
  });

  test('names who bears a taken code, and refuses a name twice below one parent', async () => {
    const create = (change: object) => createUnit(db, actor, all, { ...asked(), ...change });

    await expect(create({ code: pon.code })).rejects.toMatchObject({
      params: { code: pon.code, holder: 'Xã Mường Pồn', from: '01/01/2010' },
    });
    await expect(create({ name: 'xã mường pồn' })).rejects.toMatchObject({ code: 'units.name_taken' });
    await expect(correctUnit(db, actor, all, nua.id, { version: 1, reason: 'Thử', code: pon.code })).rejects.toMatchObject({
      code: 'units.code_taken',
    });
    await expect(correctUnit(db, actor, all, nua.id, { version: 1, reason: 'Thử', name: 'Xã Mường Pồn' })).rejects.toMatchObject({
      code: 'units.name_taken',
    });
  });

  test('keeps the document that made a unit; a dry run of creating or correcting writes nothing', async () => {
    const tried = await createUnit(db, actor, all, { ...asked(), dryRun: true });
    await expect(getUnit(db, all, tried.id)).rejects.toMatchObject({ code: 'units.not_found' });
    const made = await createUnit(db, actor, all, { ...asked(), decision: 'Nghị quyết 1/NQ-HĐND' });
    expect(await getUnit(db, all, made.id)).toMatchObject({ decision: 'Nghị quyết 1/NQ-HĐND' });

    const trial = await correctUnit(db, actor, all, made.id, { version: 1, reason: 'Thử', note: 'x', dryRun: true });
    expect(trial.changes).toEqual([{ field: 'note', from: null, to: 'x' }]);
    expect(await getUnit(db, all, made.id)).toMatchObject({ note: null, version: 1 });
  });

  test('a first day is mended to an earlier one, to a later one only before it has come, never where a succession set it', async () => {
    const made = await createUnit(db, actor, all, asked());
    const mend = (id: string, version: number, validFrom: string) =>
      correctUnit(db, actor, all, id, { version, reason: 'Gõ nhầm', validFrom });

    await mend(made.id, 1, '2023-01-01');
    expect((await getUnitSheet(db, all, made.id, '2023-06-01')).parents).toMatchObject([{ id: district.id, from: '2023-01-01' }]);
    await expect(mend(made.id, 2, '2024-01-01')).rejects.toMatchObject({ code: 'units.start_not_later' });
    await expect(mend(made.id, 2, '2009-01-01')).rejects.toMatchObject({ code: 'units.outside_parent' });
    const coming = await createUnit(db, actor, all, { ...asked(), code: `C.${round}`, name: 'Xã Sắp có', validFrom: '2098-01-01' });
    expect((await mend(coming.id, 1, '2099-01-01')).unit.validFrom).toBe('2099-01-01');
    const renamed = await renameUnit(db, actor, all, nua.id, {
      version: 1,
      onDay: '2024-01-01',
      name: 'Xã Nưa',
      authorityName: 'UBND xã Nưa',
    });
    await expect(mend(renamed.heirs[0]?.unit.id ?? '', 1, '2023-01-01')).rejects.toMatchObject({ code: 'units.start_by_succession' });
  });

  test('refuses the second of two people who correct the same unit, naming the first', async () => {
    await correctUnit(db, actor, all, pon.id, { version: 1, reason: 'Lần một', note: 'a' });

    await expect(correctUnit(db, actor, all, pon.id, { version: 1, reason: 'Lần hai', note: 'b' })).rejects.toMatchObject({
      code: 'platform.stale',
      params: { by: actor.name },
    });
    await expect(correctUnit(db, actor, all, pon.id, { version: 2, reason: 'Lần ba', note: 'a' })).rejects.toMatchObject({
      code: 'units.nothing_corrected',
    });
  });
});
