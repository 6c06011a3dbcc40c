// SPDX-License-Identifier: Apache-2.0
import type { National } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

/** What the own province lacks to the best in each group, the widest gap first; bars begin at 0 and end at the group's maximum. */
export function Gaps({ table }: { readonly table: National }) {
  const { t, points, name } = useWords();
  const own = table.lines.find(({ isOwn }) => isOwn);
  const groups = table.columns.filter(({ portalCode }) => portalCode !== null).toSorted((a, b) => Number(b.gap ?? 0) - Number(a.gap ?? 0));
  return (
    <ul className={css['gaps']}>
      {groups.map((column) => {
        const mine = own?.groups.find(({ group }) => group === column.group);
        const bars = [
          ...(own
            ? [
                {
                  key: 'own',
                  label: t('gaps.own', { points: points(mine?.score ?? null), rank: mine?.rank ?? '–' }),
                  value: mine?.score ?? null,
                },
              ]
            : []),
          { key: 'best', label: t('gaps.best', { points: points(column.best) }), value: column.best },
          { key: 'mean', label: t('gaps.mean', { points: points(column.mean) }), value: column.mean },
        ];
        return (
          <li key={column.group} className={css['gap']}>
            <div>
              <p className="strong">{name(column.name)}</p>
              <p className="small soft">
                {column.gap === null
                  ? t('gaps.unknown')
                  : Number(column.gap) === 0
                    ? t('gaps.first')
                    : t('gaps.to_best', { points: points(column.gap), name: column.bestNames.join(', ') })}
              </p>
            </div>
            <div className={css['bars']}>
              {bars.map(({ key, label, value }) => (
                <div key={key} className={css['bar']}>
                  <div className={css['track']} aria-hidden="true">
                    <div
                      className={css['fill']}
                      data-own={key === 'own' || undefined}
                      style={{ width: `${(Number(value ?? 0) / Number(column.maximum)) * 100}%` }}
                    />
                  </div>
                  <span className="digits">{label}</span>
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
