// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../shared/api/operations.ts';
import { useFormat } from '../../../shared/format/use-format.ts';

type Rows = Answer<'fillSystemItems'>['judgedOtherwise'];

/** Scores that somebody gave and that the figure of today would not give. */
export function JudgedList({ rows }: { readonly rows: Rows }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <ul className="small">
      {rows.map(({ sheetId, unitName, itemCode, judged, filled }) => (
        <li key={`${sheetId} ${itemCode}`}>
          <Link to={`/scoring/sheets/${sheetId}?item=${encodeURIComponent(itemCode)}`}>{unitName}</Link>{' '}
          {t('fill.judged', { item: itemCode, judged: format.number(judged), filled: format.number(filled) })}
        </li>
      ))}
    </ul>
  );
}
