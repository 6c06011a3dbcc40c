// SPDX-License-Identifier: Apache-2.0
export type { NewRecommendation, Recommendation, RecommendationFilter } from './data/recommendations.repo.ts';
export {
  isOverdue,
  isSettled,
  type RecommendationMove,
  type RecommendationState,
  recommendationStates,
} from './domain/recommendation-states.ts';
export {
  createRecommendation,
  editRecommendation,
  judgeRemediation,
  moveRecommendation,
  type RecommendationEdit,
  type RemediationReport,
  releaseRecommendations,
  reportRemediation,
  withdrawRecommendation,
} from './usecases/manage-recommendations.ts';
export { actionMeasures } from './usecases/offered-measures.ts';
export {
  getRecommendation,
  listRecommendations,
  type RecommendationSheet,
  type RecommendationToday,
} from './usecases/read-recommendations.ts';
