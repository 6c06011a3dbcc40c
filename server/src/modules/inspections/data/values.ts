// SPDX-License-Identifier: Apache-2.0
import { type ReformField, reformFields } from '#kernel/reform-fields';
import type { FigurePart } from '../domain/figures.ts';

/** A stored word as one of the words the program knows; the first of them stands in for a word of a later release. */
export function oneOf<T extends string>(words: readonly [T, ...T[]], text: string): T {
  return words.find((word) => word === text) ?? words[0];
}

export function fieldOrNull(text: string | null): ReformField | null {
  return reformFields.find((field) => field === text) ?? null;
}

export function fieldsOf(texts: readonly string[]): ReformField[] {
  return reformFields.filter((field) => texts.includes(field));
}

/** A person of the inspected unit as the minutes name them: by position, with a name where one is known. */
export type Representative = { readonly name: string | null; readonly position: string };

export type TimetableEntry = { readonly at: string; readonly what: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const records = (value: unknown): Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export function representativesOf(value: unknown): Representative[] {
  return records(value).map((entry) => ({ name: textOf(entry['name']) || null, position: textOf(entry['position']) }));
}

export function timetableOf(value: unknown): TimetableEntry[] {
  return records(value).map((entry) => ({ at: textOf(entry['at']), what: textOf(entry['what']) }));
}

export function partsOf(value: unknown): FigurePart[] {
  return records(value).map((entry) => ({ label: textOf(entry['label']), value: textOf(entry['value']) }));
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** Results of a sample by dossier code. */
export type SampleResult = { readonly ok: boolean; readonly note: string | null };

export function sampleResultsOf(value: unknown): Readonly<Record<string, SampleResult>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([code, result]) =>
      isRecord(result) ? [[code, { ok: result['ok'] === true, note: textOf(result['note']) || null }]] : [],
    ),
  );
}
