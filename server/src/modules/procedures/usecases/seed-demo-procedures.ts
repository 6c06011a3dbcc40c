// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { findUnitByCode } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { countProcedures } from '../data/procedures.repo.ts';
import { insertSectors, listAllSectors, listRegimes } from '../data/sectors.repo.ts';
import { type ProceduresDb, proceduresDb } from '../data/tables.ts';
import { insertOnlineServices, insertProcedures, insertVersions, type NewOnlineService, type NewVersion } from '../data/write.repo.ts';
import { planOnline } from '../domain/plan-online.ts';
import { DemoFile, demoOnline, demoPapers, demoVersions } from './demo-catalogue.ts';

const seedFile = new URL('../../../../seeds/procedures.json', import.meta.url);

type Place = {
  readonly file: DemoFile;
  readonly procedureIds: ReadonlyMap<string, string>;
  readonly sectorIds: ReadonlyMap<string, string>;
  readonly departmentIds: ReadonlyMap<string, string>;
};

/**
 * Enters the illustrative catalogue of 252 procedures (the number in the account of the inspection of huyện Điện Biên,
 * 2022) where the catalogue is empty; on a filled one it changes nothing.
 */
export async function seedDemoProcedures(db: Db): Promise<void> {
  const file = DemoFile.parse(JSON.parse(await readFile(seedFile, 'utf8')));
  await inTransaction(db, async (tx) => {
    const own = proceduresDb(tx);
    const keeper = await findUnitByCode(tx, file.keeper);
    if (!keeper || (await countProcedures(own)) > 0) return;
    const by = systemActor.name;
    const codes = file.sectors.flatMap((sector) => sector.procedures.map((procedure) => procedure.code + file.codeSuffix));
    const place = {
      file,
      sectorIds: await sectorsOf(own, file),
      departmentIds: await departmentsOf(tx, file),
      procedureIds: await insertProcedures(
        own,
        by,
        codes.map((code) => ({ code, unitId: keeper.id, mark: file.mark, note: file.note })),
      ),
    };
    await insertVersions(own, by, versionsOf(place));
    await insertOnlineServices(own, by, await servicesOf(own, place));
    await recordAudit(tx, systemActor, {
      action: 'procedures.demo_entered',
      subject: ['catalogue', 'demo'],
      unitId: keeper.id,
      data: { procedures: codes.length, note: file.note },
    });
  });
}

async function sectorsOf(own: ProceduresDb, file: DemoFile): Promise<Map<string, string>> {
  const present = new Map((await listAllSectors(own)).map((sector) => [sector.code, sector.id]));
  const missing = file.sectors.filter((sector) => !present.has(sector.code));
  const added = await insertSectors(
    own,
    systemActor.name,
    missing.map(({ code, name }) => ({ code, name, mark: file.mark })),
  );
  return new Map([...present, ...added]);
}

async function departmentsOf(tx: Db, file: DemoFile): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const code of new Set(file.sectors.map((sector) => sector.department))) {
    const unit = await findUnitByCode(tx, code, file.districtUntil);
    if (unit) found.set(code, unit.id);
  }
  return found;
}

/** Every procedure with its place in the list, its sector and its id. */
function* proceduresOf({ file, procedureIds }: Place) {
  let index = 0;
  for (const sector of file.sectors) {
    for (const procedure of sector.procedures) {
      const procedureId = procedureIds.get(procedure.code + file.codeSuffix);
      if (procedureId !== undefined) yield { sector, procedure, procedureId, index };
      index += 1;
    }
  }
}

function versionsOf(place: Place): NewVersion[] {
  const { file, sectorIds, departmentIds } = place;
  return [...proceduresOf(place)].flatMap(({ sector, procedure, procedureId, index }) =>
    demoVersions(file, procedure, index).map((version, position, all): NewVersion => {
      const department = version.level === 'district' ? departmentIds.get(sector.department) : undefined;
      return {
        procedureId,
        number: position + 1,
        name: procedure.name,
        sectorId: sectorIds.get(sector.code) ?? '',
        level: version.level,
        limit: version.limit && { amount: version.limit[0], unit: version.limit[1] },
        limitText: version.limit?.[0] === 0 ? 'Trả kết quả trong ngày; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo' : null,
        feeAmount: procedure.fee,
        feeText: procedure.fee === null ? 'Theo quy định riêng' : null,
        papers: demoPapers(file, sector),
        publishedOn: version.validFrom,
        updatedOn: version.validFrom,
        mark: file.mark,
        note: version.note,
        competentUnits: department === undefined ? [] : [{ unitId: department, task: 'handles' }],
        bases: [{ citation: sector.basis, documentId: null }],
        validFrom: version.validFrom,
        validTo: version.validTo,
        lateReason: null,
        replacedUntil: position > 0 ? (all[position]?.validTo ?? null) : null,
      };
    }),
  );
}

async function servicesOf(own: ProceduresDb, place: Place): Promise<NewOnlineService[]> {
  const { file } = place;
  const regimes = await listRegimes(own);
  return [...proceduresOf(place)].flatMap(({ procedure, procedureId, index }) => {
    const steps = demoOnline(file, procedure, index);
    const lastDay = demoVersions(file, procedure, index).at(-1)?.validTo ?? null;
    const later = steps.map((step, position) => ({ id: String(position), validFrom: step.validFrom, validTo: null }));
    return steps.flatMap((step, position): NewOnlineService[] => {
      const { add } = planOnline(later.slice(position + 1), regimes, step);
      if (!add) return [];
      const validTo = lastDay !== null && (add.validTo === null || add.validTo > lastDay) ? lastDay : add.validTo;
      return [{ procedureId, ...add, validTo, justification: step.justification, address: null, mark: file.mark }];
    });
  });
}
