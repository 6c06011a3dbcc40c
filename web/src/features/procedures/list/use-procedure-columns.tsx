// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format/days.ts';
import type { Column } from '../../../shared/ui/table/column.ts';
import { MarkBadge } from '../model/mark-badge.tsx';
import type { ProcedureRow } from '../model/procedures.api.ts';
import { useWording } from '../model/use-wording.ts';

/** Columns of the catalogue; a procedure opens as of the day of the list. */
export function useProcedureColumns(asOf: string): readonly Column<ProcedureRow>[] {
  const { t } = useTranslation('procedures');
  const wording = useWording();
  return [
    {
      id: 'code',
      header: t('code'),
      names: true,
      value: (row) => row.code,
      cell: (row) => (
        <Link to={`/procedures/${row.id}${asOf ? `?asOf=${asOf}` : ''}`} className="digits">
          {row.code}
        </Link>
      ),
    },
    {
      id: 'name',
      header: t('name'),
      width: '34%',
      value: (row) => row.name,
      cell: (row) => (
        <>
          {row.name} <MarkBadge mark={row.mark} />
        </>
      ),
    },
    { id: 'sector', header: t('sector'), value: (row) => row.sectorName },
    { id: 'level', header: t('level_label'), value: (row) => t(`level.${row.level}`) },
    { id: 'limit', header: t('limit'), value: (row) => wording.limit(row.limit) },
    { id: 'fee', header: t('fee'), value: (row) => row.feeAmount, cell: (row) => wording.fee(row) },
    { id: 'online', header: t('online'), value: (row) => row.online?.name ?? t('online_none') },
    { id: 'standing', header: t('standing_label'), hidden: true, value: (row) => t(`standing.${row.standing}`) },
    {
      id: 'valid_from',
      header: t('valid_from'),
      hidden: true,
      value: (row) => row.validFrom,
      cell: (row) => <span className="digits nowrap">{formatDay(row.validFrom)}</span>,
    },
    { id: 'papers', header: t('paper_count'), numeric: true, hidden: true, value: (row) => row.paperCount },
    { id: 'versions', header: t('version_count'), numeric: true, hidden: true, value: (row) => row.versionCount },
  ];
}
