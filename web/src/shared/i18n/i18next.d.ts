// SPDX-License-Identifier: Apache-2.0
import 'i18next';
import type actions from './vi/actions.json';
import type administration from './vi/administration.json';
import type calendar from './vi/calendar.json';
import type claims from './vi/claims.json';
import type common from './vi/common.json';
import type documents from './vi/documents.json';
import type identity from './vi/identity.json';
import type inspections from './vi/inspections.json';
import type log from './vi/log.json';
import type units from './vi/units.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      actions: typeof actions;
      administration: typeof administration;
      calendar: typeof calendar;
      claims: typeof claims;
      common: typeof common;
      documents: typeof documents;
      identity: typeof identity;
      inspections: typeof inspections;
      log: typeof log;
      units: typeof units;
    };
  }
}
