// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { visitRights } from '../model/rights.ts';
import type { ChecklistGroup, VisitSheet } from '../model/types.ts';
import css from './answers.module.css';
import { ChecklistItem } from './checklist-item.tsx';

/** The checklist by group; answers are kept as they are given. */
export function ChecklistTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [address] = useSearchParams();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const group =
    visit.fields.find((field) => field.code === address.get('group')) ?? visit.fields.find((field) => field.isMine) ?? visit.fields[0];
  if (!group) return <Empty title={t('checklist.none')} />;
  const editable = visitRights(visit).answers && group.isMine;
  return (
    <div className={css['layout']}>
      <nav className={css['groups']} aria-label={t('visit.tabs.checklist')}>
        <ul>
          {visit.fields.map((field) => (
            <GroupLink key={field.code} group={field} isCurrent={field.code === group.code} />
          ))}
        </ul>
      </nav>
      <section aria-label={group.name}>
        <div className={css['head']}>
          <h2>{group.name}</h2>
          <p className="soft small digits">
            {t('checklist.summary', {
              meets: group.counts.meets,
              partly: group.counts.partly,
              fails: group.counts.fails,
              na: group.counts.notApplicable,
            })}
          </p>
          <div className="row">
            <Checkbox
              size="sm"
              label={t('checklist.only_open')}
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
              className="no-print"
            />
            <span className="soft small">
              {editable ? t('checklist.keys') : group.isMine ? t('checklist.readonly') : t('checklist.not_mine')}
            </span>
          </div>
        </div>
        <Items key={group.code} visit={visit} group={group} onlyOpen={onlyOpen} editable={editable} />
      </section>
    </div>
  );
}

function GroupLink({ group, isCurrent }: { readonly group: ChecklistGroup; readonly isCurrent: boolean }) {
  const { t } = useTranslation('inspections');
  return (
    <li>
      <Link to={`?tab=checklist&group=${group.code}`} replace preventScrollReset aria-current={isCurrent ? 'true' : undefined}>
        <span>{group.name}</span>
        <span className="digits small">{t('checklist.progress', { answered: group.counts.answered, items: group.counts.items })}</span>
      </Link>
    </li>
  );
}

type ItemsProps = { readonly visit: VisitSheet; readonly group: ChecklistGroup; readonly onlyOpen: boolean; readonly editable: boolean };

function Items({ visit, group, onlyOpen, editable }: ItemsProps) {
  const { t } = useTranslation('inspections');
  // What was open when the filter was set stays in sight while it is being answered.
  const [openAtFirst] = useState(() => new Set(group.items.filter((item) => !item.answer?.verdict).map((item) => item.id)));
  const shown = onlyOpen ? group.items.filter((item) => !item.answer?.verdict || openAtFirst.has(item.id)) : group.items;
  if (shown.length === 0) return <p className="soft">{t('checklist.all_done')}</p>;
  return (
    <ol className={css['items']}>
      {shown.map((item) => (
        <ChecklistItem key={item.id} visit={visit} entry={item} editable={editable} />
      ))}
    </ol>
  );
}
