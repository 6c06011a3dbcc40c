// SPDX-License-Identifier: Apache-2.0

/** Where the input of a score came from when nobody typed it; kept beside the score, so that it opens to its source. */
export type ScoreOrigin =
  | { readonly kind: 'survey'; readonly importId: string; readonly number: number }
  | {
      readonly kind: 'figure';
      readonly indicatorId: string;
      readonly indicatorCode: string;
      readonly unitId: string;
      readonly period: string;
      /** Null for a sum of several units. */
      readonly revisionId: string | null;
    }
  | {
      readonly kind: 'service_index';
      readonly unitKey: string;
      readonly metric: string;
      readonly period: string;
      readonly sourceId: string;
    }
  | { readonly kind: 'own_dossiers'; readonly unitId: string; readonly metric: string; readonly period: string };
