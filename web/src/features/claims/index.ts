// SPDX-License-Identifier: Apache-2.0
export { MarkedReport } from './marked-report.tsx';
