// SPDX-License-Identifier: Apache-2.0

export type { OriginInUse } from './domain/figure.ts';
export type { IndicatorVersion } from './domain/indicator.ts';
export type { Period } from './domain/period.ts';
export { type ComputeAsked, computeFigures } from './usecases/compute-figures.ts';
export { seedDemoFigures } from './usecases/demo/seed-demo-figures.ts';
export { type EnteredCell, type EnterResult, enterFigures } from './usecases/enter-figures.ts';
export { type FigureInUse, figureInUse, figuresInUse, type InUseAsked } from './usecases/figures-in-use.ts';
export { getPeriod, listPeriods } from './usecases/get-period.ts';
export { listIndicators } from './usecases/manage-indicators.ts';
