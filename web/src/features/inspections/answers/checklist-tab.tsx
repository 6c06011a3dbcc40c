// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { visitRights } from '../model/rights.ts';
import type { ChecklistGroup, VisitSheet } from '../model/types.ts';
import css from './answers.module.css';
import { ChecklistItem } from './checklist-item.tsx';

/** What a group can be narrowed to; the address keeps it. */
const onlies = ['open', 'answered', 'meets', 'partly', 'fails', 'not_applicable'] as const;
type Only = (typeof onlies)[number];

/** The checklist by group; answers are kept as they are given. */
export function ChecklistTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [address, setAddress] = useSearchParams();
  const only = onlies.find((one) => one === address.get('only')) ?? null;
  const group =
    visit.fields.find((field) => field.code === address.get('group')) ?? visit.fields.find((field) => field.isMine) ?? visit.fields[0];
  if (!group) return <Empty title={t('checklist.none')} />;
  const editable = visitRights(visit).answers && group.isMine;
  const narrow = (next: Only | null): void =>
    setAddress({ tab: 'checklist', group: group.code, ...(next ? { only: next } : {}) }, { replace: true, preventScrollReset: true });
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
            {(['meets', 'partly', 'fails', 'not_applicable'] as const).map((verdict, index) => (
              <Fragment key={verdict}>
                {index > 0 ? ' · ' : ''}
                <Link to={`?tab=checklist&group=${group.code}&only=${verdict}`} replace preventScrollReset>
                  {t('checklist.verdict_count', {
                    count: group.counts[verdict === 'not_applicable' ? 'notApplicable' : verdict],
                    verdict: t(`checklist.verdict.${verdict}`).toLowerCase(),
                  })}
                </Link>
              </Fragment>
            ))}
          </p>
          <div className="row">
            <Checkbox
              size="sm"
              label={t('checklist.only_open')}
              checked={only === 'open'}
              onChange={(event) => narrow(event.currentTarget.checked ? 'open' : null)}
              className="no-print"
            />
            <span className="soft small">
              {editable ? t('checklist.keys') : group.isMine ? t('checklist.readonly') : t('checklist.not_mine')}
            </span>
          </div>
        </div>
        {only && only !== 'open' ? (
          <p role="status">
            {t(`checklist.only.${only}`)}{' '}
            <Button size="compact-sm" variant="default" className="no-print" onClick={() => narrow(null)}>
              {t('counted.show_all')}
            </Button>
          </p>
        ) : null}
        <Items key={`${group.code} ${only}`} visit={visit} group={group} only={only} editable={editable} />
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

type ItemsProps = { readonly visit: VisitSheet; readonly group: ChecklistGroup; readonly only: Only | null; readonly editable: boolean };

function Items({ visit, group, only, editable }: ItemsProps) {
  const { t } = useTranslation('inspections');
  // What was shown when the filter was set stays in sight while it is being answered.
  const [shownAtFirst] = useState(() => new Set(group.items.filter((item) => isAmong(item, only)).map((item) => item.id)));
  const shown = group.items.filter((item) => isAmong(item, only) || shownAtFirst.has(item.id));
  if (shown.length === 0) return <p className="soft">{t(only === 'open' ? 'checklist.all_done' : 'checklist.none_such')}</p>;
  return (
    <ol className={css['items']}>
      {shown.map((item) => (
        <ChecklistItem key={item.id} visit={visit} entry={item} editable={editable} />
      ))}
    </ol>
  );
}

function isAmong({ answer }: ChecklistGroup['items'][number], only: Only | null): boolean {
  const verdict = answer?.verdict ?? null;
  if (only === 'open') return verdict === null;
  return only === 'answered' ? verdict !== null : only === null || verdict === only;
}
