// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { fold } from '../../shared/format/text.ts';
import { IconChevronDown, IconChevronRight, IconSearch } from '../../shared/ui/icons.ts';
import type { UnitRow } from './units.api.ts';
import css from './units.module.css';
import { visibleRows } from './visible-rows.ts';

/** The tree of one day; words of a name open the way to what they find. */
export function UnitTree({ rows, day }: { readonly rows: readonly UnitRow[]; readonly day: string }) {
  const { t } = useTranslation('units');
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter((row) => row.depth === 1 && row.childCount > 0).map((row) => row.id)),
  );
  const shown = useMemo(() => visibleRows(rows, closed, asked), [rows, closed, asked]);
  const toggle = (id: string): void => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('filter')}
        placeholder={t('filter')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        maw={420}
        mb={10}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        className="no-print"
      />
      {shown.length === 0 ? <p className="soft">{t('none', { query: asked, day: formatDay(day) })}</p> : null}
      <ul className={css['tree']} aria-label={t('tree')}>
        {shown.map((row) => (
          <TreeLine
            key={row.id}
            row={row}
            isOpen={asked !== '' || !closed.has(row.id)}
            found={asked !== '' && fold(`${row.name} ${row.code}`).includes(fold(asked))}
            onToggle={() => toggle(row.id)}
          />
        ))}
      </ul>
    </>
  );
}

type LineProps = { readonly row: UnitRow; readonly isOpen: boolean; readonly found: boolean; readonly onToggle: () => void };

function TreeLine({ row, isOpen, found, onToggle }: LineProps) {
  const { t } = useTranslation('units');
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={css['line']} style={{ '--depth': row.depth }} data-found={found || undefined} data-top={row.depth === 0 || undefined}>
      {row.childCount > 0 ? (
        <button
          type="button"
          data-print
          className={css['toggle']}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'close_children' : 'open_children', { name: row.name })}
          onClick={onToggle}
        >
          <Icon size={16} stroke={1.6} aria-hidden="true" />
        </button>
      ) : (
        <span className={css['toggle']} />
      )}
      <Link to={`/units/${row.id}`} className={css['name']}>
        {row.name}
      </Link>
      <span className={css['detail']}>
        {t(`level.${row.level}`)}
        {row.childCount > 0 ? ` · ${row.childCount}` : ''}
        {row.mark ? ` · ${t(`mark.${row.mark}`)}` : ''}
      </span>
      <span className={css['code']}>{row.code}</span>
    </li>
  );
}
