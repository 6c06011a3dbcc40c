// SPDX-License-Identifier: Apache-2.0
import type { Placements } from '#platform/distribution/plan';

/**
 * Where each table lies when the database is spread over several machines: the big ones by the unit that receives, side by side, so
 * that a dossier, its history and the tree above its unit are on one machine. Tables with foreign keys or triggers, and tables that
 * are not logged, stay on the coordinating machine by themselves; every other table has to be named here.
 */
export const placements: Placements = {
  'dossiers.dossier': { by: 'unit_id' },
  'dossiers.step': { by: 'unit_id' },
  'dossiers.applicant': { by: 'unit_id' },
  'dossiers.handed_paper': { by: 'unit_id' },
  'dossiers.attachment': { by: 'unit_id' },
  'dossiers.lookup_key': { by: 'unit_id' },
  'dossiers.tally': { by: 'unit_id' },
  'dossiers.tally_part': { by: 'unit_id' },
  'dossiers.stock': { by: 'unit_id' },
  'dossiers.tally_change': { by: 'unit_id' },
  'units.lineage_by_unit': { by: 'descendant_id' },

  // Every change passes by here. Known to the extension, it makes each of them a commit in two phases: a dossier on one machine and
  // its audit entry on another are both there or neither is.
  'audit.entry': 'known',
  'audit.head': 'coordinator',

  'calendar.legal_period': 'coordinator',
  'calendar.working_hours': 'coordinator',
  'dossiers.clock_rule': 'coordinator',
  'dossiers.entry_request': 'coordinator',
  'dossiers.import_mapping': 'coordinator',
  'dossiers.lookup_attempt': 'coordinator',
  'dossiers.online_use': 'coordinator',
  'dossiers.serial': 'coordinator',
  'dossiers.stock_day': 'coordinator',
  'figures.cell': 'coordinator',
  'figures.validation_rule': 'coordinator',
  'identity.rate_limit': 'coordinator',
  'identity.verification': 'coordinator',
  'inspections.deadline_rule': 'coordinator',
  'platform.mail': 'coordinator',
  'platform.migration': 'coordinator',
  'platform.outbox': 'coordinator',
  'platform.setting': 'coordinator',
};
