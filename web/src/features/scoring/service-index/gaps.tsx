// SPDX-License-Identifier: Apache-2.0
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { bestOrigin, gapOrigin, meanOrigin, provinceOrigin } from './national-origin.ts';
import type { National } from './service-index.api.ts';
import css from './service-index.module.css';
import { useWords } from './use-words.ts';

/** What the own province lacks to the best in each group, the widest gap first; bars begin at 0 and end at the group's maximum. */
export function Gaps({ table }: { readonly table: National }) {
  const words = useWords();
  const { t, points, name } = words;
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
                  origin: provinceOrigin(words, table, own, column),
                },
              ]
            : []),
          {
            key: 'best',
            label: t('gaps.best', { points: points(column.best) }),
            value: column.best,
            origin: bestOrigin(words, table, column),
          },
          {
            key: 'mean',
            label: t('gaps.mean', { points: points(column.mean) }),
            value: column.mean,
            origin: meanOrigin(words, table, column),
          },
        ];
        return (
          <li key={column.group} className={css['gap']}>
            <div>
              <p className="strong">{name(column.name)}</p>
              <div className="small soft">
                {column.gap === null ? (
                  t('gaps.unknown')
                ) : Number(column.gap) === 0 ? (
                  t('gaps.first')
                ) : (
                  <FigureSentence
                    tell={(at) => t('gaps.to_best', { ...at, name: column.bestNames.join(', ') })}
                    figures={{ points: <ExplicitFigure value={points(column.gap)} origin={gapOrigin(words, table, column)} /> }}
                  />
                )}
              </div>
            </div>
            <div className={css['bars']}>
              {bars.map(({ key, label, value, origin }) => (
                <div key={key} className={css['bar']}>
                  <div className={css['track']} aria-hidden="true">
                    <div
                      className={css['fill']}
                      data-own={key === 'own' || undefined}
                      style={{ width: `${(Number(value ?? 0) / Number(column.maximum)) * 100}%` }}
                    />
                  </div>
                  <span className="digits">{value === null ? label : <ExplicitFigure value={label} origin={origin} />}</span>
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
