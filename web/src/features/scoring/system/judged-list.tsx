// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../shared/api/operations.ts';
import { useFormat } from '../../../shared/format/use-format.ts';

type Filled = Answer<'fillSystemItems'>;

/** Scores that the figures of today would not give: somebody gave them, or their figure is gone. */
export function JudgedList({ judgedOtherwise, figureGone }: Pick<Filled, 'judgedOtherwise' | 'figureGone'>) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  if (judgedOtherwise.length + figureGone.length === 0) return null;
  return (
    <ul className="small" style={{ paddingInlineStart: 20 }}>
      {judgedOtherwise.map(({ sheetId, unitName, itemCode, judged, filled }) => (
        <li key={`${sheetId} ${itemCode}`}>
          <Link to={`/scoring/sheets/${sheetId}?item=${encodeURIComponent(itemCode)}`}>{unitName}</Link>{' '}
          {t('fill.judged', { item: itemCode, judged: format.number(judged), filled: format.number(filled) })}
        </li>
      ))}
      {figureGone.map(({ sheetId, unitName, itemCode, points }) => (
        <li key={`${sheetId} ${itemCode}`}>
          <Link to={`/scoring/sheets/${sheetId}?item=${encodeURIComponent(itemCode)}`}>{unitName}</Link>{' '}
          {t('fill.gone', { item: itemCode, points: format.number(points) })}
        </li>
      ))}
    </ul>
  );
}
