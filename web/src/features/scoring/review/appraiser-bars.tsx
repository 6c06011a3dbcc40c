// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { type Asked, behindBar } from './asked.ts';
import { MeanFigure } from './difference-figure.tsx';
import { type AppraiserLine, changes } from './review.api.ts';
import css from './review.module.css';

type Props = { readonly lines: readonly AppraiserLine[]; readonly asked: Asked };

/** What each appraiser did to the self-scores of each field, in shares of what they judged, drawn to scale; the count of each part opens to its items. */
export function AppraiserBars({ lines, asked }: Props) {
  const { t } = useTranslation(['review', 'common']);
  const format = useFormat();
  return (
    <figure>
      <figcaption className={css['legend']}>
        {changes.map((change) => (
          <span key={change}>
            <i className={css['swatch']} data-change={change} aria-hidden="true" /> {t(`change.${change}`)}
          </span>
        ))}
      </figcaption>
      <ol className={css['bars']}>
        {lines.map((line) => (
          <li key={`${line.appraiser} ${line.field}`}>
            <span>
              {line.appraiser}
              <span className="small soft"> · {line.field ? t(`common:field.${line.field}`) : t('consistency.no_field')}</span>
              <span className="small soft digits">
                {' '}
                ·{' '}
                <FigureSentence
                  tell={(at) => t('consistency.mean', at)}
                  figures={{
                    items: (
                      <Link to={behindBar(asked, { appraiser: line.appraiser, field: line.field ?? 'none' })} preventScrollReset>
                        {format.number(line.items)}
                      </Link>
                    ),
                    mean: (
                      <MeanFigure
                        mean={line.meanDifference}
                        items={line.items}
                        appraiser={line.appraiser}
                        behind={behindBar(asked, { appraiser: line.appraiser, field: line.field ?? 'none' })}
                      />
                    ),
                  }}
                />
              </span>
            </span>
            <span className={css['bar']} aria-hidden="true">
              {changes.map((change) => (
                <i key={change} data-change={change} style={{ flexGrow: line.counts[change] ?? 0 }} />
              ))}
            </span>
            <span className={css['counts_of']}>
              {changes.map((change) => {
                const count = line.counts[change] ?? 0;
                if (count === 0) return null;
                const told = t('consistency.part', { appraiser: line.appraiser, what: t(`change.${change}`), count: format.number(count) });
                const share = format.percent(((count / line.items) * 100).toFixed(1));
                const bar = { appraiser: line.appraiser, field: line.field ?? 'none', change };
                return (
                  <Link key={change} className={css['part'] ?? ''} aria-label={told} to={behindBar(asked, bar)} preventScrollReset>
                    <i className={css['swatch']} data-change={change} aria-hidden="true" /> {format.number(count)}
                    <span className="soft"> · {share}</span>
                  </Link>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
