// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../../shared/ui/feedback/problem-notice.tsx';
import { Section } from '../../../../shared/ui/layout/page-head.tsx';
import { HeadFacts } from '../head-facts.tsx';
import { NodeDialog } from '../node-dialog.tsx';
import { blankRule } from '../rules/blank-rule.ts';
import { SetTable } from '../set-table.tsx';
import type { CriteriaNode, SetSheet } from '../sets.api.ts';
import css from '../sets.module.css';
import { WorkbookPanel } from '../workbook-panel.tsx';
import { nextCode, withAdded } from './edit-history.ts';
import { HeadDialog } from './head-dialog.tsx';
import { type Draft, useDraft } from './use-draft.ts';

/** A draft: rows edited one by one or all from a workbook, faults beside their rows, every step can be undone. */
export function DraftEditor({ sheet }: { readonly sheet: SetSheet }) {
  const { t } = useTranslation('sets');
  const draft = useDraft(sheet);
  const [opened, setOpened] = useState<number | 'head' | null>(null);
  const ofSet = draft.faults.filter((fault) => fault.row === null);
  return (
    <>
      <HeadFacts content={draft.content} sha256={null} />
      <p role="status" className={draft.faults.length > 0 ? css['fault'] : undefined}>
        {t('draft.faults', { count: draft.faults.length })}
      </p>
      {ofSet.map((fault) => (
        <p key={fault.path + fault.sentence} className={css['fault']}>
          {fault.sentence}
        </p>
      ))}
      <ProblemNotice error={draft.save.error} />
      <SetTable
        content={draft.content}
        rules={draft.rules}
        faults={draft.faults}
        onOpen={setOpened}
        verb={t('node.edit')}
        tools={<Tools draft={draft} onOpen={setOpened} />}
      />
      <Section title={t('workbook.title')}>
        <WorkbookPanel draft={{ id: sheet.id, take: draft.change }} />
      </Section>
      {opened === 'head' ? <HeadDialog draft={draft} onClose={() => setOpened(null)} /> : null}
      {typeof opened === 'number' ? (
        <NodeDialog
          content={draft.content}
          place={opened}
          rule={draft.rules[opened] ?? ''}
          faults={draft.faults.filter((fault) => fault.row === opened)}
          draft={draft}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </>
  );
}

function Tools({ draft, onOpen }: { readonly draft: Draft; readonly onOpen: (what: number | 'head') => void }) {
  const { t } = useTranslation('sets');
  const add = (kind: CriteriaNode['kind'], parentCode: string | null): void => {
    const next = withAdded(draft.content, blankNode(nextCode(draft.content, parentCode), parentCode, kind));
    draft.change(next);
    onOpen(next.nodes.findIndex((node) => !draft.content.nodes.includes(node)));
  };
  const last = (kind: CriteriaNode['kind']): string | null => draft.content.nodes.findLast((node) => node.kind === kind)?.code ?? null;
  const [field, criterion] = [last('field'), last('criterion')];
  return (
    <div className="row">
      <Button size="xs" disabled={!draft.isChanged} loading={draft.save.isPending} onClick={() => draft.save.mutate(draft.content)}>
        {t('draft.save')}
      </Button>
      <Button size="xs" variant="default" disabled={!draft.canUndo} onClick={draft.undo} aria-keyshortcuts="Control+Z">
        {t('draft.undo')}
      </Button>
      <Button size="xs" variant="default" disabled={!draft.canRedo} onClick={draft.redo} aria-keyshortcuts="Control+Y">
        {t('draft.redo')}
      </Button>
      <Button size="xs" variant="default" onClick={() => onOpen('head')}>
        {t('draft.head')}
      </Button>
      <Button size="xs" variant="default" onClick={() => add('field', null)}>
        {t('draft.add_field')}
      </Button>
      <Button size="xs" variant="default" disabled={field === null} onClick={() => add('criterion', field)}>
        {t('draft.add_criterion')}
      </Button>
      <Button size="xs" variant="default" disabled={criterion === null} onClick={() => add('sub_criterion', criterion)}>
        {t('draft.add_sub_criterion')}
      </Button>
    </div>
  );
}

function blankNode(code: string, parentCode: string | null, kind: CriteriaNode['kind']): CriteriaNode {
  return {
    code,
    parentCode,
    kind,
    name: '',
    maximum: '1',
    method: 'self',
    evidence: '',
    appraiserField: null,
    rule: blankRule('options', '1'),
    measure: null,
    mayBeNotApplicable: false,
    note: '',
  };
}
