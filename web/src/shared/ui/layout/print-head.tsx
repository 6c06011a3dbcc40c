// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../../format/days.ts';
import { useAsOf } from '../../session/as-of.ts';

const face = "font:8pt 'Be Vietnam Pro',sans-serif";

/** A text as a string of a style sheet: what could end the string or the sheet is written by its code. */
export function cssText(text: string): string {
  return `"${text.replace(/[\\"\n\r<>]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

/** What stands on paper: under the heading what this is a print of, and at the head of every sheet the same with its day. */
export function PrintHead({ title, part }: { readonly title: string; readonly part: string | undefined }) {
  const { t } = useTranslation();
  const { day, isToday } = useAsOf();
  const asOf = isToday ? null : `${t('figure.as_of')} ${formatDay(day)}`;
  const printed = [asOf, t('print.on', { day: formatDay(today()) })].filter(Boolean).join(' · ');
  const name = part ? `${title} · ${part}` : title;
  return (
    <>
      <style media="print">
        {`@page{@top-left{content:${cssText(name)};${face};width:70%;text-align:left}@top-right{content:${cssText(printed)};${face};text-align:right}}`}
      </style>
      <p className="only-print small">
        {part ? (
          <>
            {part}
            <br />
          </>
        ) : null}
        {t('product')} · {printed}
      </p>
    </>
  );
}
