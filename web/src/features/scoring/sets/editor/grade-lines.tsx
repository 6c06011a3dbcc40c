// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconPlus, IconTrash } from '../../../../shared/ui/icons.ts';
import { DecimalInput } from '../rules/decimal-input.tsx';
import type { SetContent } from '../sets.api.ts';
import css from '../sets.module.css';

type Grade = SetContent['grades'][number];

/** Grades, best first; none where units are only ranked. */
export function GradeLines({ rows, onChange }: { readonly rows: readonly Grade[]; readonly onChange: (rows: Grade[]) => void }) {
  const { t } = useTranslation('sets');
  const lines = rows.map((row, place) => ({ row, place }));
  const set = (at: number, part: Partial<Grade>): void =>
    onChange(lines.map(({ row, place }) => (place === at ? { ...row, ...part } : row)));
  return (
    <fieldset className={css['lines']}>
      <legend className="small">{t('head.grades')}</legend>
      {lines.map(({ row, place }) => (
        <div key={place} className={css['line']}>
          <TextInput label={t('head.grade_code')} value={row.code} onChange={(event) => set(place, { code: event.currentTarget.value })} />
          <TextInput
            className={css['grow'] ?? ''}
            label={t('head.grade_name')}
            value={row.name}
            onChange={(event) => set(place, { name: event.currentTarget.value })}
          />
          <DecimalInput label={t('head.grade_from')} value={row.fromPercent} onChange={(fromPercent) => set(place, { fromPercent })} />
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
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...rows, { code: '', name: '', fromPercent: '0' }])}
        >
          {t('rule.add_line')}
        </Button>
      </div>
    </fieldset>
  );
}
