// SPDX-License-Identifier: Apache-2.0
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import type { IndexRules } from '../../domain/service-index/rules.ts';

/** The versions of the index's rules, kept as data with their validity and citation. */
export const indexVersions: readonly IndexRules[] = content.versions as readonly IndexRules[];
