// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import type { Import } from './imports.api.ts';

type Counted = 'rowsRead' | 'rowsGood' | 'rowsBad' | 'inserted' | 'updated' | 'unchanged' | 'older';

/** A number of rows that opens to what was counted, in which file, when and by whom. */
export function CountFigure({ of: one, what }: { readonly of: Import; readonly what: Counted }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const count = one[what] ?? 0;
  const isPart = what === 'rowsGood' || what === 'rowsBad';
  const isResult = what !== 'rowsRead' && !isPart;
  const settled = isResult && one.settledAt !== null;
  const of = isPart ? one.rowsRead : one.rowsGood;
  return (
    <ExplicitFigure
      value={format.number(count)}
      origin={{
        sentence: t(`figure.${what}`),
        ...(what === 'rowsRead'
          ? {}
          : {
              numerator: { value: format.number(count), label: t(`count.${what}`) },
              denominator: { value: format.number(of), label: t(isPart ? 'count.rowsRead' : 'count.rowsGood') },
            }),
        source: one.fileName,
        recordedBy: settled ? one.settledByName : one.createdByName,
        recordedAt: settled ? one.settledAt : one.createdAt,
        rule: t(isResult ? 'figure.rule_result' : 'figure.rule_rows'),
      }}
    />
  );
}
