// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { Section } from '../../shared/ui/layout/page-head.tsx';
import { type Shape, shapesOf, type UnitMap, unitMapQuery } from '../units/index.ts';
import css from './charts.module.css';
import type { Asked, Counts, StatisticRow } from './dossiers.api.ts';
import { formColumns } from './form-06a.ts';
import { classEnds, classOf } from './map-classes.ts';
import { numberAddress } from './number-address.ts';

const [width, height] = [900, 780];
const columnNumbers = [13, 10, 11, 7, 3, 4] as const;
const plain = (name: string): string => name.replace(/^(Xã|Phường|Thị trấn) /, '');

type Props = { readonly rows: readonly StatisticRow[]; readonly asked: Asked };

/** Where on the map does a number of the form stand high? The value is printed where it fits. */
export function StatisticsMap({ rows, asked }: Props) {
  const { t } = useTranslation('dossiers');
  const map = useQuery(unitMapQuery(asked.to));
  const [number, setNumber] = useState<(typeof columnNumbers)[number]>(13);
  return (
    <Section title={t('map_title')}>
      <Loading of={map} lines={8}>
        {(data) => {
          const counted = new Set(rows.map(({ key }) => key));
          const features = data.features.filter(({ properties }) => counted.has(properties.unitId));
          if (features.length === 0) {
            return (
              <Empty title={t(data.map ? 'map_no_units' : 'map_none')} action={<Link to="/units?view=map">{t('map_go')}</Link>}>
                {t(data.map ? 'map_no_units_help' : 'map_none_help')}
              </Empty>
            );
          }
          return (
            <>
              <div className="no-print" style={{ maxWidth: 340, marginBottom: 10 }}>
                <NativeSelect
                  label={t('map_shows')}
                  value={String(number)}
                  data={columnNumbers.map((one) => ({ value: String(one), label: t(`column.${one}`) }))}
                  onChange={(event) => setNumber(columnNumbers.find((one) => String(one) === event.currentTarget.value) ?? 13)}
                />
              </div>
              <Drawing features={features} rows={rows} asked={asked} number={number} />
            </>
          );
        }}
      </Loading>
    </Section>
  );
}

type DrawingProps = Props & { readonly features: UnitMap['features']; readonly number: (typeof columnNumbers)[number] };

function Drawing({ features, rows, asked, number }: DrawingProps) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const shapes = useMemo(() => shapesOf(features, width, height), [features]);
  const [over, setOver] = useState<string | null>(null);
  const column = formColumns.find((one) => one.number === number);
  const counts = new Map<string, Counts>(rows.map((row) => [row.key, row.counts]));
  const numberOf = (id: string): number => {
    const found = counts.get(id);
    return found && column ? column.count(found) : 0;
  };
  const ends = classEnds(shapes.map(({ id }) => numberOf(id)));
  const told = (shape: Shape): string => `${shape.name}: ${format.number(numberOf(shape.id))}`;
  const named = shapes.find(({ id }) => id === over);
  return (
    <figure className={css['map']}>
      <figcaption aria-live="polite">{named ? told(named) : t(`column.${number}`)}</figcaption>
      <Key ends={ends} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-labelledby="statistics-map-title">
        <title id="statistics-map-title">{t(`column.${number}`)}</title>
        {shapes.map((shape) => (
          <Place
            key={shape.id}
            shape={shape}
            told={told(shape)}
            step={classOf(numberOf(shape.id), ends)}
            to={column ? numberAddress({ ...asked, unitId: shape.id }, column.measure, column.channel) : null}
            onOver={setOver}
          />
        ))}
        {shapes.map((shape) => (
          <Written key={shape.id} shape={shape} value={format.number(numberOf(shape.id))} />
        ))}
      </svg>
    </figure>
  );
}

type PlaceProps = {
  readonly shape: Shape;
  readonly told: string;
  readonly step: number;
  readonly to: string | null;
  readonly onOver: (id: string | null) => void;
};

function Place({ shape, told, step, to, onOver }: PlaceProps) {
  const can = useCan();
  // Whoever may not open the dossiers reads the value in the shape or in the table.
  if (!to || !can('dossiers.read')) {
    return (
      <g data-class={step}>
        <title>{told}</title>
        <path d={shape.path} />
      </g>
    );
  }
  const over = () => onOver(shape.id);
  const gone = () => onOver(null);
  return (
    <Link to={to} data-class={step} aria-label={told} onFocus={over} onBlur={gone} onMouseEnter={over} onMouseLeave={gone}>
      <path d={shape.path} />
    </Link>
  );
}

/** The value, with the name above it where both fit. */
function Written({ shape, value }: { readonly shape: Shape; readonly value: string }) {
  const [x, y] = shape.center;
  const name = plain(shape.name);
  const hasName = name.length * 6.4 < shape.width;
  if (value.length * 7.5 > shape.width) return null;
  return (
    <text x={x} y={y} textAnchor="middle">
      {hasName ? (
        <tspan x={x} dy="-0.2em">
          {name}
        </tspan>
      ) : null}
      <tspan x={x} dy={hasName ? '1.15em' : '0.35em'} fontWeight="600">
        {value}
      </tspan>
    </text>
  );
}

function Key({ ends }: { readonly ends: readonly number[] }) {
  const format = useFormat();
  return (
    <p className={css['key']}>
      <span>
        <i data-class="0" /> 0
      </span>
      {ends.map((end, at) => {
        const from = (ends[at - 1] ?? 0) + 1;
        return (
          <span key={end}>
            <i data-class={at + 1} /> {from === end ? format.number(end) : `${format.number(from)}–${format.number(end)}`}
          </span>
        );
      })}
    </p>
  );
}
