// SPDX-License-Identifier: Apache-2.0
import 'i18next';
import type actions from './vi/actions.json';
import type administration from './vi/administration.json';
import type audit from './vi/audit.json';
import type calendar from './vi/calendar.json';
import type citizen from './vi/citizen.json';
import type claims from './vi/claims.json';
import type clock from './vi/clock.json';
import type common from './vi/common.json';
import type crossTable from './vi/cross-table.json';
import type cycle from './vi/cycle.json';
import type desk from './vi/desk.json';
import type documents from './vi/documents.json';
import type dossiers from './vi/dossiers.json';
import type evidence from './vi/evidence.json';
import type figures from './vi/figures.json';
import type identity from './vi/identity.json';
import type imports from './vi/imports.json';
import type inspections from './vi/inspections.json';
import type log from './vi/log.json';
import type opening from './vi/opening.json';
import type procedures from './vi/procedures.json';
import type review from './vi/review.json';
import type rules from './vi/rules.json';
import type serviceIndex from './vi/service-index.json';
import type sets from './vi/sets.json';
import type survey from './vi/survey.json';
import type units from './vi/units.json';
import type whatIf from './vi/what-if.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      actions: typeof actions;
      administration: typeof administration;
      audit: typeof audit;
      calendar: typeof calendar;
      citizen: typeof citizen;
      claims: typeof claims;
      clock: typeof clock;
      common: typeof common;
      'cross-table': typeof crossTable;
      cycle: typeof cycle;
      desk: typeof desk;
      documents: typeof documents;
      dossiers: typeof dossiers;
      evidence: typeof evidence;
      figures: typeof figures;
      identity: typeof identity;
      imports: typeof imports;
      inspections: typeof inspections;
      log: typeof log;
      opening: typeof opening;
      procedures: typeof procedures;
      review: typeof review;
      rules: typeof rules;
      'service-index': typeof serviceIndex;
      sets: typeof sets;
      survey: typeof survey;
      units: typeof units;
      'what-if': typeof whatIf;
    };
  }
}
