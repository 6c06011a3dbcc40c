// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Dialog } from '../../../shared/ui/feedback/dialog.tsx';
import { Facts } from '../../../shared/ui/layout/page-head.tsx';
import { NodeForm } from './editor/node-form.tsx';
import type { Draft } from './editor/use-draft.ts';
import { TryRule } from './rules/try-rule.tsx';
import type { CriteriaNode, SetContent, ToldFault } from './sets.api.ts';

type Props = {
  readonly content: SetContent;
  readonly place: number;
  readonly rule: string;
  readonly faults: readonly ToldFault[];
  /** The draft that the row belongs to; null where the version is fixed. */
  readonly draft: Draft | null;
  readonly onClose: () => void;
};

/** One row: what it says and a place to try its rule; in a draft it is edited here. */
export function NodeDialog({ content, place, rule, faults, draft, onClose }: Props) {
  const { t } = useTranslation(['sets', 'common']);
  const node = content.nodes[place];
  if (!node) return null;
  return (
    <Dialog onClose={onClose} size="xl" title={`${t(`kinds.${node.kind}`)} ${node.code}`}>
      <div className="stack">
        {draft ? (
          <NodeForm key={place} draft={draft} place={place} node={node} faults={faults} onClose={onClose} />
        ) : (
          <>
            <NodeFacts node={node} rule={rule} />
            <TryRule node={node} conventions={content.conventions} rule={rule} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function NodeFacts({ node, rule }: { readonly node: CriteriaNode; readonly rule: string }) {
  const { t } = useTranslation(['sets', 'common']);
  const format = useFormat();
  const facts: (readonly [string, string])[] = [
    [t('table.name'), node.name],
    [t('table.maximum'), format.number(node.maximum)],
    [t('table.rule'), rule],
    [t('table.method'), node.method ? t(`methods.${node.method}`) : '–'],
    [t('table.evidence'), node.evidence || '–'],
    [t('table.appraiser'), node.appraiserField ? t(`common:field.${node.appraiserField}`) : '–'],
    [t('table.measure'), node.measure ?? '–'],
    [t('node.may_be_not_applicable'), t(node.mayBeNotApplicable ? 'yes' : 'no')],
    [t('table.note'), node.note || '–'],
  ];
  return <Facts of={facts} />;
}
