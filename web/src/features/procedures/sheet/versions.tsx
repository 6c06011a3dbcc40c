// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../../shared/format/days.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { Differences } from '../model/differences.tsx';
import { differencesQuery, type ProcedureSheet, type Version } from '../model/procedures.api.ts';
import { useWording } from '../model/use-wording.ts';

/** The versions, newest first; each can be compared with the one before it. */
export function Versions({ sheet, shown }: { readonly sheet: ProcedureSheet; readonly shown: number }) {
  const { t } = useTranslation('procedures');
  const wording = useWording();
  const [compared, setCompared] = useState<number | null>(null);
  const before = (number: number) => sheet.versions.find((version) => version.number < number && !version.isWithdrawn)?.number ?? null;
  const from = compared === null ? null : before(compared);
  return (
    <div className="stack">
      <DataTable<Version>
        caption={t('sheet.versions')}
        rows={sheet.versions}
        rowId={(version) => String(version.number)}
        columns={[
          {
            id: 'number',
            header: t('sheet.version'),
            names: true,
            value: (version) => version.number,
            cell: (version) => <VersionName sheet={sheet} version={version} shown={shown} />,
          },
          {
            id: 'period',
            header: t('sheet.in_force'),
            value: (version) => version.validFrom,
            cell: (version) => (version.isWithdrawn ? t('sheet.withdrawn') : wording.period(version.validFrom, version.validTo)),
          },
          { id: 'limit', header: t('limit'), value: (version) => wording.limit(version.limit) },
          { id: 'level', header: t('level_label'), value: (version) => t(`level.${version.level}`) },
          {
            id: 'recorded',
            header: t('sheet.recorded'),
            value: (version) => version.recordedAt,
            cell: (version) => (
              <>
                {version.recordedBy}, <span className="digits">{formatInstant(version.recordedAt)}</span>
                {version.lateReason ? <div className="small">{t('sheet.late', { reason: version.lateReason })}</div> : null}
              </>
            ),
          },
          {
            id: 'compare',
            header: t('sheet.compare'),
            acts: true,
            value: () => null,
            cell: (version) => {
              const earlier = before(version.number);
              return earlier === null ? null : (
                <Button size="xs" variant="default" className="no-print" onClick={() => setCompared(version.number)}>
                  {t('sheet.show_differences', { number: earlier })}
                </Button>
              );
            },
          },
        ]}
        empty={null}
      />
      {compared !== null && from !== null ? <Compared id={sheet.id} from={from} to={compared} /> : null}
    </div>
  );
}

function VersionName({ sheet, version, shown }: { readonly sheet: ProcedureSheet; readonly version: Version; readonly shown: number }) {
  const { t } = useTranslation('procedures');
  const name = t('sheet.version_number', { number: version.number });
  const notes = [
    ...(version.number === shown ? [t('sheet.this_version')] : []),
    ...(version.number === sheet.currentNumber ? [t('sheet.of_day')] : []),
  ];
  return (
    <>
      {version.number === shown ? (
        <strong>{name}</strong>
      ) : (
        <Link to={`/procedures/${sheet.id}?asOf=${sheet.asOf}&version=${version.number}`}>{name}</Link>
      )}
      {notes.length > 0 ? <span className="small soft"> ({notes.join(', ')})</span> : null}
    </>
  );
}

function Compared({ id, from, to }: { readonly id: string; readonly from: number; readonly to: number }) {
  const { t } = useTranslation('procedures');
  const differences = useQuery(differencesQuery(id, from, to));
  const title = `${t('sheet.version_number', { number: to })}: ${t('sheet.differences', { number: from })}`;
  return (
    <div className="stack" role="status">
      <h3>{title}</h3>
      <Loading of={differences} lines={3}>
        {(changes) => <Differences of={changes} caption={title} />}
      </Loading>
    </div>
  );
}
