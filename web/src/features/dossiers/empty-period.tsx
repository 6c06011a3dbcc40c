// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shared/ui/feedback/states.tsx';
import { type Asked, receivedIn, statisticsQuery } from './dossiers.api.ts';

const yearsBack = 6;

type Props = { readonly asked: Asked; readonly onYear: (from: string, to: string) => void };

/** No dossiers in the period; where an earlier year has some, one press leads there. */
export function EmptyPeriod({ asked, onYear }: Props) {
  const { t } = useTranslation('dossiers');
  const from = `${Number(asked.from.slice(0, 4)) - yearsBack}-01-01`;
  const before = useQuery({ ...statisticsQuery({ ...asked, from, by: 'month' }), enabled: asked.unitId !== '' });
  const latest = before.data?.rows.filter(({ counts }) => receivedIn(counts) > 0).map((row) => row.from.slice(0, 4));
  const year = latest?.sort().at(-1);
  return (
    <Empty
      title={t('empty')}
      action={
        year ? (
          <Button variant="default" onClick={() => onYear(`${year}-01-01`, `${year}-12-31`)}>
            {t('empty_latest', { year })}
          </Button>
        ) : undefined
      }
    >
      {t('empty_help')}
    </Empty>
  );
}
