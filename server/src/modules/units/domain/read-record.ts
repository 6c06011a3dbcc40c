// SPDX-License-Identifier: Apache-2.0

/** Whether a parsed JSON value is an object whose fields can be asked for. */
export function isReadRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
