// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../shared/format/days.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { MapSender } from './map-sender.tsx';
import { shapesOf } from './map-shapes.ts';
import { type UnitMap as UnitMapData, unitMapQuery } from './units.api.ts';
import css from './units.module.css';

const [width, height] = [900, 780];

/** The units of a day on a flat map; before a file is given, how to give it. */
export function UnitMap({ day }: { readonly day: string }) {
  const { t } = useTranslation('units');
  const map = useQuery(unitMapQuery(day));
  return (
    <Loading of={map} lines={10}>
      {(data) =>
        data.map && data.features.length > 0 ? (
          <>
            <MapDrawing data={data} />
            <p className="soft small">
              {t('map_source')}: {data.map.fileName}, {data.map.uploadedBy}, {formatInstant(data.map.uploadedAt)}
            </p>
            <div style={{ marginTop: 14 }}>
              <MapSender key={`${day} ${data.map.id}`} day={day} replaces />
            </div>
          </>
        ) : (
          <Empty title={t('map_empty')} action={<MapSender key={day} day={day} replaces={false} />}>
            {t('map_empty_help')}
          </Empty>
        )
      }
    </Loading>
  );
}

function MapDrawing({ data }: { readonly data: UnitMapData }) {
  const { t } = useTranslation('units');
  const shapes = useMemo(() => shapesOf(data.features, width, height), [data]);
  const [over, setOver] = useState<string | null>(null);
  const named = shapes.find((shape) => shape.id === over);
  return (
    <figure className={css['map']}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-labelledby="unit-map-title">
        <title id="unit-map-title">{t('map_title')}</title>
        {shapes.map((shape) => (
          <Link
            key={shape.id}
            to={`/units/${shape.id}`}
            aria-label={shape.name}
            onFocus={() => setOver(shape.id)}
            onMouseEnter={() => setOver(shape.id)}
            onMouseLeave={() => setOver(null)}
          >
            <path d={shape.path} data-over={shape.id === over || undefined} />
          </Link>
        ))}
        {shapes
          .filter((shape) => shape.name.length * 5.4 < shape.width)
          .map((shape) => (
            <text key={shape.id} x={shape.center[0]} y={shape.center[1]} textAnchor="middle">
              {shape.name.replace(/^(Xã|Phường) /, '')}
            </text>
          ))}
      </svg>
      <figcaption aria-live="polite">{named ? `${named.name} · ${named.code}` : t('map_title')}</figcaption>
    </figure>
  );
}
