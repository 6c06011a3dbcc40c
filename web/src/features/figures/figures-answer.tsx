// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../shared/ui/figure/figure-sentence.tsx';
import type { Figure, UnitFigures } from './figures.api.ts';

const shows = ['filled', 'unfilled', 'good', 'not_good', 'judged'] as const;
type Show = (typeof shows)[number];

/** Whether a figure is among those that the address asks for. */
export function isShown({ origin, judgement }: Figure, show: string): boolean {
  switch (show) {
    case 'filled':
      return origin !== null;
    case 'unfilled':
      return origin === null;
    case 'judged':
      return origin !== null && judgement !== null;
    case 'good':
      return origin !== null && judgement === 'good';
    case 'not_good':
      return origin !== null && judgement !== null && judgement !== 'good';
    default:
      return true;
  }
}

/** How many indicators have a figure, and how many with thresholds are good; both open to exactly those. */
export function FiguresAnswer({ of: { unit, period, figures } }: { readonly of: UnitFigures }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const count = (show: Show): number => figures.filter((one) => isShown(one, show)).length;
  const address = (show: Show | ''): string =>
    `/figures?${new URLSearchParams({ unit: unit.id, name: unit.name, period: period.key, ...(show ? { show } : {}) }).toString()}`;
  const part = (show: Show) => ({ value: format.number(count(show)), label: t(`shown.${show}`), href: address(show) });
  const opened = (what: 'filled' | 'good', all: number, left: Show) => {
    const told = { done: format.number(count(what)), all: format.number(all), unit: unit.name };
    return (
      <ExplicitFigure
        value={`${told.done}/${told.all}`}
        origin={{
          sentence: t(`counted.${what}`, told),
          numerator: part(what),
          denominator: what === 'good' ? part('judged') : { value: told.all, label: t('shown.all'), href: address('') },
          ...(count(left) > 0 ? { rest: part(left) } : {}),
          rule: t(`counted_rule.${what}`),
          recordsHref: address(what),
        }}
      />
    );
  };
  return (
    <FigureSentence
      tell={(at) => t('answer', { ...at, unit: unit.name, period: period.name })}
      figures={{ filled: opened('filled', figures.length, 'unfilled'), good: opened('good', count('judged'), 'not_good') }}
    />
  );
}

type ShownProps = { readonly of: UnitFigures; readonly show: string; readonly onAll: () => void };

/** What the rows of the table are, where the address asks for some alone. */
export function ShownFigures({ of: { figures }, show, onAll }: ShownProps) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const shown = shows.find((one) => one === show);
  if (!shown) return null;
  const done = format.number(figures.filter((one) => isShown(one, shown)).length);
  return (
    <p role="status">
      {t('shown.text', { done, all: format.number(figures.length), what: t(`shown.${shown}`) })}{' '}
      <Button size="compact-sm" variant="default" className="no-print" onClick={onAll}>
        {t('shown.show_all')}
      </Button>
    </p>
  );
}
