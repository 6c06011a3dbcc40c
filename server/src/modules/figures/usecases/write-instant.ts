// SPDX-License-Identifier: Apache-2.0

/** An instant in Việt Nam's time, `20:31 ngày 28/11/2026`; the database gives it with its offset. */
export function writeInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}
