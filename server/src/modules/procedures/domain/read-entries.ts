// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import { fold } from '#kernel/vietnamese-text';
import {
  type CatalogueColumn,
  type CatalogueEntry,
  type CompetentUnit,
  catalogueColumns,
  headingOf,
  type OnlineOffer,
  type WrittenEntry,
  writeEntry,
} from './catalogue-entry.ts';
import type { OnlineRegimeLevel } from './plan-online.ts';
import type { CompetenceTask, Paper, ProcessingLimit } from './procedure.ts';
import { nationalPartOf, writtenProcedureCode } from './procedure-code.ts';
import { lines, type Read, readDay, readLevel, readLimitAmount, readLimitUnit, readMark, readMoney, readPapers } from './read-cells.ts';

/** A row of a file with the cells of the columns that the file has. */
export type RawRow = { readonly row: number; readonly cells: Readonly<Partial<Record<CatalogueColumn, string>>> };

/** A cell that cannot be taken over. */
export type CellError = {
  readonly row: number;
  readonly column: CatalogueColumn;
  readonly heading: string;
  readonly value: string;
  readonly problem: string;
};

/** What the rows are checked against. */
export type ReadingContext = {
  readonly sectors: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** Levels of the regime of the day. */
  readonly levels: readonly OnlineRegimeLevel[];
  /** A unit of a day; of the day of saving where none is given. */
  readonly unitByCode: (code: string, day: Day | null) => { readonly id: string; readonly code: string; readonly name: string } | undefined;
  readonly currentByCode: (code: string) => CatalogueEntry | undefined;
};

export type ReadEntry = { readonly row: number; readonly entry: CatalogueEntry; readonly current: CatalogueEntry | undefined };

const longest: Readonly<Partial<Record<CatalogueColumn, number>>> = {
  name: 1_000,
  limitText: 1_000,
  feeText: 1_000,
  justification: 1_000,
  note: 1_000,
};

/**
 * Reads the rows of a file against the present catalogue. A column that the file lacks, and a cell that says what the
 * catalogue says already, is taken from the catalogue; every other cell is checked, and a wrong one is told with its place.
 * `codes` are those of all rows, the wrong ones too.
 */
export function readEntries(
  rows: readonly RawRow[],
  context: ReadingContext,
): { entries: ReadEntry[]; errors: CellError[]; codes: ReadonlySet<string> } {
  const codes = new Set<string>();
  const errors: CellError[] = [];
  const entries: ReadEntry[] = [];
  const seen = new Map<string, number>();
  for (const raw of rows) {
    const before = errors.length;
    const reader = new RowReader(raw, context, errors);
    const entry = reader.entry();
    if (entry) {
      codes.add(entry.code);
      const key = nationalPartOf(entry.code) ?? entry.code;
      const first = seen.get(key);
      if (first !== undefined) reader.refuse('code', `mã đã có ở dòng ${first}`);
      seen.set(key, first ?? raw.row);
    }
    if (entry && errors.length === before) entries.push({ row: raw.row, entry, current: reader.current });
  }
  return { entries, errors, codes };
}

/** Reads one row; each wrong cell adds an error and stands for a harmless value. */
class RowReader {
  readonly current: CatalogueEntry | undefined;
  readonly #raw: RawRow;
  readonly #context: ReadingContext;
  readonly #errors: CellError[];
  readonly #written: WrittenEntry | undefined;
  readonly #code: string | null;

  constructor(raw: RawRow, context: ReadingContext, errors: CellError[]) {
    this.#raw = raw;
    this.#context = context;
    this.#errors = errors;
    this.#code = writtenProcedureCode(raw.cells.code ?? '');
    this.current = this.#code === null ? undefined : context.currentByCode(this.#code);
    this.#written = this.current && writeEntry(this.current);
  }

  refuse(column: CatalogueColumn, problem: string): void {
    this.#errors.push({ row: this.#raw.row, column, heading: headingOf(column), value: this.#cell(column).slice(0, 200), problem });
  }

  entry(): CatalogueEntry | undefined {
    if (this.#code === null) {
      this.refuse('code', this.#cell('code') === '' ? 'còn trống' : 'không đúng dạng mã thủ tục, ví dụ 1.004873.000.00.00.H18');
      return undefined;
    }
    const sector = this.#sector();
    const name = this.#text('name') ?? '';
    if (name.length < 3) this.refuse('name', 'còn trống hoặc quá ngắn');
    return {
      // The present spelling of the code stays: 1.004873 in a file is the 1.004873.000.00.00.H18 of the catalogue.
      code: this.current?.code ?? this.#code,
      name,
      sectorId: sector?.id ?? '',
      sectorCode: sector?.code ?? '',
      sectorName: sector?.name ?? '',
      level: this.#read('level', (entry) => entry.level, readLevel, 'commune'),
      competentUnits: [...this.#units('decides'), ...this.#units('handles')],
      limit: this.#limit(),
      limitText: this.#text('limitText'),
      feeAmount: this.#read('feeAmount', (entry) => entry.feeAmount, readMoney, null),
      feeText: this.#text('feeText'),
      papers: this.#read(
        'papers',
        (entry) => entry.papers,
        (text) => readPapers(text, this.current?.papers ?? []),
        [] as readonly Paper[],
      ),
      online: this.#online(),
      ...this.#period(),
      publishedOn: this.#read('publishedOn', (entry) => entry.publishedOn, readDay, null),
      updatedOn: this.#read('updatedOn', (entry) => entry.updatedOn, readDay, null),
      bases: this.#bases(),
      mark: this.#read('mark', (entry) => entry.mark, readMark, null),
      note: this.#text('note'),
    };
  }

  #cell(column: CatalogueColumn): string {
    const text = this.#raw.cells[column] ?? this.#written?.[column] ?? '';
    return column === 'papers' || column === 'bases' ? lines(text).join('\n') : text.replace(/\s+/g, ' ').trim();
  }

  /** The present value where the cell says the same, so that what was recorded once need not pass a check of today. */
  #same(column: CatalogueColumn): CatalogueEntry | undefined {
    return this.#written && this.#written[column] === this.#cell(column) ? this.current : undefined;
  }

  #read<T>(column: CatalogueColumn, of: (entry: CatalogueEntry) => T, read: (text: string) => Read<T>, otherwise: T): T {
    const same = this.#same(column);
    if (same) return of(same);
    const result = read(this.#cell(column));
    if ('value' in result) return result.value;
    this.refuse(column, result.problem);
    return otherwise;
  }

  #text(column: CatalogueColumn): string | null {
    const text = this.#cell(column);
    const most = longest[column] ?? 1_000;
    if (text.length > most) this.refuse(column, `dài quá ${most} ký tự`);
    return text === '' ? null : text;
  }

  #sector() {
    const code = this.#cell('sectorCode').toUpperCase();
    const sector = this.#context.sectors.find((one) => one.code === code);
    if (!sector) {
      this.refuse('sectorCode', code === '' ? 'còn trống' : 'chưa có lĩnh vực mang mã này; thêm lĩnh vực trước');
      return undefined;
    }
    const name = this.#raw.cells.sectorName;
    if (name !== undefined && name.trim() !== '' && fold(this.#cell('sectorName')) !== fold(sector.name))
      this.refuse('sectorName', `mã ${code} là lĩnh vực "${sector.name}"; sửa mã hoặc để trống tên`);
    return sector;
  }

  #limit(): ProcessingLimit | null {
    const before = this.#errors.length;
    const amount = this.#read('limitAmount', (entry) => entry.limit?.amount ?? null, readLimitAmount, null);
    const unit = this.#read('limitUnit', (entry) => entry.limit?.unit ?? null, readLimitUnit, null);
    if (this.#errors.length > before) return null;
    if (amount === null && unit !== null) this.refuse('limitAmount', 'có đơn vị thời hạn nhưng chưa có số');
    else if (amount !== null && unit === null) this.refuse('limitUnit', 'có thời hạn nhưng chưa có đơn vị thời hạn');
    else if (unit === 'hours' && amount === 0) this.refuse('limitAmount', 'thời hạn theo giờ phải lớn hơn 0');
    return amount === null || unit === null ? null : { amount, unit };
  }

  /** First day of a new procedure that brings its own. */
  #beginning(): Day | null {
    const read = readDay(this.#cell('validFrom'));
    return this.current || !('value' in read) ? null : read.value;
  }

  /** A new procedure may bring its days along; those of a recorded version are changed by the day of saving alone. */
  #period(): { validFrom: Day | null; validTo: Day | null } {
    const validFrom = this.#read('validFrom', (entry) => entry.validFrom, readDay, null);
    const validTo = this.#read('validTo', (entry) => entry.validTo, readDay, null);
    const { current } = this;
    const present = current && `phiên bản vào ngày áp dụng có hiệu lực ${spanOf(current)}`;
    const advice = 'xuất lại danh mục rồi sửa trên tệp mới, hoặc để trống ô này';
    // A row of an older export would undo what was changed since.
    if (current && validFrom !== null && validFrom !== current.validFrom) this.refuse('validFrom', `${present}; ${advice}`);
    else if (current && validTo !== null && validTo !== current.validTo) this.refuse('validTo', `${present}; ${advice}`);
    if (!current && validTo !== null && (validFrom === null || validTo < validFrom)) this.refuse('validTo', 'phải sau ngày hiệu lực từ');
    return { validFrom, validTo };
  }

  #units(task: CompetenceTask): CompetentUnit[] {
    const same = this.#same(task);
    if (same) return same.competentUnits.filter((unit) => unit.task === task);
    const codes = [
      ...new Set(
        this.#cell(task)
          .split(/[;\n]/)
          .map((code) => code.trim().toUpperCase()),
      ),
    ].filter((code) => code !== '');
    return codes.flatMap((code): CompetentUnit[] => {
      const kept = this.current?.competentUnits.find((unit) => unit.task === task && unit.unitCode === code);
      const unit = this.#context.unitByCode(code, this.#beginning());
      if (kept) return [kept];
      if (unit) return [{ unitId: unit.id, unitCode: unit.code, unitName: unit.name, task }];
      this.refuse(task, `không có đơn vị mang mã ${code} vào ngày phiên bản bắt đầu`);
      return [];
    });
  }

  #online(): OnlineOffer | null {
    const name = this.#cell('online');
    const justification = this.#text('justification');
    if (name === '') {
      if (justification !== null) this.refuse('justification', 'có lý do nhưng chưa có mức độ trực tuyến');
      return null;
    }
    const same = this.#same('online')?.online;
    const level = this.#context.levels.find((one) => fold(one.name) === fold(name) || one.level === name);
    if (level?.needsJustification && justification === null)
      this.refuse('justification', `mức độ "${level.name}" phải nêu lý do công khai`);
    if (level) return { level: level.level, levelName: level.name, justification };
    if (same) return { ...same, justification };
    const known = this.#context.levels.map((one) => one.name).join(', ');
    this.refuse('online', known === '' ? 'chưa có quy định về mức độ vào ngày áp dụng' : `vào ngày áp dụng phải là một trong: ${known}`);
    return null;
  }

  #bases() {
    return lines(this.#cell('bases')).map((citation) => {
      if (citation.length < 2 || citation.length > 500) this.refuse('bases', 'mỗi căn cứ dài từ 2 đến 500 ký tự');
      const known = this.current?.bases.find((basis) => basis.citation === citation);
      return { citation, documentId: known?.documentId ?? null };
    });
  }
}

function spanOf({ validFrom, validTo }: CatalogueEntry): string {
  const until = validTo === null ? '' : ` đến ${vietnameseDay(validTo)}`;
  return `từ ${vietnameseDay(validFrom ?? '')}${until}`;
}

/** The column that a heading of a file stands for: the Vietnamese heading or the key, without diacritics and spaces. */
export function columnOf(heading: string): CatalogueColumn | undefined {
  const plain = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
  return catalogueColumns.find(([key, name]) => [plain(name), plain(key)].includes(plain(heading)))?.[0];
}
