// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import { Facts } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { MarkBadge } from '../model/mark-badge.tsx';
import type { ProcedureSheet, Version } from '../model/procedures.api.ts';
import css from '../model/procedures.module.css';
import { useWording } from '../model/use-wording.ts';

export function VersionFacts({ sheet, version }: { readonly sheet: ProcedureSheet; readonly version: Version }) {
  const { t } = useTranslation('procedures');
  const wording = useWording();
  const units = (task: 'decides' | 'handles'): string =>
    version.competentUnits
      .filter((unit) => unit.task === task)
      .map((unit) => unit.unitName)
      .join('; ');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('sheet.in_force'), version.isWithdrawn ? t('sheet.withdrawn') : wording.period(version.validFrom, version.validTo)],
    [t('limit'), wording.limit(version.limit)],
    [t('sheet.limit_text'), version.limitText],
    [t('fee'), version.feeAmount !== null && version.feeText ? `${wording.fee(version)} (${version.feeText})` : wording.fee(version)],
    [t('sector'), version.sectorName],
    [t('sheet.decides'), units('decides') || t('sheet.every_unit', { level: t(`level.${version.level}`).toLowerCase() })],
    [t('sheet.handles'), units('handles')],
    [t('sheet.published_on'), version.publishedOn ? formatDay(version.publishedOn) : null],
    [t('sheet.updated_on'), version.updatedOn ? formatDay(version.updatedOn) : null],
    [t('sheet.keeper'), sheet.unitName],
    [t('sheet.national_code'), sheet.nationalCode],
    [t('sheet.note'), version.note],
    [t('form.mark'), version.mark ? <MarkBadge key="mark" mark={version.mark} /> : null],
  ];
  return <Facts of={facts.filter(([, value]) => value !== null && value !== '')} />;
}

export function Papers({ id, of: papers }: { readonly id: string; readonly of: Version['papers'] }) {
  const { t } = useTranslation('procedures');
  return (
    <DataTable
      caption={t('sheet.papers')}
      rows={papers}
      rowId={(paper) => paper.code}
      columns={[
        {
          id: 'code',
          header: t('sheet.paper_code'),
          value: (paper) => paper.code,
          cell: (paper) => <span className="digits">{paper.code}</span>,
        },
        { id: 'name', header: t('sheet.paper'), names: true, width: '44%', value: (paper) => paper.name },
        { id: 'originals', header: t('sheet.originals'), numeric: true, value: (paper) => paper.originals },
        { id: 'copies', header: t('sheet.copies'), numeric: true, value: (paper) => paper.copies },
        {
          id: 'form',
          header: t('sheet.form'),
          value: (paper) => paper.form,
          cell: (paper) =>
            paper.formFileId ? <a href={`/api/procedures/${id}/forms/${paper.formFileId}`}>{paper.form ?? t('sheet.form')}</a> : paper.form,
        },
        { id: 'required', header: t('sheet.required'), value: (paper) => paper.condition ?? t('sheet.always') },
      ]}
      empty={<p className="soft">{t('sheet.no_papers')}</p>}
    />
  );
}

export function Bases({ of: bases }: { readonly of: Version['bases'] }) {
  const { t } = useTranslation('procedures');
  if (bases.length === 0) return <p className="soft">{t('sheet.no_bases')}</p>;
  return (
    <ul className={css['list']}>
      {bases.map((basis) => (
        <li key={basis.citation}>
          {basis.citation}
          {basis.documentId && basis.reachable ? (
            <>
              {' · '}
              <Link to={`/documents/${basis.documentId}`}>{basis.documentCode ?? t('form.document')}</Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
