// SPDX-License-Identifier: Apache-2.0

export { canonicalJson } from './domain/criteria/canonical-json.ts';
export type {
  Certainty,
  Conventions,
  CriteriaNode,
  CriteriaSet,
  Grade,
  ScoringMethod,
  SetLevel,
  SetState,
} from './domain/criteria/criteria-set.ts';
export { type Fault, faultSentence } from './domain/criteria/fault.ts';
export { findFaults } from './domain/criteria/find-faults.ts';
export type { Rule, RuleKind } from './domain/criteria/rule.ts';
export { compileSet } from './domain/engine/compile-set.ts';
export type { CompiledSet } from './domain/engine/compiled-set.ts';
export type { ItemInput, UnitInputs } from './domain/engine/input.ts';
export { comparedIndex, competitionRanks } from './domain/engine/rank.ts';
export type { ItemResult, NodeResult, ScoreStep, UnitResult } from './domain/engine/result.ts';
export { scoreUnit } from './domain/engine/score-unit.ts';
export { scoringErrors } from './domain/errors.ts';
export { serviceIndexErrors } from './domain/service-index/errors.ts';
export { type CarriedNode, carryOver } from './domain/versions/carry-over.ts';
export { type Explanation, explainItem } from './domain/wording/explain-item.ts';
export { ruleWords } from './domain/wording/rule-words.ts';
export { seedDemoScoring } from './usecases/cycle/seed-demo-rounds.ts';
export { type Belonging, readHash } from './usecases/package/compare-publication.ts';
export { openDataPackage } from './usecases/package/read-package.ts';
export { type Replay, replayPackage } from './usecases/package/replay-package.ts';
export { seedCriteriaSets } from './usecases/seed-criteria-sets.ts';
export { type IndexFile, type IndexImport, importIndexAnswer } from './usecases/service-index/import-answer.ts';
export { importPortalRun } from './usecases/service-index/import-portal-run.ts';
export { type RecomputedFile, recomputeLines } from './usecases/service-index/recompute-lines.ts';
export { seedNationalTable } from './usecases/service-index/seed-national-table.ts';
export { getSet, listSets } from './usecases/sets/read-sets.ts';
