// SPDX-License-Identifier: Apache-2.0
import { api } from '../shared/api/client.ts';
import type { Answer } from '../shared/api/operations.ts';
import { asProblem } from '../shared/api/problem.ts';
import { formatDay } from '../shared/format/days.ts';
import { capitalised } from '../shared/format/text.ts';
import { fitOfCode, fitOfName, fits, isDossierCode, isNumber } from './search-rank.ts';

export type Found = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly to: string;
  /** How well it fits what was typed. */
  readonly fit: number;
};
export type SearchSource = {
  readonly key: 'units' | 'rounds' | 'documents' | 'dossiers';
  readonly permission: string;
  readonly find: (query: string) => Promise<readonly Found[]>;
};

const limit = 8;

async function findUnits(search: string): Promise<readonly Found[]> {
  const { rows } = await api.get<Answer<'listUnits'>>('/units', { search, limit });
  return rows.map((unit) => ({
    id: unit.id,
    title: unit.name,
    detail: unit.code,
    to: `/units/${unit.id}`,
    fit: unit.code === search ? fits.unitCode : fitOfName(search, unit.name),
  }));
}

async function findDocuments(search: string): Promise<readonly Found[]> {
  const { rows } = await api.get<Answer<'listDocuments'>>('/documents', {
    search,
    limit,
    // Of many that hold the digits, the one with that very number is the lowest.
    ...(isNumber(search) ? { sort: 'number', order: 'asc' } : {}),
  });
  return rows.map((document) => ({
    id: document.id,
    title: document.code ? `${document.code} · ${capitalised(document.subject)}` : capitalised(document.subject),
    detail: document.issuedOn ? formatDay(document.issuedOn) : '',
    to: `/documents/${document.id}`,
    fit: fitOfCode(search, document.code),
  }));
}

async function findRounds(search: string): Promise<readonly Found[]> {
  const { rows } = await api.get<Answer<'listRounds'>>('/inspections/rounds', { search, limit });
  return rows.map((round) => ({
    id: round.id,
    title: round.title,
    detail: String(round.year),
    to: `/inspections/${round.id}`,
    fit: fitOfName(search, round.title),
  }));
}

/** A code in full names a dossier that may be closed since; words find those that are still open. */
async function findDossiers(search: string): Promise<readonly Found[]> {
  if (isDossierCode(search)) {
    const code = search.toUpperCase();
    const answer = await api.get<Answer<'readDossier'>>(dossierAddress(code)).catch((error: unknown) => {
      if (asProblem(error).status === 404) return null;
      throw error;
    });
    if (!answer) return [];
    return [{ id: code, title: code, detail: answer.dossier.applicantName, to: dossierAddress(code), fit: fits.code }];
  }
  const { rows } = await api.get<Answer<'readDossierWorkList'>>('/dossiers/work-list', { search, limit });
  return rows.map(({ code, procedureName, applicantName }) => ({
    id: code,
    title: `${code} · ${procedureName}`,
    detail: applicantName,
    to: dossierAddress(code),
    fit: fitOfName(search, applicantName),
  }));
}

const dossierAddress = (code: string): string => `/dossiers/${encodeURIComponent(code)}`;

/** The lists that are searched; the server folds diacritics away. */
export const searchSources: readonly SearchSource[] = [
  { key: 'rounds', permission: 'inspections.read', find: findRounds },
  { key: 'units', permission: 'units.read', find: findUnits },
  { key: 'dossiers', permission: 'dossiers.read', find: findDossiers },
  { key: 'documents', permission: 'documents.read', find: findDocuments },
];
