// SPDX-License-Identifier: Apache-2.0
import type { CriteriaSet } from '../criteria/criteria-set.ts';

/** A set with nothing in it yet: what a blank workbook holds, and what everything differs from where nothing came before. */
export const emptySet: CriteriaSet = {
  level: 'commune',
  year: 2026,
  title: '',
  validFrom: '2026-01-01',
  validTo: null,
  legalBasis: '',
  certainty: 'official',
  note: '',
  maximum: '100',
  conventions: {
    rounding: 'half_up',
    decimals: 2,
    roundAt: 'items',
    indexDecimals: 2,
    notApplicable: 'rescale',
    aboveMaximum: 'cap',
    compareBy: 'shown',
  },
  grades: [],
  nodes: [],
};
