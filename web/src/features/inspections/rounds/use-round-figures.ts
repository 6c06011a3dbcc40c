// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/react-query';
import { visitQuery } from '../model/inspections.api.ts';
import { textRuns } from '../model/quoted-figures.ts';
import type { Figure, RoundSheet } from '../model/types.ts';

/** The figures that texts of a round may quote; they are only read where a text quotes one. */
export function useRoundFigures(round: RoundSheet): readonly Figure[] {
  const quotes = round.statements.some((statement) => textRuns(statement.text).some((run) => 'code' in run));
  const visits = quotes ? round.visits.filter((visit) => visit.figures > 0) : [];
  const sheets = useQueries({ queries: visits.map((visit) => visitQuery(visit.id)) });
  return sheets.flatMap((sheet) => sheet.data?.figures ?? []);
}
