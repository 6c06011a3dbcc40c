// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../../shared/ui/figure/explicit-figure.tsx';
import type { FigureOrigin } from '../../../../shared/ui/figure/figure-origin.ts';
import type { RoundUnit } from '../cycle.api.ts';
import { type Show, sheetAddress } from './shows.ts';

/** The counts of a sheet: what is counted, out of what, and where the counted items and the others are listed. */
const kinds = {
  scored: { done: 'selfScored', all: 'selfItems', counted: 'scored', left: 'unscored', whole: 'own' },
  evidence: { done: 'withEvidence', all: 'selfItems', counted: 'evident', left: 'unevident', whole: 'own' },
  explained: { done: 'withExplanation', all: 'selfItems', counted: 'explained', left: 'unexplained', whole: 'own' },
  appraised: { done: 'appraised', all: 'appraisalItems', counted: 'appraised', left: 'unappraised', whole: 'appraisal' },
} as const satisfies Record<
  string,
  { done: keyof RoundUnit['counts']; all: keyof RoundUnit['counts']; counted: Show; left: Show; whole: Show }
>;
export type CountKind = keyof typeof kinds;
export const countKinds = ['scored', 'evidence', 'explained', 'appraised'] as const satisfies readonly CountKind[];

/** How many items of a sheet were done. */
export function doneOf(counts: RoundUnit['counts'], kind: CountKind): number {
  return counts[kinds[kind].done];
}

type Of = { readonly id: string; readonly authorityName: string };
type Props = { readonly unit: Of; readonly counts: RoundUnit['counts']; readonly kind: CountKind };

/** How many items of a sheet were done, and of how many; it opens to what is counted, and to exactly those items. */
export function SheetCount({ unit, counts, kind }: Props) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const { counted, left, whole, ...keys } = kinds[kind];
  const [done, all] = [counts[keys.done], counts[keys.all]];
  const name = unit.authorityName;
  const origin: FigureOrigin = {
    sentence: t(`counted.${kind}`, { unit: name, done: format.number(done), all: format.number(all) }),
    numerator: { value: format.number(done), label: t(`show.${counted}`), href: sheetAddress(unit.id, counted) },
    denominator: { value: format.number(all), label: t(`show.${whole}`), href: sheetAddress(unit.id, whole) },
    ...(done < all ? { rest: { value: format.number(all - done), label: t(`show.${left}`), href: sheetAddress(unit.id, left) } } : {}),
    source: t('round.source'),
    rule: t(`counted_rule.${kind}`),
    recordsHref: sheetAddress(unit.id, counted),
  };
  return <ExplicitFigure value={t('of', { done, all })} label={`${name}, ${t(`round.${kind}`)}`} origin={origin} />;
}

type PlainProps = { readonly unit: Of; readonly count: number; readonly show: 'unscored' | 'unproven' | 'objected' | 'missing' };

/** How many items of a sheet something holds of; it opens to them. */
export function ItemCount({ unit, count, show }: PlainProps) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const value = format.number(count);
  return (
    <ExplicitFigure
      value={value}
      label={`${unit.authorityName}, ${t(`show.${show}`)}`}
      origin={{
        sentence: t(`counted.${show}`, { unit: unit.authorityName, done: value }),
        source: t('round.source'),
        rule: t(`counted_rule.${show}`),
        recordsHref: sheetAddress(unit.id, show),
      }}
    />
  );
}
