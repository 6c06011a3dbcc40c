// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { tableAddress } from './cycle.api.ts';

const formats = ['docx', 'pdf', 'xlsx'] as const;

/** The score table as a paper: Word, PDF or workbook. */
export function PrintedTable({ of, id }: { readonly of: 'rounds' | 'round-units'; readonly id: string }) {
  const { t } = useTranslation('cycle');
  return (
    <span className="small">
      {t(of === 'rounds' ? 'printed.summary' : 'printed.table')}{' '}
      {formats.map((format) => (
        <a key={format} href={tableAddress(of, id, format)} style={{ marginRight: 8 }} aria-label={t('printed.as', { format })}>
          .{format}
        </a>
      ))}
    </span>
  );
}
