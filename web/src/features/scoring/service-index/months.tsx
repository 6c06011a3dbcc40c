// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import type { GroupSheet, UnitIndex } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

/** How did the points of each group move over the months of the year? One small picture a group, each from 0 to its maximum. */
export function Months({ index }: { readonly index: UnitIndex }) {
  const { t } = useWords();
  if (index.months.length === 0) return <Empty title={t('months.none')}>{t('months.none_help')}</Empty>;
  return (
    <div className={css['months']}>
      {index.groups.map((group) => (
        <GroupMonths key={group.group} group={group} months={index.months} />
      ))}
    </div>
  );
}

function GroupMonths({ group, months }: { readonly group: GroupSheet; readonly months: UnitIndex['months'] }) {
  const { t, format, points, name, period } = useWords();
  const values = months.map(({ month, groups }) => ({ month, score: groups.find((one) => one.group === group.group)?.score ?? null }));
  return (
    <figure>
      <figcaption className="strong small">
        {name(group.name)} <span className="soft">{t('months.of', { maximum: format.number(group.maximum) })}</span>
      </figcaption>
      <ul className={css['columns']}>
        {values.map(({ month, score }, position) => (
          <li key={month}>
            <Link
              to={`?period=${month}`}
              className={css['month'] ?? ''}
              aria-label={`${name(group.name)}, ${period(month)}: ${score === null ? t('not_published') : points(score)}`}
            >
              <span className={`${css['value']} digits`} aria-hidden="true">
                {points(score)}
              </span>
              <span
                className={css['column']}
                data-last={position === values.length - 1 || undefined}
                style={{ height: `${(Number(score ?? 0) / Number(group.maximum)) * 72}px` }}
                aria-hidden="true"
              />
            </Link>
          </li>
        ))}
      </ul>
      <div className={css['labels']} aria-hidden="true">
        {values.map(({ month }) => (
          <span key={month}>{month.slice(5)}</span>
        ))}
      </div>
    </figure>
  );
}
