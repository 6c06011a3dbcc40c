// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Grant } from '#platform/auth/actor';
import { ownRoots } from './held.ts';

const aboveOrganiser = new Set(['province', 'district']);
const grant = (role: Grant['role'], unitId: string): Grant => ({ role, unitId, reformFields: null });

test('whose right to score lies below the organiser belongs to the units that it covers', () => {
  expect(ownRoots([grant('unit_officer', 'commune'), grant('unit_leader', 'agency')], aboveOrganiser)).toEqual(['commune', 'agency']);
});

test('a right to score at the organiser or above it belongs to no single unit, nor does a right of another role', () => {
  const grants = [grant('unit_officer', 'district'), grant('unit_leader', 'province'), grant('par_officer', 'commune')];

  expect(ownRoots(grants, aboveOrganiser)).toEqual([]);
});
