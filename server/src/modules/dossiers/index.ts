// SPDX-License-Identifier: Apache-2.0
export type { DossierTable } from './data/tables.ts';
export { importErrors } from './domain/import/errors.ts';
export { usualHeader } from './domain/import/fields.ts';
export { seedClockRules } from './usecases/clock/seed-clock-rules.ts';
export { seedDemoDossiers } from './usecases/demo/seed-demo-dossiers.ts';
export { cancelImport, decideImport } from './usecases/import/decide-import.ts';
export { getDossierImport, type ImportView, listImportFaults } from './usecases/import/read-imports.ts';
export { receiveImport } from './usecases/import/receive-import.ts';
export { importWorkDone, takeWorkFailures } from './usecases/import/runner.ts';
export { listPortalRuns, type PortalResponseHead, type PortalRunHead, readPortalRun } from './usecases/portal/read-portal-runs.ts';
export { countReceived, countReceivedOf, type ReceivedCounts } from './usecases/statistics/count-received.ts';
export { dossierMeasures } from './usecases/statistics/offered-measures.ts';
export { type DifferingCell, verifyStatistics } from './usecases/statistics/verify-statistics.ts';
