// SPDX-License-Identifier: Apache-2.0

/** The codes of a pasted list, one a line; a code that stands twice counts once, as it does in the draw. */
export function codesOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** A whole number that was typed, with or without the points between thousands; null where it is none. */
export function wholeNumberOf(text: string): number | null {
  const digits = text.trim().replace(/[.\s]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : null;
}

/** What is found in one dossier; null as long as it was not looked at. */
export type DossierResult = { readonly ok: boolean; readonly note: string | null };
export type DossierResults = Readonly<Record<string, DossierResult>>;

/** How many of the chosen dossiers were looked at, and how many of those hold an error. */
export function countResults(chosen: readonly string[], results: DossierResults): { examined: number; faulty: number } {
  const found = chosen.flatMap((code) => results[code] ?? []);
  return { examined: found.length, faulty: found.filter((result) => !result.ok).length };
}
