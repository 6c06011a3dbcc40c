// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, isDay } from '#kernel/dates';
import { type IndexPeriod, readPeriod, writePeriod } from '../../domain/service-index/period.ts';
import { type PortalRow, readPortalAnswer } from '../../domain/service-index/portal-answer.ts';
import { readRequest } from '../../domain/service-index/portal-request.ts';
import { type IndexRules, rulesOn } from '../../domain/service-index/rules.ts';
import { indexVersions } from './rules-data.ts';

/** What is known of a file beside its content; the file's own words go before. */
export type SaidOfFile = {
  /** Such as `2026`, `2026-Q3`, `2026-08`. */
  readonly period?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly procedure?: string | undefined;
  /** The request that the answer came to, where it is kept beside it. */
  readonly request?: unknown;
};

export type ReadFile = {
  readonly rules: IndexRules;
  readonly period: IndexPeriod;
  readonly procedure: string | null;
  readonly asOf: Day | null;
  /** Where a kept table says that it comes from. */
  readonly note: string | null;
  readonly isKeptTable: boolean;
  readonly rows: readonly PortalRow[];
};

const problemCodes = {
  shape: 'scoring.index_answer_shape',
  number: 'scoring.index_answer_number',
  unit: 'scoring.index_answer_unit',
} as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON file with an answer of the portal: the answer alone, an answer with its request
 * (`{"request": …, "receivedAt": …, "response": …}`), or a kept table of all provinces.
 *
 * @throws AppError `scoring.index_answer_not_json`, `scoring.index_answer_not_ok`, `scoring.index_answer_shape`,
 * `scoring.index_answer_number`, `scoring.index_answer_unit`, `scoring.index_period_missing`, `scoring.index_period_wrong`,
 * `scoring.index_period_differs`
 */
export function readIndexFile(text: string, said: SaidOfFile): ReadFile {
  const file = parsed(text);
  const answer = isFields(file['response']) ? file['response'] : file;
  if (typeof answer['code'] === 'string' && answer['code'] !== 'OK')
    throw new AppError('invalid', 'scoring.index_answer_not_ok', { code: answer['code'].slice(0, 60) });
  const own = readRequest(said.request ?? bodyOf(file['request']));
  const given = said.period === undefined ? undefined : readPeriod(said.period);
  if (said.period !== undefined && !given)
    throw new AppError('invalid', 'scoring.index_period_wrong', { period: said.period.slice(0, 20) });
  const period = own?.period ?? given;
  if (!period) throw new AppError('invalid', 'scoring.index_period_missing');
  if (given && writePeriod(given) !== writePeriod(period))
    throw new AppError('invalid', 'scoring.index_period_differs', { given: writePeriod(given), own: writePeriod(period) });
  const rules = rulesOn(indexVersions, period.to);
  const rows = readPortalAnswer(rules, answer);
  if ('problem' in rows) throw new AppError('invalid', problemCodes[rows.problem], { place: rows.place.slice(0, 200) });
  if (rows.length === 0) throw new AppError('invalid', 'scoring.index_answer_shape', { place: 'data' });
  const isKeptTable = Array.isArray(answer['provinces']);
  return {
    rules,
    period,
    procedure: own?.procedure ?? said.procedure ?? null,
    asOf: dayIn(file['receivedAt']) ?? dayIn(file['date']) ?? said.asOf ?? null,
    note: isKeptTable && typeof file['source'] === 'string' ? file['source'].slice(0, 500) : null,
    isKeptTable,
    rows,
  };
}

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isFields(value)) return value;
  } catch {
    // Answered below like every other text that is no object.
  }
  throw new AppError('invalid', 'scoring.index_answer_not_json');
}

/** A request is kept as its body, or as path and body. */
function bodyOf(request: unknown): unknown {
  return isFields(request) && isFields(request['body']) ? request['body'] : request;
}

function dayIn(value: unknown): Day | undefined {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(day) ? day : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
