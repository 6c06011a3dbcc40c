// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../../shared/api/transfer.ts';
import { useCan } from '../../../shared/session/session.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastProblem } from '../../../shared/ui/feedback/toasts.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { ChecklistActs } from './checklist-acts.tsx';
import { type ChecklistItem, type ChecklistSheet, checklistQuery, exportPath } from './checklists.api.ts';
import { ImportPanel } from './import-panel.tsx';
import { ItemDialog } from './item-dialog.tsx';

/** What does this version of the checklist ask? */
export function ChecklistPage() {
  const { id = '' } = useParams();
  const checklist = useQuery(checklistQuery(id));
  return (
    <Loading page of={checklist} lines={12}>
      {(data) => <Sheet sheet={data} />}
    </Loading>
  );
}

function Sheet({ sheet }: { readonly sheet: ChecklistSheet }) {
  const { t } = useTranslation('inspections');
  const can = useCan();
  const [editing, setEditing] = useState<ChecklistItem | 'new' | null>(null);
  const save = useMutation({ mutationFn: () => download('GET', exportPath(sheet.id), 'phieu-kiem-tra.xlsx'), onError: toastProblem });
  const editable = sheet.state === 'draft' && can('inspections.manage_checklist');
  const numbers = { count: sheet.itemCount, groups: sheet.fields.length, state: t(`checklists.states.${sheet.state}`).toLowerCase() };
  return (
    <>
      <PageHead
        title={`${sheet.title} (${t('checklists.number').toLowerCase()} ${sheet.number})`}
        answer={t('checklists.answer_one', numbers)}
        back={{ to: '/administration/checklists', label: t('checklists.back') }}
        action={
          <>
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
              {t('checklists.export')}
            </Button>
            <ChecklistActs sheet={sheet} />
          </>
        }
      />
      {editable ? (
        <Section title={t('checklists.import')}>
          <ImportPanel sheet={sheet} />
        </Section>
      ) : null}
      <Items sheet={sheet} editable={editable} onEdit={setEditing} />
      {editing ? <ItemDialog sheet={sheet} item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

type ItemsProps = { readonly sheet: ChecklistSheet; readonly editable: boolean; readonly onEdit: (item: ChecklistItem | 'new') => void };

function Items({ sheet, editable, onEdit }: ItemsProps) {
  const { t } = useTranslation('inspections');
  const groupName = new Map(sheet.fields.map((field) => [field.code, field.name]));
  return (
    <DataTable
      caption={t('checklists.items_caption')}
      rows={sheet.items}
      rowId={(item) => item.id}
      filter
      pageSize={100}
      initialSort={{ column: 'code' }}
      {...(editable ? { onOpen: onEdit } : {})}
      tools={
        editable ? (
          <Button size="xs" variant="default" onClick={() => onEdit('new')}>
            {t('checklists.add_item')}
          </Button>
        ) : null
      }
      columns={[
        {
          id: 'code',
          header: t('checklists.code'),
          value: (item) => item.code,
          cell: (item) =>
            editable ? (
              <Button
                size="compact-sm"
                variant="subtle"
                c="var(--link)"
                onClick={() => onEdit(item)}
                aria-label={`${t('checklists.edit_item')} ${item.code}`}
              >
                {item.code}
              </Button>
            ) : (
              item.code
            ),
        },
        {
          id: 'text',
          header: t('checklists.text'),
          names: true,
          width: '40%',
          value: (item) => item.text,
          cell: (item) => (item.isRetired ? <s>{item.text}</s> : <span style={{ fontWeight: 400 }}>{item.text}</span>),
        },
        { id: 'evidence', header: t('checklists.evidence'), value: (item) => item.evidence },
        { id: 'certainty', header: t('checklists.certainty'), value: (item) => t(`checklists.${item.certainty}`) },
        { id: 'source', header: t('checklists.source'), hidden: true, value: (item) => item.source },
        { id: 'field', header: t('checklists.field'), hidden: true, value: (item) => groupName.get(item.fieldCode) },
        { id: 'retired', header: t('checklists.retired'), hidden: true, value: (item) => (item.isRetired ? t('checklists.retired') : '') },
      ]}
      empty={null}
    />
  );
}
