// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { changedLines } from './changed-lines.ts';
import type { FieldChange } from './procedures.api.ts';
import css from './procedures.module.css';

/** What stood there and what stands there instead, field by field. */
export function Differences({ of: changes, caption }: { readonly of: readonly FieldChange[]; readonly caption: string }) {
  const { t } = useTranslation('procedures');
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowId={(change) => change.column}
      columns={[
        { id: 'column', header: t('sheet.column'), names: true, sortable: false, width: '20%', value: (change) => change.heading },
        {
          id: 'from',
          header: t('sheet.before'),
          sortable: false,
          width: '40%',
          value: (change) => change.from,
          cell: (change) => <OldValue text={changedLines(change.from, change.to).from} />,
        },
        {
          id: 'to',
          header: t('sheet.after'),
          sortable: false,
          width: '40%',
          value: (change) => change.to,
          cell: (change) => <NewValue text={changedLines(change.from, change.to).to} />,
        },
      ]}
      empty={<p className="soft">{t('sheet.no_differences')}</p>}
    />
  );
}

export function OldValue({ text }: { readonly text: string }) {
  const { t } = useTranslation('procedures');
  return text === '' ? <span className="soft">{t('sheet.nothing')}</span> : <del className={css['lines']}>{text}</del>;
}

export function NewValue({ text }: { readonly text: string }) {
  const { t } = useTranslation('procedures');
  return text === '' ? <span className="soft">{t('sheet.nothing')}</span> : <ins className={css['lines']}>{text}</ins>;
}
