// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDay } from '../../shared/format/days.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { chooseAsOf, useAsOf } from '../../shared/session/as-of.ts';
import { useCan } from '../../shared/session/session.ts';
import { Empty, Loading } from '../../shared/ui/feedback/states.tsx';
import { DayInput } from '../../shared/ui/form/day-input.tsx';
import { IconPlus } from '../../shared/ui/icons.ts';
import { PageHead } from '../../shared/ui/layout/page-head.tsx';
import { UnitMap } from './unit-map.tsx';
import { UnitTree } from './unit-tree.tsx';
import { type UnitRow, unitTreeQuery } from './units.api.ts';
import css from './units.module.css';

/** Which units are there on a day, and what belongs to what? */
export function UnitsPage() {
  const { t } = useTranslation('units');
  const { day } = useAsOf();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'map' ? 'map' : 'tree';
  const tree = useQuery({ ...unitTreeQuery(day), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead
        title={t('title')}
        answer={tree.data ? <Answer rows={tree.data.rows} day={day} /> : null}
        action={
          can('units.manage') ? (
            <Button component={Link} to="/units/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
              {t('create.open')}
            </Button>
          ) : null
        }
      />
      <div className={`${css['tools']} no-print`}>
        <DayInput label={t('as_of')} value={day} onChange={(next) => (next ? chooseAsOf(next) : undefined)} />
        <SegmentedControl
          aria-label={t('view')}
          value={view}
          onChange={(next) => setSearch(next === 'map' ? { view: 'map' } : {}, { replace: true })}
          data={[
            { value: 'tree', label: t('tree') },
            { value: 'map', label: t('map') },
          ]}
        />
      </div>
      {view === 'map' ? (
        <UnitMap day={day} />
      ) : (
        <Loading of={tree} lines={10}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('empty', { day: formatDay(day) })}>{t('empty_help')}</Empty>
            ) : (
              <UnitTree key={day} rows={rows} day={day} />
            )
          }
        </Loading>
      )}
    </>
  );
}

function Answer({ rows, day }: { readonly rows: readonly UnitRow[]; readonly day: string }) {
  const { t } = useTranslation('units');
  const format = useFormat();
  const count = (level: UnitRow['level']): string => format.number(rows.filter((row) => row.level === level).length);
  const numbers = {
    day: formatDay(day),
    total: format.number(rows.length),
    districts: count('district'),
    communes: count('commune'),
    departments: count('department'),
  };
  return <>{numbers.districts === '0' ? t('answer_no_districts', numbers) : t('answer', numbers)}</>;
}
