// SPDX-License-Identifier: Apache-2.0
export { UrgentCalendarGaps } from './gaps.tsx';
