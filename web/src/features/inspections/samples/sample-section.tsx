// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { Facts, Section } from '../../../shared/ui/layout/page-head.tsx';
import { written } from '../model/coverage-figure.tsx';
import type { Sample } from '../model/types.ts';
import { countResults } from './dossier-codes.ts';
import { SampleResults } from './sample-results.tsx';
import css from './samples.module.css';

type Props = { readonly sample: Sample; readonly rule: string; readonly editable: boolean };

/** One draw: what it was drawn from, the number that repeats it, and what was found in each dossier. */
export function SampleSection({ sample, rule, editable }: Props) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  return (
    <Section title={sample.title} aside={t('samples.by', { name: sample.updatedBy })}>
      <Facts
        of={[
          [
            t('samples.chosen'),
            <span key="size" className="digits">
              {t('samples.chosen_of', { chosen: format.number(sample.chosen.length), count: format.number(sample.population.length) })}
            </span>,
          ],
          [
            t('samples.seed'),
            <span key="seed" className={`digits ${css['seed']}`}>
              {sample.seed}
            </span>,
          ],
          [t('samples.rule'), rule],
          ...(sample.itemCode ? ([[t('samples.item'), t('statements.item', { code: sample.itemCode })]] as const) : []),
          [t('samples.examined'), <Examined key="examined" sample={sample} rule={rule} />],
        ]}
      />
      <SampleResults sample={sample} editable={editable} />
      <Population codes={sample.population} />
    </Section>
  );
}

/** How many were looked at and how many of those hold an error, each open to its parts. */
function Examined({ sample, rule }: Omit<Props, 'editable'>) {
  const { t } = useTranslation('inspections');
  const { examined, faulty } = countResults(sample.chosen, sample.results);
  const source = t('samples.source', { title: sample.title, seed: sample.seed });
  const all = { value: written(sample.chosen.length), label: t('samples.chosen_label') };
  const looked = { value: written(examined), label: t('samples.examined_label') };
  return (
    <>
      <ExplicitFigure
        value={`${looked.value}/${all.value}`}
        origin={{
          sentence: t('samples.examined_sentence', { examined: looked.value, chosen: all.value }),
          numerator: looked,
          denominator: all,
          source,
          rule,
          recordedBy: sample.updatedBy,
        }}
      />
      {examined > 0 ? (
        <>
          {' · '}
          <ExplicitFigure
            value={`${written(faulty)}/${looked.value}`}
            origin={{
              sentence: t('samples.faulty_sentence', { faulty: written(faulty), examined: looked.value }),
              numerator: { value: written(faulty), label: t('samples.faulty_label') },
              denominator: looked,
              source,
              recordedBy: sample.updatedBy,
            }}
          />{' '}
          {t('samples.faulty_label')}
        </>
      ) : null}
    </>
  );
}

function Population({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const scrolled = { tabIndex: 0 };
  return (
    <details className={`${css['population']} no-print`} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('samples.population', { count: format.number(codes.length) })}</summary>
      {opened ? (
        <pre {...scrolled} className="digits">
          {codes.join('\n')}
        </pre>
      ) : null}
    </details>
  );
}
