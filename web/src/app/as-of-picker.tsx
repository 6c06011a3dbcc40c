// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../shared/format/days.ts';
import { chooseAsOf, useAsOf } from '../shared/session/as-of.ts';
import { DayInput } from '../shared/ui/form/day-input.tsx';
import { DropPanel } from '../shared/ui/layout/drop-panel.tsx';
import css from './shell.module.css';

/** The day as of which units are read, always in sight. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const { day, isToday } = useAsOf();
  const [opened, setOpened] = useState(false);
  return (
    <DropPanel
      opened={opened}
      onOpened={setOpened}
      position="bottom-start"
      width={280}
      label={t('top.as_of')}
      button={(press) => (
        <button type="button" className={css['asOf']} data-past={!isToday || undefined} {...press}>
          {isToday ? t('top.as_of_today', { day: formatDay(day) }) : t('top.as_of_past', { day: formatDay(day) })}
        </button>
      )}
    >
      <div className="stack">
        <DayInput
          label={t('top.as_of')}
          value={day}
          description={t('top.as_of_help')}
          onChange={(next) => (next ? chooseAsOf(next) : undefined)}
        />
        {isToday ? null : (
          <Button variant="default" size="xs" onClick={() => chooseAsOf(null)}>
            {t('top.back_to_today')}
          </Button>
        )}
      </div>
    </DropPanel>
  );
}
