// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { capitalised } from '../../../shared/format/text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Pager } from '../../../shared/ui/table/pager.tsx';
import { ScrollRegion } from '../../../shared/ui/table/scroll-region.tsx';
import { figureAddress } from '../figure-value.tsx';
import { type CrossState, type CrossTable, columnsAtOnce, type Dimension, rowsAtOnce } from './cross.api.ts';
import css from './cross.module.css';

type Props = {
  readonly table: CrossTable;
  readonly asked: CrossState;
  readonly onWindow: (window: Partial<CrossState>) => void;
};
type Head = CrossTable['rows'][number];

/** One window of a cross table; every number opens to its figure. */
export function CrossSheet({ table, asked, onWindow }: Props) {
  const { t } = useTranslation('cross-table');
  const format = useFormat();
  const placeOf = (row: Head, column: Head): Record<Dimension, string> => {
    const place = { units: table.unit.id, indicators: '', periods: '' };
    place[table.fixed.dimension] = table.fixed.id;
    place[asked.rows as Dimension] = row.id;
    place[asked.columns as Dimension] = column.id;
    return place;
  };
  const caption = t('caption', { rows: t(`dimension.${asked.rows as Dimension}`), columns: t(`dimension.${asked.columns as Dimension}`) });
  return (
    <>
      <ScrollRegion label={caption} isSheet>
        <table className={css['sheet']}>
          <caption className={css['caption']}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${asked.rows as Dimension}`)}</th>
              {table.columns.map((column) => (
                <ColumnHead key={column.id} of={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, line) => (
              <tr key={row.id}>
                <th scope="row">{row.unitOfMeasure ? `${row.code} ${row.name} (${row.unitOfMeasure})` : capitalised(row.name)}</th>
                {table.columns.map((column, place) => {
                  const value = table.cells[line]?.[place] ?? null;
                  const at = placeOf(row, column);
                  return (
                    <td key={column.id}>
                      {value === null ? (
                        <span className="soft">–</span>
                      ) : (
                        <Link to={figureAddress(at.units, at.indicators, at.periods)}>{format.number(value)}</Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Pages
        label={t('rows')}
        offset={asked.rowOffset}
        size={rowsAtOnce}
        total={table.rowTotal}
        onOffset={(rowOffset) => onWindow({ rowOffset })}
      />
      <Pages
        label={t('columns')}
        offset={asked.columnOffset}
        size={columnsAtOnce}
        total={table.columnTotal}
        onOffset={(columnOffset) => onWindow({ columnOffset })}
      />
    </>
  );
}

/** The code and the name of a column; a long name is cut after four lines on the screen and read whole by everything else. */
function ColumnHead({ of: { code, name, unitOfMeasure } }: { readonly of: Head }) {
  const whole = unitOfMeasure ? `${code} ${name} (${unitOfMeasure})` : capitalised(name);
  return (
    <th scope="col" title={whole} aria-label={whole}>
      {unitOfMeasure ? (
        <>
          {code}
          <span className={css['name']}>{name}</span>
          <span className={css['measure']}>{unitOfMeasure}</span>
        </>
      ) : (
        <span className={css['name']}>{whole}</span>
      )}
    </th>
  );
}

type PagesProps = {
  readonly label: string;
  readonly offset: string;
  readonly size: number;
  readonly total: number;
  readonly onOffset: (offset: string) => void;
};

function Pages({ label, offset, size, total, onOffset }: PagesProps) {
  if (total <= size) return null;
  return (
    <div className={css['pages']}>
      <span className="small">{label}</span>
      <Pager offset={Number(offset || '0')} pageSize={size} total={total} onOffset={(next) => onOffset(String(Math.max(0, next)))} />
    </div>
  );
}
