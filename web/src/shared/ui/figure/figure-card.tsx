// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatInstant } from '../../format/days.ts';
import css from './explicit-figure.module.css';
import type { FigureOrigin, FigurePart } from './figure-origin.ts';

type Props = { readonly value: string; readonly origin: FigureOrigin; readonly titleId: string; readonly onClose: () => void };

/** The one card behind every figure. */
export function FigureCard({ value, origin, titleId, onClose }: Props) {
  const { t } = useTranslation();
  const { numerator, denominator, rest, inconsistent, contested, recordsHref, onOpenRecords } = origin;
  const who = [origin.recordedBy, origin.recordedAt ? formatInstant(origin.recordedAt) : null].filter(Boolean).join(' · ');
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('figure.origin'), origin.source],
    [t('figure.recorded'), who],
    [t('figure.rule'), [origin.rule, origin.law].filter(Boolean).join('. ')],
    [t('figure.as_of'), origin.asOf ? formatDay(origin.asOf) : null],
  ];
  return (
    <div className={css['card']}>
      <div className={css['cardHead']}>
        <p className={css['cardValue']}>{value}</p>
        <CloseButton size="sm" aria-label={t('action.close')} onClick={onClose} />
      </div>
      <p id={titleId}>{origin.sentence}</p>
      {numerator && denominator ? <Fraction over={t('figure.over')} top={numerator} bottom={denominator} /> : null}
      {rest ? (
        <p>
          {t('figure.rest')} <b className="digits">{rest.value}</b> <PartLabel part={rest} />
        </p>
      ) : null}
      {inconsistent ? (
        <div className={css['differs']}>
          <p className="strong">≠ {t('figure.inconsistent')}</p>
          <p>
            {t('figure.declared')}: <b className="digits">{inconsistent.declared}</b> · {t('figure.recomputed')}:{' '}
            <b className="digits">{inconsistent.recomputed}</b>
          </p>
          {inconsistent.explanation ? <p>{inconsistent.explanation}</p> : null}
        </div>
      ) : null}
      {contested ? (
        <div className={css['contested']}>
          <p className="strong">? {t('figure.contested')}</p>
          <p>{contested.explanation}</p>
        </div>
      ) : null}
      <dl className={css['rows']}>
        {rows.map(([term, text]) =>
          text ? (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      {recordsHref ? (
        <Behind href={recordsHref} className={css['records']}>
          {t('figure.open_records')}
        </Behind>
      ) : null}
      {onOpenRecords ? (
        <button
          type="button"
          className={css['records']}
          onClick={() => {
            onClose();
            onOpenRecords();
          }}
        >
          {t('figure.open_records')}
        </button>
      ) : null}
    </div>
  );
}

/** A stacked fraction with the meaning of both parts beside it. */
export function Fraction({ top, bottom, over }: { readonly top: FigurePart; readonly bottom: FigurePart; readonly over: string }) {
  return (
    <div className={css['fraction']}>
      <span className={css['stack']} aria-hidden="true">
        <span>{top.value}</span>
        <span>{bottom.value}</span>
      </span>
      <span className={css['parts']}>
        <span>
          <span className={css['hidden']}>{top.value} </span>
          <PartLabel part={top} />
        </span>
        <span>
          <span className={css['hidden']}>
            {over} {bottom.value}{' '}
          </span>
          <PartLabel part={bottom} />
        </span>
      </span>
    </div>
  );
}

function PartLabel({ part }: { readonly part: FigurePart }) {
  return part.href ? <Behind href={part.href}>{part.label}</Behind> : part.label;
}

type BehindProps = { readonly href: string; readonly className?: string | undefined; readonly children: ReactNode };

/** A way to what stands behind a number. Stored files are answered by the server, places on the same page by the browser. */
function Behind({ href, children, ...look }: BehindProps) {
  return href.startsWith('/api/') || href.startsWith('#') ? (
    <a href={href} {...look}>
      {children}
    </a>
  ) : (
    <Link to={href} {...look}>
      {children}
    </Link>
  );
}
