// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reformFields } from '../../../../shared/session/session.ts';
import { Form } from '../../../../shared/ui/form/form.tsx';
import { blankRule, rulesFor } from '../rules/blank-rule.ts';
import { DecimalInput } from '../rules/decimal-input.tsx';
import { RuleFields } from '../rules/rule-fields.tsx';
import { TryRule } from '../rules/try-rule.tsx';
import type { CriteriaNode, ToldFault } from '../sets.api.ts';
import css from '../sets.module.css';
import { withMoved, withNode, withoutNode } from './edit-history.ts';
import type { Draft } from './use-draft.ts';

const methods = ['self', 'system', 'appraisal', 'survey', 'leader'] as const;
const kinds = ['field', 'criterion', 'sub_criterion', 'bonus', 'deduction'] as const;

type Props = {
  readonly draft: Draft;
  readonly place: number;
  readonly node: CriteriaNode;
  readonly faults: readonly ToldFault[];
  readonly onClose: () => void;
};

/** A row of a draft under the hands; what is taken over here can be undone until the draft is saved, and after. */
export function NodeForm({ draft, place, node, faults, onClose }: Props) {
  const { t } = useTranslation('sets');
  const [typed, setTyped] = useState(node);
  const set = (part: Partial<CriteriaNode>): void => setTyped({ ...typed, ...part });
  const finish = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <>
      {faults.length > 0 ? (
        <ul className={css['changes']}>
          {faults.map((fault) => (
            <li key={fault.path + fault.sentence} className={css['fault']}>
              {fault.sentence}
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        wide
        verb={t('node.apply')}
        pending={false}
        onSubmit={finish(() => draft.change(withNode(draft.content, place, typed)))}
        secondary={
          <>
            <Button variant="default" onClick={finish(() => draft.change(withMoved(draft.content, place, -1)))}>
              {t('node.up')}
            </Button>
            <Button variant="default" onClick={finish(() => draft.change(withMoved(draft.content, place, 1)))}>
              {t('node.down')}
            </Button>
            <Button variant="default" color="red" onClick={finish(() => draft.change(withoutNode(draft.content, place)))}>
              {t('node.remove')}
            </Button>
          </>
        }
      >
        <PlaceFields node={typed} draft={draft} onChange={set} />
        <PointFields node={typed} onChange={set} />
        <RuleFields rule={typed.rule} onChange={(rule) => set({ rule })} />
        {typed.rule.kind === 'sum' ? null : <EvidenceFields node={typed} onChange={set} />}
        <Textarea label={t('table.note')} rows={2} value={typed.note} onChange={(event) => set({ note: event.currentTarget.value })} />
      </Form>
      <TryRule node={typed} conventions={draft.content.conventions} rule="" />
    </>
  );
}

type Part = { readonly node: CriteriaNode; readonly onChange: (part: Partial<CriteriaNode>) => void };

function PlaceFields({ node, draft, onChange }: Part & { readonly draft: Draft }) {
  const { t } = useTranslation('sets');
  const parentKind = node.kind === 'criterion' ? 'field' : node.kind === 'sub_criterion' ? 'criterion' : null;
  const parents = draft.content.nodes.filter((one) => one.kind === parentKind);
  const choices = [{ value: '', label: '–' }, ...parents.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))];
  return (
    <>
      <div className={css['grid']}>
        <TextInput label={t('table.code')} required value={node.code} onChange={(event) => onChange({ code: event.currentTarget.value })} />
        <NativeSelect
          label={t('node.kind')}
          value={node.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(event) => onChange({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? node.kind })}
        />
        <NativeSelect
          label={t('node.parent')}
          value={node.parentCode ?? ''}
          data={choices}
          onChange={(event) => onChange({ parentCode: event.currentTarget.value || null })}
        />
      </div>
      <Textarea
        label={t('table.name')}
        required
        rows={2}
        value={node.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </>
  );
}

function PointFields({ node, onChange }: Part) {
  const { t } = useTranslation('sets');
  const rules = rulesFor(node.kind);
  const choose = (value: string): void => {
    const kind = rules.find((one) => one === value);
    if (kind) onChange({ rule: blankRule(kind, node.maximum), ...(kind === 'sum' ? { method: null } : { method: node.method ?? 'self' }) });
  };
  return (
    <div className={css['grid']}>
      <DecimalInput label={t('table.maximum')} required value={node.maximum} onChange={(maximum) => onChange({ maximum })} />
      <NativeSelect
        label={t('table.rule')}
        value={node.rule.kind}
        data={[...new Set([...rules, node.rule.kind])].map((kind) => ({ value: kind, label: t(`rules.${kind}`) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {node.rule.kind === 'sum' ? null : (
        <NativeSelect
          label={t('table.method')}
          value={node.method ?? ''}
          data={[{ value: '', label: '–' }, ...methods.map((method) => ({ value: method, label: t(`methods.${method}`) }))]}
          onChange={(event) => onChange({ method: methods.find((method) => method === event.currentTarget.value) ?? null })}
        />
      )}
    </div>
  );
}

function EvidenceFields({ node, onChange }: Part) {
  const { t } = useTranslation(['sets', 'common']);
  const fields = [{ value: '', label: '–' }, ...reformFields.map((field) => ({ value: field, label: t(`common:field.${field}`) }))];
  return (
    <>
      <Textarea
        label={t('table.evidence')}
        rows={2}
        value={node.evidence}
        onChange={(event) => onChange({ evidence: event.currentTarget.value })}
      />
      <div className={css['grid']}>
        <NativeSelect
          label={t('table.appraiser')}
          value={node.appraiserField ?? ''}
          data={fields}
          onChange={(event) => onChange({ appraiserField: reformFields.find((field) => field === event.currentTarget.value) ?? null })}
        />
        <TextInput
          label={t('table.measure')}
          value={node.measure ?? ''}
          onChange={(event) => onChange({ measure: event.currentTarget.value || null })}
        />
      </div>
      <Checkbox
        label={t('node.may_be_not_applicable')}
        checked={node.mayBeNotApplicable}
        onChange={(event) => onChange({ mayBeNotApplicable: event.currentTarget.checked })}
      />
    </>
  );
}
