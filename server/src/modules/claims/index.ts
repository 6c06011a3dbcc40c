// SPDX-License-Identifier: Apache-2.0
export { runCheckCommand } from './cli.ts';
export type { Claim, ClaimKind, Verdict } from './domain/claim.ts';
export { type ClaimsErrorCode, claimsErrors } from './domain/errors.ts';
export type { Finding, FindingCode, FindingParams } from './domain/finding.ts';
export { checkText, type TextReport } from './usecases/check-text.ts';
export { readReportApart } from './usecases/read-report-apart.ts';
export { readReportText } from './usecases/read-report-text.ts';
