// SPDX-License-Identifier: Apache-2.0
import type { Imported } from './service-index.api.ts';
import { useWords } from './use-words.ts';

/** What reading one answer brought: rows, units, and the points that differ. */
export function ImportReport({ of: imported }: { readonly of: Imported }) {
  const { t, format, period, points } = useWords();
  if (imported.known) return <p role="status">{t('report.known', { name: imported.name })}</p>;
  return (
    <div role="status" className="stack">
      <p>
        {t('report.read', {
          name: imported.name,
          period: period(imported.period),
          rows: format.number(imported.rows),
          units: format.number(imported.units),
          known: format.number(imported.unitsKnown),
          compared: format.number(imported.compared),
        })}{' '}
        {imported.differing.length === 0 ? t('report.same') : t('report.differ', { count: imported.differing.length })}
      </p>
      {imported.differing.length > 0 ? (
        <ul>
          {imported.differing.map((row) => (
            <li key={`${row.place} ${row.metric}`}>
              {t('report.row', {
                unit: row.unit,
                metric: row.metric,
                official: points(row.official),
                computed: points(row.computed),
                place: row.place,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
