// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { UnitInputs } from '../engine/input.ts';
import type { UnitResult } from '../engine/result.ts';
import type { TreeUnit } from '../package/tables.ts';
import type { Stage } from './stages.ts';

/** A published result as it is frozen: everything that is needed to compute it again. */
export type Snapshot = {
  readonly format: 'tuongminh-scores';
  readonly formatVersion: 1;
  readonly number: number;
  readonly round: {
    readonly id: string;
    readonly year: number;
    readonly title: string;
    readonly asOf: Day;
    readonly organiser: string;
    readonly mark: string | null;
  };
  /** Present where items counted nothing, because nobody had scored them, and the result was published with a written reason. */
  readonly unsettled?: Unsettled;
  readonly decision: { readonly code: string | null; readonly issuedOn: Day | null; readonly subject: string };
  /** The scored units and all above them, as the tree stood on `asOf`. */
  readonly tree: readonly TreeUnit[];
  readonly groups: readonly SnapshotGroup[];
};

/** How many items of how many units count nothing in a published result, and why it was published all the same. */
export type Unsettled = { readonly items: number; readonly units: number; readonly reason: string };

export type SnapshotGroup = {
  readonly code: string;
  readonly name: string;
  readonly set: { readonly id: string; readonly number: number; readonly sha256: string | null; readonly content: CriteriaSet };
  readonly units: readonly SnapshotUnit[];
};

export type SnapshotUnit = {
  readonly sheetId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  /** Inputs of the unit itself and the ones that count, by item. */
  readonly selfInputs: UnitInputs;
  readonly inputs: UnitInputs;
  /** The stage that each counting input comes from. */
  readonly stages: Readonly<Record<string, Stage>>;
  /** Where inputs came from that nobody typed; absent in results published before they were kept. */
  readonly sources?: Readonly<Record<string, string>>;
  readonly selfTotal: string;
  readonly result: UnitResult;
  readonly rank: number | null;
};

/** The bytes of a snapshot: keys in alphabetical order, so that the same result is the same text whoever writes it. */
export function snapshotText(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, sorted)}\n`;
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same in a sentence, for whoever reads the result on paper or in a package. */
export function unsettledSentence({ items, units, reason }: Unsettled): string {
  return `Công bố khi còn ${vietnameseNumber(items)} mục của ${vietnameseNumber(units)} đơn vị chưa có điểm; lý do: ${reason.replace(/[.\s]+$/, '')}.`;
}

/** Reads a snapshot back; the text was written by `snapshotText` and is kept unchanged. */
export function readSnapshot(text: string): Snapshot {
  return JSON.parse(text) as Snapshot;
}
