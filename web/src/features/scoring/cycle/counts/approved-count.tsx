// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../../shared/ui/figure/explicit-figure.tsx';
import type { RoundSheet, RoundUnit } from '../cycle.api.ts';

type Props = {
  readonly round: { readonly id: string; readonly title: string };
  readonly approved: number;
  readonly all: number;
};

/** How many units of a round have an approved self-score; it opens to them and to the others. */
export function ApprovedCount({ round, approved, all }: Props) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const address = (units: string): string => `/scoring/rounds/${round.id}?units=${units}`;
  const left = all - approved;
  return (
    <ExplicitFigure
      value={t('of', { done: format.number(approved), all: format.number(all) })}
      label={`${round.title}, ${t('units')}`}
      origin={{
        sentence: t('counted.approved', { round: round.title, done: format.number(approved), all: format.number(all) }),
        numerator: { value: format.number(approved), label: t('units_shown.approved'), href: address('approved') },
        denominator: { value: format.number(all), label: t('units_shown.all'), href: `/scoring/rounds/${round.id}` },
        ...(left > 0 ? { rest: { value: format.number(left), label: t('units_shown.open'), href: address('open') } } : {}),
        rule: t('counted_rule.approved'),
        recordsHref: address('approved'),
      }}
    />
  );
}

/** Whether a unit is among those that the address asks for. */
export function isShown({ state }: RoundUnit, units: string): boolean {
  if (units === 'approved') return state === 'approved';
  return units === 'open' ? state !== 'approved' : true;
}

type ShownProps = { readonly sheet: RoundSheet; readonly shown: string; readonly onAll: () => void };

/** Which units the tables below hold, where the address asks for some alone. */
export function ShownUnits({ sheet: { groups }, shown, onAll }: ShownProps) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  if (shown !== 'approved' && shown !== 'open') return null;
  const units = groups.flatMap((group) => group.units);
  const done = units.filter((unit) => isShown(unit, shown)).length;
  return (
    <p role="status">
      {t('units_shown.text', { done: format.number(done), all: format.number(units.length), what: t(`units_shown.${shown}`) })}{' '}
      <Button size="compact-sm" variant="default" className="no-print" onClick={onAll}>
        {t('sheet.show_all')}
      </Button>
    </p>
  );
}
