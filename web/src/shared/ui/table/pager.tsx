// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import css from './data-table.module.css';

type Props = { readonly offset: number; readonly pageSize: number; readonly total: number; readonly onOffset: (offset: number) => void };

export function Pager({ offset, pageSize, total, onOffset }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const page = Math.floor(offset / pageSize) + 1;
  const span = t('table.span', {
    from: format.number(offset + 1),
    to: format.number(Math.min(offset + pageSize, total)),
    total: format.number(total),
  });
  return (
    <>
      <p className="only-print small">{span}</p>
      <nav className={`${css['pager']} no-print`} aria-label={t('table.page', { page, pages })}>
        <Button size="compact-sm" variant="default" disabled={page === 1} onClick={() => onOffset(offset - pageSize)}>
          {t('table.previous')}
        </Button>
        <span className="digits small">{span}</span>
        <Button size="compact-sm" variant="default" disabled={page === pages} onClick={() => onOffset(offset + pageSize)}>
          {t('table.next')}
        </Button>
      </nav>
    </>
  );
}
