// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { IconPlus, IconX } from '../../../shared/ui/icons.ts';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import css from '../inspections.module.css';
import { decimalOf, emptyPart, isHalfPart, isUnread, type PartDraft, partsOf, sumOf } from './figure-draft.ts';

type Props = {
  readonly parts: readonly PartDraft[];
  /** The total that was declared, as it was typed. */
  readonly total: string;
  readonly onParts: (parts: readonly PartDraft[]) => void;
};

/** The parts of a sum, one line each, with their own total beside the declared one. */
export function PartFields({ parts, total, onParts }: Props) {
  const { t } = useTranslation('inspections');
  const put = (key: number, change: Partial<PartDraft>): void =>
    onParts(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));
  return (
    <fieldset className={css['box']}>
      <legend>{t('figures.parts')}</legend>
      {parts.length === 0 ? <p className="soft small">{t('figures.parts_none')}</p> : null}
      {parts.map((part, index) => (
        <div key={part.key} className={css['part']}>
          <TextInput
            size="sm"
            aria-label={t('figures.part_label', { number: index + 1 })}
            placeholder={t('figures.part_name')}
            value={part.label}
            error={isHalfPart(part) && part.label.trim() === '' ? t('figures.part_nameless') : null}
            onChange={(event) => put(part.key, { label: event.currentTarget.value })}
          />
          <TextInput
            size="sm"
            inputMode="decimal"
            aria-label={t('figures.part_value', { number: index + 1 })}
            placeholder={t('figures.part_number')}
            value={part.value}
            styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
            error={isHalfPart(part) && decimalOf(part.value) === null ? t('figures.unread') : null}
            onChange={(event) => put(part.key, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--ink-soft)"
            size="lg"
            aria-label={t('figures.part_remove', { number: index + 1, name: part.label })}
            onClick={() => onParts(parts.filter((one) => one.key !== part.key))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onParts([...parts, emptyPart()])}
        >
          {t('figures.part_add')}
        </Button>
        <PartSum parts={parts} total={total} />
      </div>
    </fieldset>
  );
}

function PartSum({ parts, total }: Omit<Props, 'onParts'>) {
  const { t } = useTranslation('inspections');
  const format = useFormat();
  const read = partsOf(parts);
  if (read.length === 0) return null;
  const sum = sumOf(read.map((part) => part.value));
  const declared = isUnread(total) ? null : decimalOf(total);
  const agrees = declared !== null && sumOf([declared]) === sum;
  return (
    <p className="small" aria-live="polite">
      {t('figures.parts_sum')} <span className="digits strong">{format.number(sum)}</span>{' '}
      {declared === null ? null : (
        <StateBadge tone={agrees ? 'on_course' : 'late'} oneLine>
          {agrees ? t('figures.parts_agree') : t('figures.parts_differ', { total: format.number(declared) })}
        </StateBadge>
      )}
    </p>
  );
}
