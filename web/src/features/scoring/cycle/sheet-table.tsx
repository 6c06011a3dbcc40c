// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { padded } from '../../../shared/format/numbers.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { ScrollRegion } from '../../../shared/ui/table/scroll-region.tsx';
import { BehindCount } from './counts/behind-count.tsx';
import { codesShown, type Show } from './counts/shows.ts';
import type { Sheet, SheetItem, ToldScore } from './cycle.api.ts';
import css from './cycle.module.css';
import { useLastYearOrigin, useMaximumOrigin, useScoreOrigin, useSumOrigin } from './score-origin.ts';

function isShown(sheet: Sheet, item: SheetItem, codes: ReadonlySet<string>): boolean {
  if (item.method === null) return sheet.items.some((one) => one.parentCode === item.code && isShown(sheet, one, codes));
  return codes.has(item.code);
}

type Props = { readonly sheet: Sheet; readonly chosen: string; readonly show: Show; readonly onChoose: (code: string) => void };

/** The table of criteria as a tree: maximum, self-score, appraised and counting points, last year beside each item. */
export function SheetTable({ sheet, chosen, show, onChoose }: Props) {
  const { t } = useTranslation('cycle');
  const codes = new Set(codesShown(sheet, show));
  const rows = show === 'all' ? sheet.items : sheet.items.filter((item) => isShown(sheet, item, codes));
  return (
    <ScrollRegion label={t('sheet.table')} isSheet>
      <table className={css['tree']}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.code')}</th>
            <th scope="col">{t('sheet.item')}</th>
            <th scope="col" className={css['number']}>
              {t('sheet.maximum')}
            </th>
            <th scope="col" className={css['number']}>
              {t('sheet.last_year')}
            </th>
            <th scope="col" className={css['number']}>
              {t('sheet.self')}
            </th>
            <th scope="col" className={css['number']}>
              {t('sheet.appraised')}
            </th>
            <th scope="col" className={css['number']}>
              {t('sheet.final')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <Row key={item.code} sheet={sheet} item={item} show={show} isChosen={item.code === chosen} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = {
  readonly sheet: Sheet;
  readonly item: SheetItem;
  readonly show: Show;
  readonly isChosen: boolean;
  readonly onChoose: (code: string) => void;
};

function Row({ sheet, item, show, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const originOf = useScoreOrigin(sheet);
  const sumOrigin = useSumOrigin(sheet);
  const lastYearOf = useLastYearOrigin();
  const maximumOf = useMaximumOrigin(sheet);
  const depth = item.kind === 'sub_criterion' ? 2 : item.kind === 'criterion' ? 1 : 0;
  const unproven = sheet.counts.listed.unproven.includes(item.code);
  const self = item.scores.findLast(({ stage }) => stage === 'self');
  const appraised =
    item.scores.findLast(({ stage }) => stage === 'appraised_2') ?? item.scores.findLast(({ stage }) => stage === 'appraised_1');
  const inLine = (points: string): string => format.number(padded(points, sheet.set.conventions.decimals));
  const sumOf = (view: 'self' | 'final') => sheet.results[view].nodes.find(({ code }) => code === item.code);
  return (
    <tr data-kind={item.kind} data-chosen={isChosen || undefined}>
      <td className="digits">{item.code}</td>
      <th scope="row" style={{ paddingLeft: 8 + depth * 14, fontWeight: 'inherit' }}>
        {item.method === null ? (
          item.name
        ) : (
          <button
            type="button"
            className={css['open']}
            onClick={() => onChoose(item.code)}
            aria-label={`${t('sheet.open_item', { code: item.code })}: ${item.name}`}
          >
            {item.name}
          </button>
        )}
        {item.lastYear?.remark ? (
          <div className="small soft">{t('sheet.remark', { year: item.lastYear.year, text: item.lastYear.remark })}</div>
        ) : null}
        {unproven ? <div className={`small ${css['missing']}`}>{t('sheet.unproven')}</div> : null}
        {item.method === null ? null : <BehindCount item={item} show={show} />}
      </th>
      <td className={`digits ${css['number']}`}>
        <ExplicitFigure value={format.number(item.maximum)} origin={maximumOf(item)} />
      </td>
      <td className={`digits ${css['number']}`}>
        {item.lastYear ? (
          <ExplicitFigure
            value={item.lastYear.points === null ? '–' : inLine(item.lastYear.points)}
            origin={lastYearOf(item, item.lastYear)}
          />
        ) : (
          '–'
        )}
      </td>
      <td className={`digits ${css['number']}`}>
        {item.method === null ? (
          <ExplicitFigure value={inLine(sumOf('self')?.points ?? '0')} origin={sumOrigin(item, 'self')} />
        ) : self ? (
          <ExplicitFigure value={inLine(self.points)} origin={originOf(item, self)} />
        ) : (
          '–'
        )}
      </td>
      <td className={`digits ${css['number']}`}>
        <Appraised sheet={sheet} item={item} score={appraised} />
      </td>
      <td className={`digits ${css['number']}`}>
        {item.method === null ? (
          <ExplicitFigure value={inLine(sumOf('final')?.points ?? '0')} origin={sumOrigin(item, 'final')} />
        ) : item.counting ? (
          <ExplicitFigure value={inLine(item.counting.points)} origin={originOf(item, item.counting)} />
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** The appraised points; struck through where an earlier stage was scored anew after them, so that they have to be given again. */
function Appraised({ sheet, item, score }: { readonly sheet: Sheet; readonly item: SheetItem; readonly score: ToldScore | undefined }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const originOf = useScoreOrigin(sheet);
  if (!score) return <>–</>;
  const figure = (
    <ExplicitFigure value={format.number(padded(score.points, sheet.set.conventions.decimals))} origin={originOf(item, score)} />
  );
  if (score.state !== 'overtaken') return figure;
  return (
    <>
      <s>{figure}</s>
      <div className={`small ${css['missing']}`}>{t('sheet.again')}</div>
    </>
  );
}
