// SPDX-License-Identifier: Apache-2.0
export { MarkedReport, type ReportClaim } from './marked-report.tsx';
