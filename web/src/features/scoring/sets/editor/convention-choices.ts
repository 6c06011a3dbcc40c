// SPDX-License-Identifier: Apache-2.0

/** Conventions that are chosen from words, in the order in which they work. */
export const conventionChoices = [
  { name: 'rounding', values: ['half_up', 'half_even', 'truncate'] },
  { name: 'roundAt', values: ['items', 'total'] },
  { name: 'notApplicable', values: ['rescale', 'share', 'refuse'] },
  { name: 'aboveMaximum', values: ['cap', 'keep'] },
  { name: 'compareBy', values: ['shown', 'exact'] },
] as const;
