// SPDX-License-Identifier: Apache-2.0
export { type Recommendation, recommendationsKey, recommendationsQuery } from './actions.api.ts';
export { RecommendationTable } from './recommendation-table.tsx';
