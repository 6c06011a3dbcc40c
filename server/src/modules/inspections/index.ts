// SPDX-License-Identifier: Apache-2.0
export { type AvailableStep, type Capacity, capacities } from './domain/steps.ts';
export { type RoundForm, type RoundStep, roundForms, roundSteps, type VisitStep, visitSteps } from './domain/vocabulary.ts';
export { seedChecklist } from './usecases/seed-checklist.ts';
export { seedDemoRounds } from './usecases/seed-demo-rounds.ts';
