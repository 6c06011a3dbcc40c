// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import type { DocumentRow } from './documents.api.ts';

type Named = Pick<DocumentRow, 'id' | 'code' | 'issuedOn' | 'issuerName' | 'subject'>;

/** A document as documents name one another: number and symbol, day, issuer, subject. */
export function DocumentLink({ of: document, reachable = true }: { readonly of: Named; readonly reachable?: boolean }) {
  const { t } = useTranslation('documents');
  const name = document.code ?? t('no_code');
  return (
    <>
      {reachable ? <Link to={`/documents/${document.id}`}>{name}</Link> : name}
      {document.issuedOn ? <span className="digits"> ({formatDay(document.issuedOn)})</span> : null}
      <span className="soft">
        {' '}
        · {document.issuerName} · {document.subject}
      </span>
    </>
  );
}
