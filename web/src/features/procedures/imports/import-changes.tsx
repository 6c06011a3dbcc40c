// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { changedLines } from '../model/changed-lines.ts';
import { NewValue, OldValue } from '../model/differences.tsx';
import type { ImportReview } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';

type Change = ImportReview['changes'][number];
const kinds = ['new', 'changed', 'returning', 'missing'] as const;

/** Every procedure that the file would change, with each field as it is and as it would be. */
export function ImportChanges({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('procedures');
  const [kind, setKind] = useState('');
  const present = kinds.filter((one) => changes.some((change) => change.kind === one));
  return (
    <DataTable
      caption={t('imports.changes_caption')}
      rows={kind === '' ? changes : changes.filter((change) => change.kind === kind)}
      rowId={(change) => `${change.kind} ${change.code}`}
      pageSize={50}
      tools={
        <NativeSelect
          size="xs"
          aria-label={t('imports.kind_label')}
          data={[
            { value: '', label: t('imports.all_kinds', { count: changes.length }) },
            ...present.map((one) => ({
              value: one,
              label: `${t(`imports.kind.${one}`)} (${changes.filter((change) => change.kind === one).length})`,
            })),
          ]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
      }
      columns={[
        { id: 'row', header: t('imports.row'), numeric: true, value: (change) => change.row },
        { id: 'kind', header: t('imports.kind_label'), value: (change) => t(`imports.kind.${change.kind}`) },
        {
          id: 'code',
          header: t('code'),
          names: true,
          width: '24%',
          value: (change) => change.code,
          cell: (change) => (
            <>
              {change.procedureId ? (
                <Link to={`/procedures/${change.procedureId}`} className="digits">
                  {change.code}
                </Link>
              ) : (
                <span className="digits">{change.code}</span>
              )}
              <div>{change.name}</div>
            </>
          ),
        },
        {
          id: 'fields',
          header: t('imports.difference'),
          width: '52%',
          sortable: false,
          value: (change) => change.fields.length,
          cell: (change) => <Fields of={change} />,
        },
      ]}
      empty={null}
    />
  );
}

function Fields({ of: change }: { readonly of: Change }) {
  const shown = change.fields.filter((field) => field.column !== 'code');
  return (
    <ul className={css['fields']}>
      {shown.map((field) => (
        <li key={field.column}>
          <span className="small soft">{field.heading}:</span>{' '}
          {change.kind === 'new' ? <span className={css['lines']}>{field.to}</span> : <Changed from={field.from} to={field.to} />}
        </li>
      ))}
    </ul>
  );
}

function Changed({ from, to }: { readonly from: string; readonly to: string }) {
  const lines = changedLines(from, to);
  return (
    <>
      <OldValue text={lines.from} /> → <NewValue text={lines.to} />
    </>
  );
}
