// SPDX-License-Identifier: Apache-2.0

export type Row = { readonly row: number; readonly cells: readonly string[] };

/** Whom a file may speak of: groups and sheets by whatever names them, and the answers of each surveyed item of a sheet. */
export type SurveyFrame = {
  readonly groups: ReadonlyMap<string, string>;
  readonly sheets: ReadonlyMap<string, string>;
  readonly answersOf: (sheetId: string, itemCode: string) => ReadonlySet<string> | undefined;
  readonly items: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
};
