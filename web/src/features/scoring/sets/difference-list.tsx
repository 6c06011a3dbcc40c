// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Difference } from './sets.api.ts';
import css from './sets.module.css';

type Part = Difference['head'][number];

const parts = [
  'name',
  'kind',
  'parent',
  'maximum',
  'method',
  'evidence',
  'appraiser',
  'measure',
  'applicability',
  'note',
  'rule',
  'level',
  'year',
  'title',
  'validFrom',
  'validTo',
  'legalBasis',
  'certainty',
  'rounding',
  'decimals',
  'roundAt',
  'indexDecimals',
  'notApplicable',
  'aboveMaximum',
  'compareBy',
  'grades',
] as const;

/** What differs: the head, then row by row what came, went, moved or changed, the old text struck out. */
export function DifferenceList({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation('sets');
  const { head, nodes, unchanged } = difference;
  if (head.length === 0 && nodes.length === 0) return <p>{t('difference.none')}</p>;
  return (
    <div>
      <p>{t('difference.summary', { changed: nodes.length + head.length, unchanged })}</p>
      <ul className={css['changes']}>
        {head.map((part) => (
          <li key={part.part}>
            <PartLine part={part} />
          </li>
        ))}
        {nodes.map((node) => (
          <li key={`${node.change} ${node.code}`}>
            <span className="strong">{t(`difference.${node.change}`)}</span> <span className="digits">{node.code}</span> {node.name}
            {node.change === 'changed' && node.moved ? <small className="soft"> · {t('difference.moved')}</small> : null}
            {node.change === 'changed'
              ? node.parts.map((part) => (
                  <div key={part.part} className="small">
                    <PartLine part={part} />
                  </div>
                ))
              : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PartLine({ part }: { readonly part: Part }) {
  const { t } = useTranslation('sets');
  const format = useFormat();
  const known = parts.find((name) => name === part.part);
  const isDay = part.part === 'validFrom' || part.part === 'validTo';
  const said = (text: string): string => {
    if (text === '') return '–';
    return part.part === 'maximum' ? format.number(text) : isDay ? format.day(text) : text;
  };
  return (
    <>
      {known ? t(`parts.${known}`) : part.part}: <del>{said(part.from)}</del> → <ins>{said(part.to)}</ins>
    </>
  );
}
