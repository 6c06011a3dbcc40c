// SPDX-License-Identifier: Apache-2.0
import { fileAddress } from '../../../../shared/api/files.ts';
import type { SheetItem } from '../cycle.api.ts';
import css from '../cycle.module.css';
import type { Show } from './shows.ts';

/** What makes an item one of those that are shown: its evidence, its explanation, the objection that waits. */
export function BehindCount({ item, show }: { readonly item: SheetItem; readonly show: Show }) {
  switch (show) {
    case 'evident':
      return (
        <ul className={`small ${css['behind']}`}>
          {item.papers.map(({ id, name, place, fileId, documentId }) => (
            <li key={id}>
              <a href={fileId ? fileAddress(fileId) : `/documents/${documentId}`}>{name}</a> {place}
            </li>
          ))}
        </ul>
      );
    case 'explained':
      return <div className="small">{item.scores.findLast(({ stage }) => stage === 'self')?.note}</div>;
    case 'objected':
      return item.objections
        .filter(({ answer }) => answer === null)
        .map(({ id, text }) => (
          <div key={id} className="small">
            {text}
          </div>
        ));
    default:
      return null;
  }
}
