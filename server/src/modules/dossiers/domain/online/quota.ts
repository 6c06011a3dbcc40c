// SPDX-License-Identifier: Apache-2.0

/** What citizens may send in a day: one network, which may be that of a whole office or post office, and all together. */
export const dailyQuota = {
  address: { submissions: 300, bytes: 2 * 1_073_741_824 },
  all: { submissions: 20_000, bytes: 40 * 1_073_741_824 },
} as const;

export type OnlineUse = { readonly submissions: number; readonly bytes: number };

/** Whether what was used, the submission at hand included, still lies within the quota. */
export function isWithin(used: OnlineUse, quota: OnlineUse): boolean {
  return used.submissions <= quota.submissions && used.bytes <= quota.bytes;
}
