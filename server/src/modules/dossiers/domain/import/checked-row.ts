// SPDX-License-Identifier: Apache-2.0

/** A row that can become a dossier; moments are milliseconds since 1970. */
export type CheckedRow = {
  code: string;
  unitId: string;
  procedureId: string;
  procedureVersion: number;
  channel: number;
  status: number;
  applicantName: string;
  subject: string | null;
  submittedAt: number | null;
  receivedAt: number | null;
  dueAt: number | null;
  pausedAt: number | null;
  finishedAt: number | null;
  returnedAt: number | null;
  stateAt: number;
  applicantKind: number;
  identityNumber: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
};

export function emptyRow(): CheckedRow {
  return {
    code: '',
    unitId: '',
    procedureId: '',
    procedureVersion: 0,
    channel: 1,
    status: 1,
    applicantName: '',
    subject: null,
    submittedAt: null,
    receivedAt: null,
    dueAt: null,
    pausedAt: null,
    finishedAt: null,
    returnedAt: null,
    stateAt: 0,
    applicantKind: 1,
    identityNumber: null,
    phone: null,
    email: null,
    address: null,
  };
}
