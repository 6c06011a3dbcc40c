// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconPlus, IconTrash } from '../../../../shared/ui/icons.ts';
import type { Rule } from '../sets.api.ts';
import css from '../sets.module.css';
import { DecimalInput } from './decimal-input.tsx';

type Option = Extract<Rule, { readonly kind: 'options' }>['options'][number];
type Answer = Extract<Rule, { readonly kind: 'survey_mean' }>['answers'][number];
type Band = Extract<Rule, { readonly kind: 'rate_bands' }>['bands'][number];
type Props<T> = { readonly rows: readonly T[]; readonly onChange: (rows: T[]) => void };

/** Lines of a list with a way to add one and to take one away. */
function Lines<T>({
  legend,
  rows,
  blank,
  onChange,
  line,
}: Props<T> & {
  readonly legend: string;
  readonly blank: T;
  readonly line: (row: T, change: (part: Partial<T>) => void) => ReactNode;
}) {
  const { t } = useTranslation('sets');
  const set = (place: number, part: Partial<T>): void => onChange(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  return (
    <fieldset className={css['lines']}>
      <legend className="small">{legend}</legend>
      {rows
        .map((row, place) => ({ row, place }))
        .map(({ row, place }) => (
          <div key={place} className={css['line']}>
            {line(row, (part) => set(place, part))}
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('rule.remove_line', { number: place + 1 })}
              onClick={() => onChange(rows.filter((_, index) => index !== place))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => onChange([...rows, blank])}>
          {t('rule.add_line')}
        </Button>
      </div>
    </fieldset>
  );
}

export function OptionLines({ rows, onChange }: Props<Option>) {
  const { t } = useTranslation('sets');
  return (
    <Lines
      legend={t('rule.options')}
      rows={rows}
      blank={{ code: '', label: '', points: '' }}
      onChange={onChange}
      line={(row, change) => (
        <>
          <TextInput label={t('rule.option_code')} value={row.code} onChange={(event) => change({ code: event.currentTarget.value })} />
          <TextInput
            className={css['grow'] ?? ''}
            label={t('rule.option_label')}
            value={row.label}
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
          <DecimalInput label={t('rule.points')} value={row.points} onChange={(points) => change({ points })} />
        </>
      )}
    />
  );
}

export function AnswerLines({ rows, onChange }: Props<Answer>) {
  const { t } = useTranslation('sets');
  return (
    <Lines
      legend={t('rule.answers')}
      rows={rows}
      blank={{ code: '', percent: '' }}
      onChange={onChange}
      line={(row, change) => (
        <>
          <TextInput label={t('rule.answer_code')} value={row.code} onChange={(event) => change({ code: event.currentTarget.value })} />
          <DecimalInput label={t('rule.percent')} value={row.percent} onChange={(percent) => change({ percent })} />
        </>
      )}
    />
  );
}

export function BandLines({ rows, unit, onChange }: Props<Band> & { readonly unit: string }) {
  const { t } = useTranslation('sets');
  return (
    <Lines
      legend={t('rule.bands')}
      rows={rows}
      blank={{ from: '', includesFrom: true, to: '', includesTo: false, points: '' }}
      onChange={onChange}
      line={(row, change) => (
        <>
          <DecimalInput
            label={`${t('rule.from')}${unit}`}
            value={row.from ?? ''}
            onChange={(from) => change({ from: from === '' ? null : from })}
          />
          <Checkbox
            label={t('rule.inclusive')}
            aria-label={`${t('rule.from')}: ${t('rule.inclusive')}`}
            checked={row.includesFrom}
            onChange={(event) => change({ includesFrom: event.currentTarget.checked })}
          />
          <DecimalInput label={`${t('rule.to')}${unit}`} value={row.to ?? ''} onChange={(to) => change({ to: to === '' ? null : to })} />
          <Checkbox
            label={t('rule.inclusive')}
            aria-label={`${t('rule.to')}: ${t('rule.inclusive')}`}
            checked={row.includesTo}
            onChange={(event) => change({ includesTo: event.currentTarget.checked })}
          />
          <DecimalInput label={t('rule.points')} value={row.points} onChange={(points) => change({ points })} />
        </>
      )}
    />
  );
}
