// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { CompetenceTask, Paper, ProcedureLevel, ProcedureMark, ProcessingLimit } from './procedure.ts';

export type CompetentUnit = {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly task: CompetenceTask;
};

/** What a version rests on: always named in words, and linked where the document is in a register. */
export type LegalBasis = { readonly citation: string; readonly documentId: string | null };

/** All that a version says, as it is entered. */
export type VersionContent = {
  readonly name: string;
  readonly sectorId: string;
  readonly level: ProcedureLevel;
  readonly limit: ProcessingLimit | null;
  readonly limitText: string | null;
  readonly feeAmount: number | null;
  readonly feeText: string | null;
  readonly papers: readonly Paper[];
  readonly publishedOn: Day | null;
  readonly updatedOn: Day | null;
  readonly mark: ProcedureMark | null;
  readonly note: string | null;
  readonly competentUnits: readonly { readonly unitId: string; readonly task: CompetenceTask }[];
  readonly bases: readonly LegalBasis[];
};

export type OnlineOffer = { readonly level: string; readonly levelName: string; readonly justification: string | null };

/** A line of the catalogue on a day: version, sector, units and online level together. */
export type CatalogueEntry = Omit<VersionContent, 'competentUnits'> & {
  readonly code: string;
  readonly sectorCode: string;
  readonly sectorName: string;
  readonly competentUnits: readonly CompetentUnit[];
  readonly online: OnlineOffer | null;
  /** First and last day of the version; in a file, they count for a new procedure alone. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

/** Columns of the exported catalogue, in order: key, heading, width. */
export const catalogueColumns = [
  ['code', 'Mã thủ tục', 24],
  ['name', 'Tên thủ tục', 60],
  ['sectorCode', 'Mã lĩnh vực', 14],
  ['sectorName', 'Lĩnh vực', 24],
  ['level', 'Cấp giải quyết', 14],
  ['decides', 'Cơ quan có thẩm quyền', 22],
  ['handles', 'Đơn vị giải quyết', 22],
  ['limitAmount', 'Thời hạn', 10],
  ['limitUnit', 'Đơn vị thời hạn', 16],
  ['limitText', 'Ghi chú thời hạn', 30],
  ['feeAmount', 'Phí, lệ phí (đồng)', 16],
  ['feeText', 'Ghi chú phí, lệ phí', 30],
  ['papers', 'Thành phần hồ sơ', 60],
  ['online', 'Mức độ trực tuyến', 18],
  ['justification', 'Lý do chưa toàn trình', 30],
  ['validFrom', 'Hiệu lực từ', 14],
  ['validTo', 'Hiệu lực đến', 14],
  ['publishedOn', 'Ngày công bố', 14],
  ['updatedOn', 'Ngày cập nhật', 14],
  ['bases', 'Căn cứ pháp lý', 40],
  ['mark', 'Đánh dấu', 14],
  ['note', 'Ghi chú', 30],
] as const satisfies readonly (readonly [string, string, number])[];

export type CatalogueColumn = (typeof catalogueColumns)[number][0];
export type WrittenEntry = Readonly<Record<CatalogueColumn, string>>;

export const levelNames: Readonly<Record<ProcedureLevel, string>> = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' };
export const limitUnitNames = { working_days: 'ngày làm việc', hours: 'giờ làm việc', calendar_days: 'ngày' } as const;
export const markNames: Readonly<Record<ProcedureMark, string>> = { background: 'thông tin nền', illustrative: 'minh họa' };

/** Heading of a column. */
export function headingOf(column: CatalogueColumn): string {
  return catalogueColumns.find(([key]) => key === column)?.[1] ?? column;
}

/**
 * An entry in the words of the table, one text per column; two entries say the same exactly where all texts are equal.
 */
export function writeEntry(entry: CatalogueEntry): WrittenEntry {
  const unitCodes = (task: CompetenceTask): string =>
    entry.competentUnits
      .filter((unit) => unit.task === task)
      .map((unit) => unit.unitCode)
      .sort()
      .join('; ');
  return {
    code: entry.code,
    name: entry.name,
    sectorCode: entry.sectorCode,
    sectorName: entry.sectorName,
    level: levelNames[entry.level],
    decides: unitCodes('decides'),
    handles: unitCodes('handles'),
    limitAmount: entry.limit === null ? '' : String(entry.limit.amount).replace('.', ','),
    limitUnit: entry.limit === null ? '' : limitUnitNames[entry.limit.unit],
    limitText: entry.limitText ?? '',
    feeAmount: entry.feeAmount === null ? '' : String(entry.feeAmount),
    feeText: entry.feeText ?? '',
    papers: entry.papers.map(writePaper).join('\n'),
    online: entry.online?.levelName ?? '',
    justification: entry.online?.justification ?? '',
    validFrom: writeDay(entry.validFrom),
    validTo: writeDay(entry.validTo),
    publishedOn: writeDay(entry.publishedOn),
    updatedOn: writeDay(entry.updatedOn),
    bases: entry.bases.map((basis) => basis.citation).join('\n'),
    mark: entry.mark === null ? '' : markNames[entry.mark],
    note: entry.note ?? '',
  };
}

/**
 * A paper on one line: code | name | originals | copies | form | case; empty parts at the end are left out.
 *
 * @example
 * writePaper({ code: 'G1', name: 'Tờ khai', originals: 1, copies: 0, form: null, formFileId: null, condition: null })
 * // 'G1 | Tờ khai | 1 | 0'
 */
export function writePaper(paper: Paper): string {
  return [paper.code, paper.name, String(paper.originals), String(paper.copies), paper.form ?? '', paper.condition ?? '']
    .join(' | ')
    .replace(/(?: \| )+$/, '')
    .trimEnd();
}

function writeDay(day: Day | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}

/** One column in which two entries differ. */
export type FieldChange = { readonly column: CatalogueColumn; readonly heading: string; readonly from: string; readonly to: string };

const periodColumns = new Set<CatalogueColumn>(['validFrom', 'validTo']);

/** The columns in which two written entries differ, in the order of the table; the period of validity is no content. */
export function diffEntries(before: WrittenEntry, after: WrittenEntry): FieldChange[] {
  return catalogueColumns.flatMap(([column, heading]) =>
    before[column] === after[column] || periodColumns.has(column) ? [] : [{ column, heading, from: before[column], to: after[column] }],
  );
}
