// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { capitalised } from '../../shared/format/text.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { plainKey, type Wording } from './audit-facts.ts';

const steps = ['inspections:step', 'inspections:visit_step', 'actions:state', 'documents:state'];

/** Where the words of a key's values stand; the first place that knows a value says it. */
const valuePlaces: Readonly<Record<string, readonly string[]>> = {
  certainty: ['inspections:checklists'],
  dayKind: ['inspections:deadline_card'],
  direction: ['documents:direction'],
  form: ['inspections:form'],
  from: steps,
  kind: ['inspections:statements.kind', 'inspections:figures.kinds', 'documents:attachment_kind', 'units:kind'],
  level: ['units:level'],
  mark: ['units:mark'],
  module: ['common:nav'],
  move: ['actions:move'],
  reformField: ['common:field'],
  reformFields: ['common:field'],
  role: ['common:role', 'inspections:round.role_names'],
  severity: ['inspections:statements.severities'],
  source: ['documents:source'],
  state: ['actions:state', 'documents:state'],
  to: steps,
  type: ['audit:type'],
  urgency: ['documents:urgencies'],
  verdict: ['inspections:checklist.verdict', 'inspections:figures.verdicts'],
};
/** A figure that a text quotes by its code. */
const quoted = /\{\{figure:([a-z0-9_]+)(?::[a-z]+)?\}\}/g;
const ungrouped = new Set(['year', 'number', 'paragraph', 'version', 'seed', 'sha256', 'code', 'firstNumber']);

/** How the log is said in the language of the screen; the words of the other rooms are fetched with it. */
export function useAuditWords(): Wording {
  const { t, i18n } = useTranslation(['audit', 'common', 'inspections', 'documents', 'actions', 'units']);
  const format = useFormat();
  const find = (place: string, key: string): string | null => {
    const [namespace = '', path = ''] = place.split(':');
    const word: unknown = i18n.getResource(i18n.language, namespace, path ? `${path}.${key}` : key);
    return typeof word === 'string' ? word : null;
  };
  const inWords = (key: string, value: string): string | null => {
    for (const place of valuePlaces[key] ?? []) {
      const word = find(place, value);
      if (word) return word;
    }
    return null;
  };
  const withQuotes = (text: string): string => text.replace(quoted, (_, code: string) => t('audit:quoted', { code }));
  return {
    label: (key) => find('audit:key', key) ?? capitalised(plainKey(key)),
    value: (key, value) => {
      if (typeof value === 'boolean') return t(value ? 'audit:yes' : 'audit:no');
      if (typeof value === 'number') return ungrouped.has(key) ? String(value) : format.number(value);
      if (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(value)) return format.instant(value);
      return inWords(key, value) ?? withQuotes(format.day(value));
    },
    none: t('audit:none'),
    some: (count) => t('audit:some', { count }),
    ids: (count) => t('audit:ids', { count }),
    open: t('audit:open'),
  };
}
