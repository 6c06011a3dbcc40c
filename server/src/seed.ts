// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { seedHolidays } from '#modules/calendar';
import { seedDocumentTypes } from '#modules/documents';
import { seedClockRules, seedDemoDossiers } from '#modules/dossiers';
import { seedDemoFigures } from '#modules/figures';
import { createFirstAdministrator, type HashPassword, seedDemoAccounts } from '#modules/identity';
import { seedChecklist, seedDemoRounds } from '#modules/inspections';
import { seedDemoProcedures } from '#modules/procedures';
import { seedCriteriaSets, seedDemoScoring, seedNationalTable } from '#modules/scoring';
import { findUnitByCode, seedUnits } from '#modules/units';
import { keptSecret } from '#platform/config/data-folder';
import type { Db } from '#platform/db/db';
import { createFileStore } from '#platform/files/file-store';

export type DemoAccount = { readonly email: string; readonly password: string; readonly description: string };

type SeedOptions = {
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly dataDir: string;
  readonly filesFolder: string;
  readonly hashPassword: HashPassword;
};

/** Fills an empty installation: reference data always, the demo case where it is wanted; on a filled one it changes nothing. */
export async function seed(db: Db, options: SeedOptions): Promise<DemoAccount[]> {
  await seedUnits(db);
  await seedHolidays(db);
  await seedDocumentTypes(db);
  await seedClockRules(db);
  await seedChecklist(db);
  await seedCriteriaSets(db);
  if (options.demo) {
    const password = demoPassword(options);
    const accounts = await seedDemoAccounts(db, options.hashPassword, password);
    await seedDemoProcedures(db);
    await seedDemoDossiers(db);
    const files = createFileStore(options.filesFolder);
    // What is counted of recommendations and documents comes after them.
    await seedDemoRounds(db, files);
    await seedDemoFigures(db);
    await seedNationalTable(db, files);
    await seedDemoScoring(db, files);
    return accounts.map((account) => ({ ...account, password }));
  }
  const province = await findUnitByCode(db, '11');
  const first = province ? await createFirstAdministrator(db, options.hashPassword, province.id) : null;
  return first ? [{ ...first, description: 'Quản trị hệ thống; mật khẩu chỉ hiện một lần, đổi ngay khi đăng nhập' }] : [];
}

/** One generated password for the demo accounts, kept beside the data. */
function demoPassword({ demoPassword: chosen, dataDir }: SeedOptions): string {
  return keptSecret(dataDir, 'demo-password', 10, () => chosen ?? `demo-${randomBytes(5).toString('hex')}`);
}
