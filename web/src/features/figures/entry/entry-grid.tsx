// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScrollRegion } from '../../../shared/ui/table/scroll-region.tsx';
import type { FigureGrid } from '../figures.api.ts';
import { ChosenCell } from './chosen-cell.tsx';
import css from './entry.module.css';
import { EntryMessages } from './entry-messages.tsx';
import { moved, type Place, pasted, typed } from './sheet.ts';
import { type EntryState, keyOf, useEntry } from './use-entry.ts';

/** A sheet of units by indicators: arrows and Enter move, a block from Excel is pasted, Ctrl+Z takes a step back. */
export function EntryGrid({ grid }: { readonly grid: FigureGrid }) {
  const { t } = useTranslation('figures');
  const entry = useEntry(grid);
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Place | null>(null);
  const size = { rows: grid.rows.length, columns: grid.columns.length };
  const focus = ({ row, column }: Place): void => {
    const field = table.current?.querySelector<HTMLInputElement>(`[data-place="${row} ${column}"]`);
    field?.focus();
    field?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: Place): void => {
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      const isRedo = event.key.toLowerCase() === 'y' || event.shiftKey;
      if (isRedo) entry.redo();
      else entry.undo();
      return;
    }
    const field = event.currentTarget;
    const atEdge = event.key === 'ArrowLeft' ? field.selectionEnd === 0 : field.selectionStart === field.value.length;
    if (/^Arrow(Left|Right)$/.test(event.key) && !atEdge && field.selectionStart === field.selectionEnd) return;
    const next = moved(at, event.key, size);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, at: Place): void => {
    const block = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(block)) return;
    event.preventDefault();
    entry.change(pasted(entry.sheet, at, block));
  };
  return (
    <>
      <Steps entry={entry} />
      <ScrollRegion label={t('entry.title')} isSheet>
        <table className={css['grid']} ref={table}>
          <caption className={css['caption']}>{t('entry.caption', { unit: grid.unit.name, period: grid.period.name })}</caption>
          <SheetHead grid={grid} />
          <tbody>
            {grid.rows.map((unit, row) => (
              <tr key={`${unit.unitId} ${unit.period}`}>
                <RowHead of={unit} across={grid.across} />
                {grid.columns.map((column, index) => {
                  const at = { row, column: index };
                  const state = entry.states.get(keyOf({ ...unit, indicatorId: column.indicatorId }));
                  return (
                    <td key={`${column.indicatorId} ${column.part}`} data-state={state?.kind}>
                      <input
                        inputMode="decimal"
                        data-place={`${row} ${index}`}
                        disabled={unit.closed.includes(column.indicatorId)}
                        aria-label={`${column.label}, ${grid.across === 'periods' ? unit.periodName : unit.name}`}
                        aria-invalid={state?.kind === 'refused' || undefined}
                        title={state?.kind === 'refused' ? state.sentence : undefined}
                        value={entry.sheet.texts[row]?.[index] ?? ''}
                        onChange={(event) => entry.change(typed(entry.sheet, [{ ...at, text: event.currentTarget.value }]))}
                        onKeyDown={(event) => onKeyDown(event, at)}
                        onPaste={(event) => onPaste(event, at)}
                        onFocus={(event) => {
                          setChosen(at);
                          event.currentTarget.select();
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Chosen at={chosen} grid={grid} entry={entry} />
      <EntryMessages grid={grid} states={entry.states} warnings={entry.warnings} />
    </>
  );
}

type ChosenProps = { readonly at: Place | null; readonly grid: FigureGrid; readonly entry: ReturnType<typeof useEntry> };

function Chosen({ at, grid, entry }: ChosenProps) {
  const [row, column] = [at && grid.rows[at.row], at && grid.columns[at.column]];
  if (!row || !column) return null;
  const key = keyOf({ ...row, indicatorId: column.indicatorId });
  return <ChosenCell row={row} column={column} evidence={entry.evidence.get(key)} onEvidence={(file) => entry.attach(key, file)} />;
}

function RowHead({ of: row, across }: { readonly of: FigureGrid['rows'][number]; readonly across: FigureGrid['across'] }) {
  return (
    <th scope="row">
      <Link to={`/figures?${new URLSearchParams({ unit: row.unitId, name: row.name, period: row.period }).toString()}`}>
        {across === 'periods' ? row.periodName : row.name}
      </Link>
    </th>
  );
}

function SheetHead({ grid }: { readonly grid: FigureGrid }) {
  const { t } = useTranslation('figures');
  return (
    <thead>
      <tr>
        <th scope="col">{grid.across === 'periods' ? t('period') : t('column.unit')}</th>
        {grid.columns.map((column) => (
          <th scope="col" key={`${column.indicatorId} ${column.part}`} title={`${column.name} = ${column.formula}`}>
            <small className="soft">{column.code}</small>
            <br />
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Steps({ entry }: { readonly entry: ReturnType<typeof useEntry> }) {
  const { t } = useTranslation('figures');
  return (
    <div className={`${css['acts']} no-print`}>
      <Button size="xs" variant="default" disabled={entry.sheet.done.length === 0} onClick={entry.undo}>
        {t('entry.undo')}
      </Button>
      <Button size="xs" variant="default" disabled={entry.sheet.undone.length === 0} onClick={entry.redo}>
        {t('entry.redo')}
      </Button>
      <Tally states={entry.states} />
    </div>
  );
}

/** How many figures are recorded, on their way, incomplete or refused. */
function Tally({ states }: { readonly states: ReadonlyMap<string, EntryState> }) {
  const { t } = useTranslation('figures');
  const of = (kind: EntryState['kind']): number => [...states.values()].filter((state) => state.kind === kind).length;
  const parts = (['saving', 'saved', 'incomplete', 'refused'] as const).flatMap((kind) =>
    of(kind) > 0 ? [t(`entry.state.${kind}`, { count: of(kind) })] : [],
  );
  return (
    <span role="status" className="small soft">
      {parts.length > 0 ? parts.join(' · ') : t('entry.help')}
    </span>
  );
}
