// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import { ProblemNotice } from '../../../../shared/ui/feedback/problem-notice.tsx';
import { ExplicitFigure } from '../../../../shared/ui/figure/explicit-figure.tsx';
import { Section } from '../../../../shared/ui/layout/page-head.tsx';
import { type Conventions, type CriteriaNode, type ItemInput, type TryAnswer, tryRule } from '../sets.api.ts';
import css from '../sets.module.css';
import { TryInput } from './try-input.tsx';

type Props = { readonly node: CriteriaNode; readonly conventions: Conventions; readonly rule: string };

/** Type an input, see the points and how they come about. */
export function TryRule({ node, conventions, rule }: Props) {
  const { t } = useTranslation('sets');
  const [input, setInput] = useState<ItemInput | null>(null);
  const attempt = useMutation({ mutationFn: (given: ItemInput | null) => tryRule({ node, conventions, input: given }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    attempt.mutate(input);
  };
  if (node.rule.kind === 'sum') return null;
  return (
    <Section title={t('try.title')}>
      <form className="stack" onSubmit={submit}>
        <div className={css['grid']}>
          <TryInput key={node.rule.kind} rule={node.rule} onChange={setInput} />
        </div>
        <div>
          <Button type="submit" variant="default" loading={attempt.isPending}>
            {t('try.verb')}
          </Button>
        </div>
      </form>
      <ProblemNotice error={attempt.error} />
      <div role="status">{attempt.data ? <Outcome answer={attempt.data} node={node} rule={rule} /> : null}</div>
    </Section>
  );
}

function Outcome({ answer, node, rule }: { readonly answer: TryAnswer; readonly node: CriteriaNode; readonly rule: string }) {
  const { t } = useTranslation('sets');
  const format = useFormat();
  const { explanation, faults } = answer;
  if (!explanation)
    return (
      <ul>
        {faults.map((fault) => (
          <li key={fault.path + fault.sentence}>{fault.sentence}</li>
        ))}
      </ul>
    );
  const { points, exact, outcome } = explanation.result;
  if (outcome === 'not_applicable') return <p>{explanation.sentence}</p>;
  return (
    <p>
      <ExplicitFigure
        size="large"
        value={t('try.points', { points: format.number(points), maximum: format.number(node.maximum) })}
        origin={{ sentence: explanation.sentence, rule, source: t('try.exact', { exact }) }}
      />
      <br />
      {explanation.sentence}
    </p>
  );
}
