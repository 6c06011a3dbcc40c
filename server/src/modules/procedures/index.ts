// SPDX-License-Identifier: Apache-2.0
import type { LimitUnit, ProcedureLevel, ProcedureMark } from './domain/procedure.ts';

export type { OnlineLevel } from './data/online.repo.ts';
export type { Procedure } from './data/procedures.repo.ts';
export type { VersionPeriod } from './data/versions.repo.ts';
export {
  type LimitUnit,
  limitUnits,
  type Paper,
  type ProcedureLevel,
  type ProcedureMark,
  type ProcedureVersion,
  type ProcessingLimit,
  procedureLevels,
  procedureMarks,
} from './domain/procedure.ts';
export { nationalPartOf, writtenProcedureCode } from './domain/procedure-code.ts';
export { competentUnits, listOnlineProcedures } from './usecases/read-online-catalogue.ts';
export { findProcedureByCode, onlineLevelOn, versionNumbered, versionOn, versionsInForce } from './usecases/read-versions.ts';
export { seedDemoProcedures } from './usecases/seed-demo-procedures.ts';

/**
 * Tables of this module that other modules may join. A version withdrawn before it began has `valid_to` before
 * `valid_from` and so covers no day.
 */
export type ProceduresViews = {
  'procedures.procedure': { id: string; code: string; national_code: string | null; unit_id: string; mark: ProcedureMark | null };
  'procedures.version': {
    procedure_id: string;
    number: number;
    name: string;
    sector_id: string;
    level: ProcedureLevel;
    /** Decimal text such as `15.00`; null where the law sets no limit. */
    limit_amount: string | null;
    limit_unit: LimitUnit | null;
    valid_from: string;
    valid_to: string | null;
    mark: ProcedureMark | null;
  };
  'procedures.sector': { id: string; code: string; name: string };
  'procedures.online_service': {
    procedure_id: string;
    regime: string;
    level: string;
    valid_from: string;
    valid_to: string | null;
  };
};
