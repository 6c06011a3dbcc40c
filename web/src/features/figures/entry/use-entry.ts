// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../../shared/api/problem.ts';
import { useUnsaved } from '../../../shared/session/unsaved.ts';
import { enterFigures, type FigureGrid, figuresKey } from '../figures.api.ts';
import { redo, type Sheet, sheetOf, undo } from './sheet.ts';

/** How a figure of the sheet stands: typed and waiting, on its way, recorded, or refused with the reason. */
export type EntryState =
  | { readonly kind: 'waiting' | 'saving' | 'saved' | 'incomplete' }
  | { readonly kind: 'refused'; readonly sentence: string };

type Written = { readonly numerator: string; readonly denominator: string };
const pauseMs = 700;

/** A sheet that records each figure by itself a moment after it was typed; what is refused stays typed, with the reason. */
export function useEntry(grid: FigureGrid) {
  const [sheet, setSheet] = useState<Sheet>(() =>
    sheetOf(grid.rows.map((row) => grid.columns.map((column) => textOf(row.cells[column.indicatorId]?.[column.part])))),
  );
  const { states, isWaiting, warnings, evidence, attach } = useSaving(grid, sheet);
  useUnsaved(isWaiting || [...states.values()].some((state) => state.kind !== 'saved'));
  return {
    sheet,
    states,
    warnings,
    evidence,
    attach,
    change: (next: Sheet) => setSheet(next),
    undo: () => setSheet(undo),
    redo: () => setSheet(redo),
  };
}

export type EntryWarning = EnteredAnswer['warnings'][number];
type EnteredAnswer = Awaited<ReturnType<typeof enterFigures>>;
/** The evidence files attached on this screen, by figure. */
export type Evidence = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

function useSaving(grid: FigureGrid, sheet: Sheet) {
  const client = useQueryClient();
  const [states, setStates] = useState<ReadonlyMap<string, EntryState>>(new Map());
  const [isWaiting, setWaiting] = useState(false);
  const [warnings, setWarnings] = useState<readonly EntryWarning[]>([]);
  const [evidence, setEvidence] = useState<Evidence>(new Map());
  const seen = useRef(numbersOf(grid));
  const recorded = useRef(writtenOf(grid, sheet));
  const queue = useRef<Promise<void>>(Promise.resolve());
  const mark = useCallback(
    (keys: readonly string[], state: EntryState) => setStates((now) => new Map([...now, ...keys.map((key) => [key, state] as const)])),
    [],
  );
  const record = useCallback(
    async (entries: readonly Entry[], files: Evidence) => {
      for (const [period, ofPeriod] of byPeriod(entries)) {
        const keys = ofPeriod.map(([key]) => key);
        mark(keys, { kind: 'saving' });
        try {
          const answer = await enterFigures({ period, cells: ofPeriod.map((one) => cellOf(one, seen.current, files)) });
          mark(keys, { kind: 'saved' });
          for (const one of answer.saved) seen.current.set(keyOf({ ...one, period }), one.number);
          for (const one of answer.refused) {
            // Typing it again records it over what the other has written, which by then has been shown.
            seen.current.set(keyOf({ ...one, period }), one.number);
            mark([keyOf({ ...one, period })], { kind: 'refused', sentence: refusalOf(one) });
          }
          setWarnings(answer.warnings);
        } catch (error) {
          mark(keys, { kind: 'refused', sentence: asProblem(error).detail });
        }
      }
      await client.invalidateQueries({ queryKey: figuresKey, refetchType: 'none' });
    },
    [client, mark],
  );
  const save = useCallback(async () => {
    const changed = changedFrom(recorded.current, writtenOf(grid, sheet));
    setWaiting(false);
    const complete = changed.filter(([key, written]) => isComplete(grid, key, written));
    const keys = complete.map(([key]) => key);
    mark(
      changed.map(([key]) => key).filter((key) => !keys.includes(key)),
      { kind: 'incomplete' },
    );
    if (keys.length === 0) return;
    for (const [key, written] of complete) recorded.current.set(key, written);
    await record(complete, evidence);
  }, [evidence, grid, mark, record, sheet]);
  useEffect(() => {
    // One after the other: a later request names the revisions that the earlier one has made.
    // What was typed in the last moment is asked for when the page is left: the timer does not outlive it.
    setWaiting(changedFrom(recorded.current, writtenOf(grid, sheet)).length > 0);
    const timer = setTimeout(() => {
      queue.current = queue.current.then(save);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [grid, save, sheet]);
  /** Attaches a file to a figure: one that is recorded is recorded again with it, one still to be typed takes it along. */
  const attach = useCallback(
    (key: string, file: { readonly id: string; readonly name: string }) => {
      const files: Evidence = new Map([...evidence, [key, file]]);
      setEvidence(files);
      const written = recorded.current.get(key);
      if (written && written.numerator + written.denominator !== '')
        queue.current = queue.current.then(() => record([[key, written]], files));
    },
    [evidence, record],
  );
  return { states, isWaiting, warnings, evidence, attach };
}

type Key = { readonly unitId: string; readonly indicatorId: string; readonly period: string };
type Entry = readonly [key: string, written: Written];

/** Names a figure of the sheet. */
export const keyOf = ({ unitId, indicatorId, period }: Key): string => `${unitId} ${indicatorId} ${period}`;

/** The parts of a figure's name. */
export function placeOf(key: string): Key {
  const [unitId = '', indicatorId = '', period = ''] = key.split(' ');
  return { unitId, indicatorId, period };
}

/** The figures whose typed parts differ from what was last sent. */
function changedFrom(recorded: ReadonlyMap<string, Written>, written: ReadonlyMap<string, Written>): Entry[] {
  return [...written].filter(([key, one]) => !isSame(one, recorded.get(key)));
}

function byPeriod(entries: readonly Entry[]): Map<string, Entry[]> {
  const grouped = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { period } = placeOf(entry[0]);
    grouped.set(period, [...(grouped.get(period) ?? []), entry]);
  }
  return grouped;
}

function numbersOf(grid: FigureGrid): Map<string, number> {
  return new Map(
    grid.rows.flatMap(({ unitId, period, cells }) =>
      Object.entries(cells).map(([indicatorId, cell]): [string, number] => [keyOf({ unitId, indicatorId, period }), cell.number]),
    ),
  );
}

function cellOf([key, written]: Entry, seen: ReadonlyMap<string, number>, evidence: Evidence) {
  const { unitId, indicatorId } = placeOf(key);
  return {
    unitId,
    indicatorId,
    numerator: written.numerator || null,
    denominator: written.denominator || null,
    seen: seen.get(key) ?? 0,
    evidenceFileId: evidence.get(key)?.id ?? null,
  };
}

/** Why a figure was refused, with what stands there now. */
function refusalOf({
  sentence,
  numerator,
  denominator,
}: { readonly sentence: string } & { readonly numerator: string | null; readonly denominator: string | null }): string {
  return numerator === null
    ? sentence
    : `${sentence} [${[numerator, denominator]
        .filter((part) => part !== null)
        .map(textOf)
        .join(' ÷ ')}]`;
}

const textOf = (part: string | null | undefined): string => (part ?? '').replace('.', ',');
const isSame = (a: Written, b: Written | undefined): boolean =>
  a.numerator === (b?.numerator ?? '') && a.denominator === (b?.denominator ?? '');

/** The typed parts of each figure, by its name. */
function writtenOf(grid: FigureGrid, sheet: Sheet): Map<string, Written> {
  const written = new Map<string, Written>();
  grid.rows.forEach((row, r) => {
    grid.columns.forEach((column, c) => {
      const key = keyOf({ ...row, indicatorId: column.indicatorId });
      written.set(key, { ...(written.get(key) ?? { numerator: '', denominator: '' }), [column.part]: sheet.texts[r]?.[c] ?? '' });
    });
  });
  return written;
}

/** A figure is recorded when all its typed parts are there, or none of them. */
function isComplete(grid: FigureGrid, key: string, written: Written): boolean {
  const { indicatorId } = placeOf(key);
  const parts = grid.columns.filter((column) => column.indicatorId === indicatorId).map((column) => written[column.part] !== '');
  return parts.every((one) => one) || parts.every((one) => !one);
}
