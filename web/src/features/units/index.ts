// SPDX-License-Identifier: Apache-2.0
export { UnitPicker } from './unit-picker.tsx';
export { unitSearchQuery } from './units.api.ts';
