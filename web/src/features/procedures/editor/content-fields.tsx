// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../shared/ui/form/day-input.tsx';
import { NumberField } from '../../../shared/ui/form/number-field.tsx';
import { type Limit, levels, type Mark } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { BasesEditor } from './bases-editor.tsx';
import type { ContentDraft } from './content-draft.ts';
import { PapersEditor } from './papers-editor.tsx';
import { SectorField } from './sector-field.tsx';
import { UnitsEditor } from './units-editor.tsx';

type Props = {
  readonly draft: ContentDraft;
  readonly onDraft: (draft: ContentDraft) => void;
  /** Unit to which form files will belong. */
  readonly unitId: string;
  /** First day of the version, on which its units must exist. */
  readonly day: string;
};
type Typed = { readonly currentTarget: { readonly value: string } };
type TextKey = 'name' | 'limitText' | 'feeText' | 'note';

const limitUnits: readonly Limit['unit'][] = ['working_days', 'hours', 'calendar_days'];
const marks: readonly Mark[] = ['illustrative', 'background'];

/** All that a version says. */
export function ContentFields({ draft, onDraft, unitId, day }: Props) {
  const { t } = useTranslation('procedures');
  const text = (key: TextKey) => ({
    value: draft[key],
    onChange: (event: Typed) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <fieldset className={css['group']}>
        <legend>{t('form.what')}</legend>
        <Textarea label={t('name')} required rows={2} maxLength={1000} {...text('name')} />
        <div className={css['pair']}>
          <SectorField value={draft.sectorId} onChange={(sectorId) => onDraft({ ...draft, sectorId })} />
          <NativeSelect
            label={t('level_label')}
            required
            data={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
            value={draft.level}
            onChange={(event) => onDraft({ ...draft, level: levels.find((one) => one === event.currentTarget.value) ?? 'commune' })}
          />
        </div>
      </fieldset>
      <LimitAndFee draft={draft} onDraft={onDraft} text={text} />
      <fieldset className={css['group']}>
        <legend>{t('form.competence')}</legend>
        <UnitsEditor
          label={t('form.decides')}
          help={t('form.decides_help')}
          day={day}
          units={draft.decides}
          onUnits={(decides) => onDraft({ ...draft, decides })}
        />
        <UnitsEditor label={t('form.handles')} day={day} units={draft.handles} onUnits={(handles) => onDraft({ ...draft, handles })} />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{t('form.papers')}</legend>
        <PapersEditor papers={draft.papers} unitId={unitId} onPapers={(papers) => onDraft({ ...draft, papers })} />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{t('form.bases')}</legend>
        <BasesEditor bases={draft.bases} onBases={(bases) => onDraft({ ...draft, bases })} />
        <div className={css['pair']}>
          <DayInput
            label={t('form.published_on')}
            value={draft.publishedOn}
            onChange={(publishedOn) => onDraft({ ...draft, publishedOn })}
          />
          <DayInput label={t('form.updated_on')} value={draft.updatedOn} onChange={(updatedOn) => onDraft({ ...draft, updatedOn })} />
        </div>
        <NativeSelect
          label={t('form.mark')}
          data={[{ value: '', label: t('form.mark_none') }, ...marks.map((mark) => ({ value: mark, label: t(`mark.${mark}`) }))]}
          value={draft.mark}
          onChange={(event) => onDraft({ ...draft, mark: marks.find((one) => one === event.currentTarget.value) ?? '' })}
        />
        <Textarea label={t('form.note')} rows={2} maxLength={1000} {...text('note')} />
      </fieldset>
    </>
  );
}

type LimitProps = Pick<Props, 'draft' | 'onDraft'> & {
  readonly text: (key: TextKey) => { readonly value: string; readonly onChange: (event: Typed) => void };
};

function LimitAndFee({ draft, onDraft, text }: LimitProps) {
  const { t } = useTranslation('procedures');
  return (
    <fieldset className={css['group']}>
      <legend>{t('form.deadline')}</legend>
      <Checkbox
        label={t('form.has_limit')}
        checked={draft.hasLimit}
        onChange={(event) => onDraft({ ...draft, hasLimit: event.currentTarget.checked })}
      />
      {draft.hasLimit ? (
        <div className={css['pair']}>
          <NumberField
            label={t('form.limit_amount')}
            description={t('form.limit_help')}
            required
            min={0}
            max={9999}
            decimals={2}
            value={draft.limitAmount}
            onChange={(limitAmount) => onDraft({ ...draft, limitAmount })}
          />
          <NativeSelect
            label={t('form.limit_unit')}
            data={limitUnits.map((unit) => ({ value: unit, label: t(`form.limit_units.${unit}`) }))}
            value={draft.limitUnit}
            onChange={(event) =>
              onDraft({ ...draft, limitUnit: limitUnits.find((one) => one === event.currentTarget.value) ?? 'working_days' })
            }
          />
        </div>
      ) : null}
      <TextInput label={t('form.limit_text')} maxLength={1000} {...text('limitText')} />
      <div className={css['pair']}>
        <NumberField
          label={t('form.fee_amount')}
          description={t('form.fee_help')}
          min={0}
          grouped
          value={draft.feeAmount}
          onChange={(feeAmount) => onDraft({ ...draft, feeAmount })}
        />
        <TextInput label={t('form.fee_text')} maxLength={1000} {...text('feeText')} />
      </div>
    </fieldset>
  );
}
