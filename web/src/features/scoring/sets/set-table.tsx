// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { CriteriaNode, SetContent, ToldFault } from './sets.api.ts';
import css from './sets.module.css';

type Row = { readonly place: number; readonly node: CriteriaNode; readonly rule: string; readonly faults: readonly ToldFault[] };

type Props = {
  readonly content: SetContent;
  readonly rules: readonly string[];
  readonly faults: readonly ToldFault[];
  readonly onOpen: (place: number) => void;
  readonly verb: string;
  readonly tools?: ReactNode;
};

const depths = { field: 0, criterion: 1, sub_criterion: 2, bonus: 0, deduction: 0 } as const;

/** The table of criteria: points, who scores, the rule in words, evidence; faults stand in their rows. */
export function SetTable({ content, rules, faults, onOpen, verb, tools }: Props) {
  const { t } = useTranslation(['sets', 'common']);
  const format = useFormat();
  const rows = content.nodes.map(
    (node, place): Row => ({
      place,
      node,
      rule: rules[place] ?? '',
      faults: faults.filter((fault) => fault.row === place),
    }),
  );
  return (
    <DataTable
      caption={t('table.caption')}
      rows={rows}
      rowId={(row) => String(row.place)}
      filter
      pageSize={500}
      onOpen={(row) => onOpen(row.place)}
      tools={tools}
      columns={[
        {
          id: 'code',
          header: t('table.code'),
          sortable: false,
          width: '84px',
          value: (row) => row.node.code,
          cell: (row) => (
            <Button
              size="compact-sm"
              variant="subtle"
              c="var(--link)"
              aria-label={`${verb} ${row.node.code}`}
              onClick={() => onOpen(row.place)}
            >
              {row.node.code || '–'}
            </Button>
          ),
        },
        {
          id: 'name',
          header: t('table.name'),
          names: true,
          sortable: false,
          width: '30%',
          value: (row) => row.node.name,
          cell: (row) => <NameCell row={row} />,
        },
        {
          id: 'maximum',
          header: t('table.maximum'),
          numeric: true,
          sortable: false,
          value: (row) => row.node.maximum,
          cell: (row) => <span className="digits">{format.number(row.node.maximum)}</span>,
        },
        {
          id: 'method',
          header: t('table.method'),
          sortable: false,
          value: (row) => (row.node.method ? t(`methods.${row.node.method}`) : ''),
        },
        { id: 'rule', header: t('table.rule'), sortable: false, width: '28%', value: (row) => row.rule },
        { id: 'evidence', header: t('table.evidence'), sortable: false, value: (row) => row.node.evidence },
        {
          id: 'appraiser',
          header: t('table.appraiser'),
          sortable: false,
          hidden: true,
          value: (row) => (row.node.appraiserField ? t(`common:field.${row.node.appraiserField}`) : ''),
        },
        { id: 'measure', header: t('table.measure'), sortable: false, hidden: true, value: (row) => row.node.measure },
        { id: 'note', header: t('table.note'), sortable: false, hidden: true, value: (row) => row.node.note },
      ]}
      empty={<Empty title={t('table.empty')}>{t('table.empty_help')}</Empty>}
    />
  );
}

function NameCell({ row: { node, faults } }: { readonly row: Row }) {
  const { t } = useTranslation('sets');
  return (
    <span className={css['name']} data-depth={depths[node.kind]} data-kind={node.kind}>
      {node.kind === 'bonus' || node.kind === 'deduction' ? <small className="soft">{t(`kinds.${node.kind}`)}: </small> : null}
      {node.name || t('table.unnamed')}
      {faults.map((fault) => (
        <span key={`${fault.path} ${fault.sentence}`} className={css['fault']}>
          {fault.sentence}
        </span>
      ))}
    </span>
  );
}
