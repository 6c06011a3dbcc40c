// SPDX-License-Identifier: Apache-2.0

export { type Shape, shapesOf } from './map-shapes.ts';
export { UnitName } from './unit-name.tsx';
export { UnitPicker } from './unit-picker.tsx';
export { type UnitMap, unitChildrenQuery, unitMapQuery, unitSearchQuery, unitSheetQuery, unitTreeQuery } from './units.api.ts';
