// SPDX-License-Identifier: Apache-2.0
import type { Icon } from '@tabler/icons-react';
import {
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardCheck,
  IconFileText,
  IconFolder,
  IconListCheck,
  IconSettings,
} from '../shared/ui/icons.ts';

export type PlaceKey =
  | 'work'
  | 'inspections'
  | 'scoring'
  | 'dossiers'
  | 'claims'
  | 'documents'
  | 'units'
  | 'procedures'
  | 'accounts'
  | 'calendar'
  | 'hours'
  | 'rules'
  | 'clock_rules'
  | 'checklists'
  | 'audit';
export type Place = { readonly key: PlaceKey; readonly to: string; readonly permission?: string; readonly icon?: Icon };

/** The places named by jobs; one without the permission is not shown. */
export const places: readonly Place[] = [
  { key: 'work', to: '/work', icon: IconListCheck },
  { key: 'inspections', to: '/inspections', permission: 'inspections.read', icon: IconClipboardCheck },
  { key: 'scoring', to: '/scoring', permission: 'scoring.read_rounds', icon: IconChartBar },
  { key: 'dossiers', to: '/dossiers', permission: 'dossiers.read_statistics', icon: IconFolder },
  { key: 'documents', to: '/documents', permission: 'documents.read', icon: IconFileText },
  { key: 'units', to: '/units', permission: 'units.read', icon: IconBuildingCommunity },
];

/** What few people need, under one heading. */
export const administration: readonly Place[] = [
  { key: 'claims', to: '/claims', permission: 'claims.check' },
  { key: 'procedures', to: '/procedures', permission: 'procedures.read' },
  { key: 'accounts', to: '/administration/accounts', permission: 'identity.manage' },
  { key: 'calendar', to: '/administration/calendar', permission: 'calendar.read' },
  { key: 'hours', to: '/administration/working-hours', permission: 'calendar.read' },
  { key: 'rules', to: '/administration/deadline-rules', permission: 'inspections.read_rules' },
  { key: 'clock_rules', to: '/administration/clock-rules', permission: 'dossiers.read_clock_rules' },
  { key: 'checklists', to: '/administration/checklists', permission: 'inspections.read_checklist' },
  { key: 'audit', to: '/administration/audit', permission: 'audit.read' },
];

export const administrationIcon = IconSettings;

/** The places that the person may enter. */
export function openPlaces(list: readonly Place[], permissions: readonly string[]): readonly Place[] {
  return list.filter((place) => !place.permission || permissions.includes(place.permission));
}
