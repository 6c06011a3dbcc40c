// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../shared/ui/feedback/confirm.tsx';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Skeleton } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import css from '../inspections.module.css';
import { inspectionsKey, type StatementPlace, withdrawStatement } from '../model/inspections.api.ts';
import type { Figure, Statement, StatementKind } from '../model/types.ts';
import { StatementText } from './statement-text.tsx';

const StatementForm = lazyPart(() => import('./statement-form.tsx').then((file) => file.StatementForm));

type Props = {
  readonly kind: StatementKind;
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly place: StatementPlace;
  readonly editable: boolean;
};

/** Statements of one kind, with their causes, and the way to add one. */
export function StatementList({ kind, statements, figures, place, editable }: Props) {
  const { t } = useTranslation('inspections');
  const [editing, setEditing] = useState<string | null>(null);
  const rows = statements.filter((statement) => statement.kind === kind);
  const done = (): void => setEditing(null);
  return (
    <div className="stack">
      {rows.length === 0 ? <p className="soft">{t(`statements.none.${kind}`)}</p> : null}
      {rows.length > 0 ? (
        <ol className={css['statements']}>
          {rows.map((statement) => (
            <li key={statement.id}>
              {editing === statement.id ? (
                <Suspense fallback={<Skeleton lines={3} />}>
                  <StatementForm kind={kind} place={place} figures={figures} statement={statement} onDone={done} />
                </Suspense>
              ) : (
                <StatementLine statement={statement} figures={figures} editable={editable} onEdit={() => setEditing(statement.id)} />
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {editable && editing === 'new' ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <StatementForm kind={kind} place={place} figures={figures} onDone={done} />
        </Suspense>
      ) : null}
      {editable && editing === null ? (
        <div className="no-print">
          <Button size="xs" variant="default" onClick={() => setEditing('new')}>
            {t(`statements.add.${kind}`)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type LineProps = {
  readonly statement: Statement;
  readonly figures: readonly Figure[];
  readonly editable: boolean;
  readonly onEdit: () => void;
};

function StatementLine({ statement, figures, editable, onEdit }: LineProps) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawStatement(statement.id, { version: statement.version, reason }),
    onSuccess: async () => {
      toastDone(t('statements.withdrawn'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  const facts = [
    statement.severity ? t(`statements.severities.${statement.severity}`) : null,
    statement.reformField ? t(`common:field.${statement.reformField}`) : null,
    statement.addressedTo ? `${t('statements.addressed_to')}: ${statement.addressedTo}` : null,
    statement.itemCode ? t('statements.item', { code: statement.itemCode }) : null,
    statement.paragraph ? t('statements.paragraph', { number: statement.paragraph }) : null,
  ].filter(Boolean);
  return (
    <>
      <p>
        <StatementText text={statement.text} figures={figures} />
      </p>
      {statement.cause ? (
        <p>
          <span className="soft">{t('statements.cause')}:</span> <StatementText text={statement.cause} figures={figures} />
        </p>
      ) : null}
      <p className="small soft">
        {facts.join(' · ')}
        {editable ? (
          <span className={`${css['lineActs']} no-print`}>
            <Button size="compact-xs" variant="subtle" color="gray" c="var(--link)" onClick={onEdit}>
              {t('statements.edit')}
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" c="var(--link)" onClick={() => setAsking(true)}>
              {t('statements.withdraw')}
            </Button>
          </span>
        ) : null}
      </p>
      <Confirm
        opened={asking}
        title={t('statements.withdraw')}
        verb={t('statements.withdraw')}
        reasonLabel={t('statements.withdraw_reason')}
        pending={withdraw.isPending}
        error={withdraw.error}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => withdraw.mutate(reason)}
      >
        <p>
          <StatementText text={statement.text} figures={figures} />
        </p>
      </Confirm>
    </>
  );
}
