// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../shared/format/use-format.ts';
import type { Sheet } from '../cycle.api.ts';
import { codesShown, itemsInAll, type Show, shows } from './shows.ts';

type Props = { readonly sheet: Sheet; readonly show: Show; readonly onShow: (show: Show) => void };

/** Which items of the sheet are shown; ways of narrowing it that lead to none are not offered. */
export function ShownChoice({ sheet, show, onShow }: Props) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const offered = shows.filter((one) => one === 'all' || one === show || codesShown(sheet, one).length > 0);
  return (
    <NativeSelect
      aria-label={t('sheet.show')}
      value={show}
      data={offered.map((value) => ({
        value,
        label: t('sheet.show_of', { what: t(`show.${value}`), count: format.number(codesShown(sheet, value).length) }),
      }))}
      onChange={(event) => onShow(shows.find((one) => one === event.currentTarget.value) ?? 'all')}
    />
  );
}

/** What the rows of a narrowed sheet are, in one sentence. */
export function ShownSentence({ sheet, show, onShow }: Props) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  if (show === 'all') return null;
  const done = format.number(codesShown(sheet, show).length);
  const all = format.number(itemsInAll(sheet, show));
  const unit = sheet.unit.authorityName;
  return (
    <p role="status" style={{ marginBottom: 10 }}>
      {t('sheet.shown', { done, all, unit, what: t(`shown.${show}`) })}{' '}
      <Button size="compact-sm" variant="default" className="no-print" onClick={() => onShow('all')}>
        {t('sheet.show_all')}
      </Button>
    </p>
  );
}
