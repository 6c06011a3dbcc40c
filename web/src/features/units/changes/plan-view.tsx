// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Facts, Section } from '../../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import type { UnitPlan } from '../units.api.ts';
import css from '../units.module.css';

/** What a change would do to the tree, before it is done. */
export function PlanView({ plan }: { readonly plan: UnitPlan }) {
  const { t } = useTranslation('units');
  const day = formatDay(plan.onDay);
  return (
    <Section title={t('change.plan')} aside={t('change.nothing_yet')}>
      <Facts
        of={[
          [t('change.ends', { day: formatDay(plan.lastDay) }), <UnitNames key="ends" of={plan.ends} />],
          ...(plan.begins.length > 0
            ? ([
                [
                  t('change.begins', { day }),
                  <UnitNames key="begins" of={plan.begins.map((unit) => ({ ...unit, place: unit.parentName }))} />,
                ],
              ] as const)
            : []),
          ...(plan.continues ? ([[t('change.continues'), <UnitNames key="continues" of={[plan.continues]} />]] as const) : []),
        ]}
      />
      {plan.moves.length > 0 ? (
        <DataTable
          caption={t('change.moves', { count: plan.moves.length, day })}
          rows={plan.moves}
          rowId={(move) => `${move.id} ${move.from}`}
          filter={plan.moves.length > 8}
          columns={[
            { id: 'name', header: t('name'), names: true, value: (move) => move.name },
            { id: 'from', header: t('change.from_parent'), value: (move) => move.fromName },
            { id: 'to', header: t('change.to_parent'), value: (move) => move.toName },
            { id: 'day', header: t('change.move_day'), value: (move) => move.from, cell: (move) => formatDay(move.from) },
          ]}
          empty={null}
        />
      ) : (
        <p className="soft" style={{ marginTop: 14 }}>
          {t('change.no_moves')}
        </p>
      )}
    </Section>
  );
}

type Line = { readonly code: string; readonly name: string; readonly place?: string | null };

function UnitNames({ of: units }: { readonly of: readonly Line[] }) {
  const { t } = useTranslation('units');
  return (
    <ul className={css['successions']}>
      {units.map((unit) => (
        <li key={unit.code}>
          {unit.name} <span className="soft digits">{unit.code}</span>
          {unit.place ? <span className="soft"> · {t('change.below', { parent: unit.place })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
