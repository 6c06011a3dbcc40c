// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format/days.ts';
import { Loading } from '../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../shared/ui/feedback/toasts.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { unitChildrenQuery } from '../../units/index.ts';
import css from '../inspections.module.css';
import { written } from '../model/coverage-figure.tsx';
import { inspectionsKey, setSelfInspections } from '../model/inspections.api.ts';
import type { VisitSheet } from '../model/types.ts';

type Child = { readonly id: string; readonly name: string; readonly level: string };

/** The unit's own plan of inspections: which of its agencies and communes, as they are on the day of the visit. */
export function SelfPlanForm({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [opened, setOpened] = useState(false);
  const day = visit.visitOn ?? visit.round.startsOn;
  if (day === null) return <p className="soft small">{t('self_plan.no_day')}</p>;
  if (opened) return <Chooser visit={visit} day={day} onClose={() => setOpened(false)} />;
  return (
    <div className="no-print" style={{ marginTop: 12 }}>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {t('self_plan.open')}
      </Button>
    </div>
  );
}

function Chooser({ visit, day, onClose }: { readonly visit: VisitSheet; readonly day: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const children = useQuery(unitChildrenQuery(visit.unitId, day));
  const planned = [...(visit.selfInspection?.agencies.covered ?? []), ...(visit.selfInspection?.communes.covered ?? [])];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(planned.map((unit) => unit.id)));
  const illustrative = new Set(planned.filter((unit) => unit.illustrative).map((unit) => unit.id));
  const save = useMutation({
    mutationFn: () =>
      setSelfInspections(visit.id, {
        version: visit.version,
        units: [...chosen].map((unitId) => ({ unitId, illustrative: illustrative.has(unitId) })),
      }),
    onSuccess: async () => {
      onClose();
      toastDone(t('self_plan.saved'));
      await queries.invalidateQueries({ queryKey: inspectionsKey });
    },
  });
  return (
    <Loading of={children} lines={4}>
      {({ rows }) => (
        <Form
          verb={t('self_plan.save')}
          pending={save.isPending}
          error={save.error}
          onSubmit={() => save.mutate()}
          wide
          secondary={
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
          }
        >
          <p className="soft small">{t('self_plan.help', { unit: visit.unitName, day: formatDay(day) })}</p>
          <Group title={t('visit.self_agencies')} units={rows.filter(at('department'))} chosen={chosen} onChosen={setChosen} />
          <Group title={t('visit.self_communes')} units={rows.filter(at('commune'))} chosen={chosen} onChosen={setChosen} />
        </Form>
      )}
    </Loading>
  );
}

function at(level: string): (unit: Child) => boolean {
  return (unit) => unit.level === level;
}

type GroupProps = {
  readonly title: string;
  readonly units: readonly Child[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
};

function Group({ title, units, chosen, onChosen }: GroupProps) {
  const { t } = useTranslation('inspections');
  const count = units.filter((unit) => chosen.has(unit.id)).length;
  const put = (unit: Child, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(unit.id);
    else next.delete(unit.id);
    onChosen(next);
  };
  return (
    <fieldset className={css['box']}>
      <legend>
        {t('self_plan.group', {
          what: title.charAt(0).toLocaleUpperCase('vi') + title.slice(1),
          chosen: written(count),
          count: units.length,
        })}
      </legend>
      {units.length === 0 ? <p className="soft small">{t('self_plan.none', { what: title })}</p> : null}
      <div className={css['checks']}>
        {units.map((unit) => (
          <Checkbox
            key={unit.id}
            size="sm"
            label={unit.name}
            checked={chosen.has(unit.id)}
            onChange={(event) => put(unit, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
