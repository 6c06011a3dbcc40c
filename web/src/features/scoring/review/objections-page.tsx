// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { daysBetween, today } from '../../../shared/format/days.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty, Loading } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { FigureSentence } from '../../../shared/ui/figure/figure-sentence.tsx';
import { PageHead, Section } from '../../../shared/ui/layout/page-head.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { roundQuery } from '../cycle/cycle.api.ts';
import { AnswerForm } from '../cycle/item-objections.tsx';
import { type ObjectionCase, type Objections, objectionsQuery } from './review.api.ts';
import css from './review.module.css';
import { RoundRooms } from './round-rooms.tsx';

/** Who objects to which score, until when is it answered, and what was answered? */
export function ObjectionsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('review');
  const round = useQuery(roundQuery(id));
  const objections = useQuery(objectionsQuery(id));
  return (
    <>
      <RoundRooms roundId={id} />
      <PageHead
        title={t('objections.title')}
        answer={objections.data ? <Answer objections={objections.data} /> : null}
        back={{ to: `/scoring/rounds/${id}`, label: round.data?.round.title ?? t('queue.back') }}
      />
      <Loading of={objections} lines={8}>
        {(data) => (
          <>
            <TimeLeft objections={data} />
            {data.rows.length === 0 ? (
              <Empty title={t('objections.empty')}>{t('objections.empty_help')}</Empty>
            ) : (
              <Cases rows={data.rows} />
            )}
          </>
        )}
      </Loading>
    </>
  );
}

function Answer({ objections: { rows } }: { readonly objections: Objections }) {
  const { t } = useTranslation('review');
  const open = rows.filter(({ answer }) => answer === null);
  const counted = (count: number, what: 'waiting' | 'all') => (
    <ExplicitFigure
      value={String(count)}
      label={t(`objections.counted_label.${what}`)}
      origin={{
        sentence: t(`objections.counted.${what}`, { count }),
        rule: t(`objections.counted_rule.${what}`),
        recordsHref: what === 'waiting' || open.length > 0 ? '#waiting' : '#answered',
      }}
    />
  );
  const next = open.find(({ answerDueOn }) => answerDueOn)?.answerDueOn ?? null;
  return (
    <>
      <FigureSentence
        tell={(at) => t('objections.answer', at)}
        figures={{ open: counted(open.length, 'waiting'), all: counted(rows.length, 'all') }}
      />{' '}
      {next ? (
        <>
          {t('objections.next')} <Clock day={next} />
        </>
      ) : null}
    </>
  );
}

/** How long the units may still object; one line where all have the same day. */
function TimeLeft({ objections: { phase, dueDays } }: { readonly objections: Objections }) {
  const { t } = useTranslation('review');
  if (phase !== 'explanation') return <p className="small soft">{t(`objections.in.${phase}`)}</p>;
  const days = [...new Set(dueDays.map(({ dueOn }) => dueOn))];
  if (days.length === 1)
    return (
      <p>
        {t('objections.until')} {days[0] ? <Clock day={days[0]} /> : t('objections.no_day')}
      </p>
    );
  return (
    <ul className={css['days']}>
      {dueDays.map(({ sheetId, unitName, dueOn }) => (
        <li key={sheetId}>
          {unitName}: {dueOn ? <Clock day={dueOn} /> : t('objections.no_day')}
        </li>
      ))}
    </ul>
  );
}

/** A last day with what is left of the time. */
function Clock({ day }: { readonly day: string }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const left = daysBetween(today(), day);
  const key = left < 0 ? 'clock.over' : left === 0 ? 'clock.today' : 'clock.left';
  return (
    <StateBadge tone={left < 0 ? 'late' : left <= 2 ? 'soon' : 'on_course'}>
      {t(key, { day: format.day(day), days: Math.abs(left) })}
    </StateBadge>
  );
}

function Cases({ rows }: { readonly rows: readonly ObjectionCase[] }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const columns: readonly Column<ObjectionCase>[] = [
    {
      id: 'unit',
      header: t('objections.unit'),
      names: true,
      width: '18%',
      value: (row) => row.unitName,
      cell: (row) => <Link to={`/scoring/sheets/${row.roundUnitId}?item=${encodeURIComponent(row.itemCode)}`}>{row.unitName}</Link>,
    },
    {
      id: 'item',
      header: t('objections.item'),
      width: '22%',
      value: (row) => row.itemCode,
      cell: (row) => `${row.itemCode} ${row.itemName}`,
    },
    {
      id: 'points',
      header: t('objections.points'),
      numeric: true,
      value: (row) => Number(row.appraisedPoints ?? 0),
      cell: (row) => <Points row={row} />,
    },
    {
      id: 'text',
      header: t('objections.text'),
      width: '24%',
      value: (row) => row.text,
      cell: (row) => (
        <>
          {row.text}
          <div className="small soft">{t('objections.by', { name: row.actorName, at: format.instant(row.at) })}</div>
        </>
      ),
    },
    {
      id: 'due',
      header: t('objections.due'),
      value: (row) => (row.answer === null ? (row.answerDueOn ?? '9999') : ''),
      cell: (row) =>
        row.answer !== null ? t('objections.done') : row.answerDueOn ? <Clock day={row.answerDueOn} /> : t('objections.no_day'),
    },
    { id: 'answer', header: t('objections.answer_of'), value: (row) => row.answer, cell: (row) => <Reply row={row} /> },
  ];
  const open = rows.filter(({ answer }) => answer === null);
  const closed = rows.filter(({ answer }) => answer !== null);
  return (
    <>
      {[
        ['waiting', open],
        ['answered', closed],
      ].map(([key, list]) =>
        list?.length ? (
          <Section key={String(key)} id={String(key)} title={t(key === 'waiting' ? 'objections.waiting' : 'objections.answered')}>
            <DataTable
              caption={t(key === 'waiting' ? 'objections.waiting' : 'objections.answered')}
              columns={columns}
              rows={list as readonly ObjectionCase[]}
              rowId={(row) => row.id}
              empty={null}
            />
          </Section>
        ) : null,
      )}
    </>
  );
}

/** The points of each stage after the other; they open to the item of the sheet. */
function Points({ row }: { readonly row: ObjectionCase }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const points = [row.selfPoints, row.appraisedPoints, row.secondPoints]
    .flatMap((one) => (one === null ? [] : [format.number(one)]))
    .join(' → ');
  return (
    <Link
      className="digits"
      to={`/scoring/sheets/${row.roundUnitId}?item=${encodeURIComponent(row.itemCode)}`}
      aria-label={t('objections.points_of', { unit: row.unitName, item: row.itemCode, points, maximum: format.number(row.maximum) })}
    >
      {points} <span className="small soft">/{format.number(row.maximum)}</span>
    </Link>
  );
}

function Reply({ row }: { readonly row: ObjectionCase }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  if (row.answer === null) return row.mayAnswer ? <AnswerForm id={row.id} /> : <span className="soft">{t('objections.not_yet')}</span>;
  return (
    <>
      <strong>{t(row.accepted ? 'objections.accepted' : 'objections.refused')}.</strong> {row.answer}
      <div className="small soft">{t('objections.by', { name: row.answeredBy ?? '', at: format.instant(row.answeredAt ?? '') })}</div>
    </>
  );
}
