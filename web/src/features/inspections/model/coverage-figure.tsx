// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import css from '../inspections.module.css';
import type { Coverage } from './types.ts';

type Counted = Pick<Coverage, 'numerator' | 'denominator' | 'percent' | 'covered' | 'uncovered' | 'foreign'>;
type Props = {
  readonly of: Counted;
  readonly asOf: string;
  /** What the figure says, after its number. */
  readonly label: string;
  /** What the lists behind it hold, such as `xã, phường`. */
  readonly listed: string;
  readonly sentence: string;
  readonly numeratorLabel: string;
  readonly denominatorLabel: string;
  readonly source: string;
};

/** Two digits at least, as the papers print counts: `05/11`. */
export function written(count: number): string {
  return count < 10 ? `0${count}` : String(count);
}

/** A coverage such as 07/21, with its percent; the figure opens the two lists behind it. */
export function CoverageFigure({ of: coverage, asOf, label, listed, sentence, numeratorLabel, denominatorLabel, source }: Props) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const value = `${written(coverage.numerator)}/${written(coverage.denominator)}`;
  const origin = {
    sentence,
    numerator: { value: written(coverage.numerator), label: numeratorLabel },
    denominator: { value: written(coverage.denominator), label: denominatorLabel },
    source,
    asOf,
    onOpenRecords: () => setOpened(true),
  };
  return (
    <div className={css['coverage']}>
      <p>
        <ExplicitFigure size="large" value={value} origin={origin} />
        {coverage.percent === null ? null : (
          <span className={css['percent']}>
            {' '}
            = <ExplicitFigure size="large" value={format.percent(coverage.percent)} origin={origin} />
          </span>
        )}
        <span className={css['coverageLabel']}>{label}</span>
      </p>
      <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t('round.coverage_list', { unit: listed })}</summary>
        <div className={css['lists']}>
          <UnitNames title={t('round.covered', { count: coverage.covered.length })} units={coverage.covered} />
          <UnitNames title={t('round.uncovered', { count: coverage.uncovered.length })} units={coverage.uncovered} />
          {coverage.foreign.length > 0 ? (
            <UnitNames title={t('round.foreign', { count: coverage.foreign.length })} units={coverage.foreign} />
          ) : null}
        </div>
      </details>
    </div>
  );
}

function UnitNames({ title, units }: { readonly title: string; readonly units: Coverage['covered'] }) {
  const { t } = useTranslation('inspections');
  return (
    <div>
      <h3>{title}</h3>
      <ol>
        {units.map((unit) => (
          <li key={unit.id}>
            <Link to={`/units/${unit.id}`}>{unit.name}</Link>
            {unit.illustrative ? <span className="soft small nowrap"> ({t('round.illustrative')})</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
