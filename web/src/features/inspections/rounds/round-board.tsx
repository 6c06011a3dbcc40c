// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import css from '../inspections.module.css';
import { DeadlineBadge, period } from '../model/step-badges.tsx';
import { type RoundRow, roundSteps } from '../model/types.ts';
import { useUnitsText } from './round-table.tsx';

/** The rounds by step; a step without rounds keeps its place, so that the way is seen whole. */
export function RoundBoard({ rows }: { readonly rows: readonly RoundRow[] }) {
  const { t } = useTranslation('inspections');
  const scrolled = { tabIndex: 0 };
  return (
    <section className={css['board']} aria-label={t('board')} {...scrolled}>
      {roundSteps.map((step) => {
        const here = rows.filter((row) => row.step === step);
        return (
          <section key={step} className={css['column']} data-empty={here.length === 0 || undefined} aria-label={t(`step.${step}`)}>
            <h2>
              {t(`step.${step}`)} <span className="digits soft">{here.length}</span>
            </h2>
            {here.map((row) => (
              <BoardCard key={row.id} row={row} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

function BoardCard({ row }: { readonly row: RoundRow }) {
  const unitsText = useUnitsText();
  return (
    <article className={css['card']}>
      <Link to={`/inspections/${row.id}`}>{row.title}</Link>
      <p className="small">{unitsText(row.units)}</p>
      <p className="small soft digits">{period(row.startsOn, row.endsOn)}</p>
      {row.conclusionDueOn ? <DeadlineBadge dueOn={row.conclusionDueOn} state={row.deadlineState} /> : null}
    </article>
  );
}
