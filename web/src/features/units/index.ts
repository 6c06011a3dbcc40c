// SPDX-License-Identifier: Apache-2.0
export { UnitPicker } from './unit-picker.tsx';
export { unitChildrenQuery, unitSearchQuery } from './units.api.ts';
