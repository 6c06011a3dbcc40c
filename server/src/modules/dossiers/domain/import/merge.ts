// SPDX-License-Identifier: Apache-2.0

/** The event of a step that came with a file; the desk's own events count from 1. */
export const importedEvent = 20;
