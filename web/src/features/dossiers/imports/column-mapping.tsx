// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/feedback/problem-notice.tsx';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { columnsOf, exampleOf, missingOf, type Plan, planFrom, withField } from './columns.ts';
import { type FieldChoice, fieldsQuery, type Import, importsKey, mappingsQuery, readAgain } from './imports.api.ts';
import css from './imports.module.css';
import { MappingSave } from './mapping-save.tsx';

type Shape = NonNullable<Import['shape']>;

/** Which column is what: recognised by its header, chosen by hand, or taken from a saved mapping. */
export function ColumnMapping({ one, closed = false }: { readonly one: Import; readonly closed?: boolean }) {
  const { t } = useTranslation('imports');
  const fields = useQuery(fieldsQuery);
  const { shape } = one;
  if (!shape) return null;
  return (
    <Section title={t('columns.title')}>
      <Loading of={fields}>
        {(known) =>
          closed ? (
            <PlanTable shape={shape} plan={shape.plan} fields={known.fields} />
          ) : (
            <PlanEditor one={one} shape={shape} fields={known.fields} />
          )
        }
      </Loading>
    </Section>
  );
}

type EditorProps = { readonly one: Import; readonly shape: Shape; readonly fields: readonly FieldChoice[] };

function PlanEditor({ one, shape, fields }: EditorProps) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const [plan, setPlan] = useState<Plan>(shape.plan);
  const mappings = useQuery(mappingsQuery);
  const read = useMutation({
    mutationFn: () => readAgain(one.id, columnsOf(shape.headers, plan)),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
  const missing = missingOf(fields, plan);
  const isSame = plan.every((field, index) => field === shape.plan[index]);
  const take = (id: string): void => {
    const mapping = mappings.data?.rows.find((row) => row.id === id);
    if (mapping) setPlan(planFrom(shape, mapping.columns));
  };
  return (
    <div className="stack">
      {missing.length > 0 ? (
        <p className={css['failure']} role="status">
          {t('columns.missing', { count: missing.length, fields: missing.map(({ header }) => `“${header}”`).join(', ') })}
        </p>
      ) : null}
      {mappings.data && mappings.data.rows.length > 0 ? (
        <NativeSelect
          className={css['take'] ?? ''}
          label={t('columns.take')}
          value=""
          data={[
            { value: '', label: t('columns.take_none') },
            ...mappings.data.rows.map(({ id, name, unitName }) => ({ value: id, label: `${name} (${unitName})` })),
          ]}
          onChange={(event) => take(event.currentTarget.value)}
        />
      ) : null}
      <PlanTable shape={shape} plan={plan} fields={fields} onPlan={setPlan} />
      <ProblemNotice error={read.error} />
      <div className={css['planActs']}>
        <Button disabled={missing.length > 0 || (isSame && one.state === 'checked')} loading={read.isPending} onClick={() => read.mutate()}>
          {t('columns.read')}
        </Button>
        <MappingSave unitId={one.unitId} columns={columnsOf(shape.headers, plan)} known={mappings.data?.rows ?? []} />
      </div>
    </div>
  );
}

type TableProps = {
  readonly shape: Shape;
  readonly plan: Plan;
  readonly fields: readonly FieldChoice[];
  readonly onPlan?: (plan: Plan) => void;
};

function PlanTable({ shape, plan, fields, onPlan }: TableProps) {
  const { t } = useTranslation('imports');
  const nameOf = (header: string, index: number): string => header.trim() || t('faults.nth', { number: index + 1 });
  const options = [
    { value: '', label: t('columns.unused') },
    ...fields.map(({ field, isRequired }) => ({ value: field, label: `${t(`field.${field}`)}${isRequired ? ' *' : ''}` })),
  ];
  return (
    <ul className={css['plan']} aria-label={t('columns.title')}>
      {shape.headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file is its place; names may repeat
        <li key={index}>
          <div className={css['column']}>
            <span className="strong">{nameOf(header, index)}</span>
            <span className="small soft">{exampleOf(shape.sample, index) || t('columns.no_example')}</span>
          </div>
          {onPlan ? (
            <NativeSelect
              size="sm"
              aria-label={t('columns.is', { column: nameOf(header, index) })}
              value={plan[index] ?? ''}
              data={options}
              onChange={(event) => {
                const chosen = fields.find(({ field }) => field === event.currentTarget.value);
                onPlan(withField(plan, index, chosen?.field ?? null));
              }}
            />
          ) : (
            <span>{plan[index] ? t(`field.${plan[index]}`) : t('columns.unused')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
