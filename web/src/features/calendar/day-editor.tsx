// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shared/format/days.ts';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { dayOffKinds } from './calendar.api.ts';
import { type MarkedDay, weekdayOf } from './year-draft.ts';

type Props = {
  readonly day: string;
  readonly mark: MarkedDay | null;
  readonly editable: boolean;
  readonly onApply: (mark: MarkedDay | null) => void;
};

export function DayEditor({ day, mark, editable, onApply }: Props) {
  const { t } = useTranslation('calendar');
  const isWeekend = weekdayOf(day) >= 6;
  const usual = isWeekend ? 'weekend' : 'working';
  const [kind, setKind] = useState<string>(mark?.kind ?? usual);
  const [name, setName] = useState(mark?.name ?? '');
  const [inPlaceOf, setInPlaceOf] = useState(mark?.inPlaceOf ?? '');
  const title = `${t(`weekday.${weekdayOf(day)}` as 'weekday.1')}, ${formatDay(day)}`;
  if (!editable) {
    return (
      <div>
        <h3>{title}</h3>
        <p>{mark?.name || t(`kind.${mark?.kind ?? usual}`)}</p>
        {mark?.source ? <p className="small soft">{mark.source}</p> : null}
      </div>
    );
  }
  const kept = { source: mark?.source ?? '', certainty: mark?.certainty ?? null };
  const apply = (): void => {
    const off = dayOffKinds.find((one) => one === kind);
    if (off) onApply({ kind: off, name: name.trim(), inPlaceOf: '', ...kept });
    else onApply(kind === 'worked' ? { kind: 'worked', name: '', inPlaceOf, ...kept } : null);
  };
  const options = [usual, ...(isWeekend ? ['worked'] : []), ...dayOffKinds] as const;
  const isOff = dayOffKinds.some((one) => one === kind);
  const incomplete = (isOff && name.trim() === '') || (kind === 'worked' && !inPlaceOf);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <h3>{title}</h3>
      <NativeSelect
        label={t('day_kind')}
        data={options.map((one) => ({ value: one, label: t(`kind.${one}` as 'kind.tet') }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      {isOff ? <TextInput label={t('name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} /> : null}
      {kind === 'worked' ? <DayInput label={t('in_place_of')} required value={inPlaceOf} onChange={setInPlaceOf} /> : null}
      <div>
        <Button type="submit" variant="default" disabled={incomplete}>
          {t('apply')}
        </Button>
      </div>
    </form>
  );
}
