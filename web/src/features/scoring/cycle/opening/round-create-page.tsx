// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { today } from '../../../../shared/format/days.ts';
import { newId } from '../../../../shared/session/new-id.ts';
import { useSession } from '../../../../shared/session/session.ts';
import { forgetUnsaved } from '../../../../shared/session/unsaved.ts';
import { OnlyWith } from '../../../../shared/ui/feedback/only-with.tsx';
import { Empty, Loading } from '../../../../shared/ui/feedback/states.tsx';
import { toastDone } from '../../../../shared/ui/feedback/toasts.tsx';
import { DayInput } from '../../../../shared/ui/form/day-input.tsx';
import { Form } from '../../../../shared/ui/form/form.tsx';
import { NumberField } from '../../../../shared/ui/form/number-field.tsx';
import { PageHead, Section } from '../../../../shared/ui/layout/page-head.tsx';
import { UnitPicker, unitTreeQuery } from '../../../units/index.ts';
import { type SetRow, setsQuery } from '../../sets/sets.api.ts';
import { cycleKey } from '../cycle.api.ts';
import { AppraiserList } from './appraiser-list.tsx';
import { DatesFields } from './dates-fields.tsx';
import { GroupFields } from './group-fields.tsx';
import { createRound } from './opening.api.ts';
import { bodyOf, datesDraft, type GroupDraft, isComplete, type RoundDraft } from './round-draft.ts';
import { type UnitOfLevel, unitsBelow } from './units-below.ts';

/** Opens a round: whom does it score, by which criteria, until when? */
export function ScoringRoundCreatePage() {
  return (
    <OnlyWith permission="scoring.organise">
      <Sets />
    </OnlyWith>
  );
}

function Sets() {
  const sets = useQuery(setsQuery);
  return <Loading of={sets}>{({ rows }) => <Editor sets={rows.filter(({ state }) => state === 'published')} />}</Loading>;
}

/** `sets` are the ones in force, of all years. */
function Editor({ sets }: { readonly sets: readonly SetRow[] }) {
  const { t } = useTranslation('opening');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { positions, grants } = useSession();
  const own = grants.find(({ role }) => role === 'par_officer') ?? positions[0];
  const [draft, setDraft] = useState<RoundDraft>(() => {
    const year = sets.length > 0 ? Math.max(...sets.map((set) => set.year)) : Number(today().slice(0, 4)) - 1;
    return {
      year,
      title: t('title_of', { year }),
      organiser: own ? { id: own.unitId, name: own.unitName } : null,
      asOf: today(),
      groups: [],
      dates: datesDraft([]),
    };
  });
  const tree = useQuery(unitTreeQuery(draft.asOf || today()));
  const save = useMutation({
    mutationFn: () => createRound(bodyOf(draft)),
    onSuccess: async ({ id }) => {
      forgetUnsaved();
      toastDone(t('created'));
      await queries.invalidateQueries({ queryKey: cycleKey });
      await navigate(`/scoring/rounds/${id}`);
    },
  });
  const change = (part: Partial<RoundDraft>): void => setDraft({ ...draft, ...part });
  return (
    <>
      <PageHead title={t('title')} answer={t('answer')} back={{ to: '/scoring', label: t('back') }} />
      <Form
        verb={t('create')}
        pending={save.isPending}
        error={save.error}
        disabled={!isComplete(draft)}
        onSubmit={() => save.mutate()}
        asksMore={whatLacks(draft, t)}
        wide
      >
        <NumberField
          label={t('year')}
          required
          min={2000}
          max={2100}
          value={draft.year}
          onChange={(value) => {
            const year = Number(value);
            const title = draft.title === t('title_of', { year: draft.year }) ? t('title_of', { year }) : draft.title;
            change({ year, title, groups: [] });
          }}
        />
        <TextInput label={t('name')} required value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
        <UnitPicker
          label={t('organiser')}
          required
          value={draft.organiser}
          onChange={(organiser) => change({ organiser, groups: draft.groups.map((group) => ({ ...group, unitIds: [] })) })}
          {...(draft.asOf ? { asOf: draft.asOf } : {})}
        />
        <DayInput label={t('as_of')} required description={t('as_of_help')} value={draft.asOf} onChange={(asOf) => change({ asOf })} />
        <Section title={t('groups')}>
          <Groups
            draft={draft}
            sets={sets.filter((set) => set.year === draft.year)}
            units={unitsBelow(tree.data?.rows ?? [], draft.organiser?.id ?? '')}
            onGroups={(groups) => change({ groups })}
          />
        </Section>
        <Section title={t('dates')} aside={t('dates_help')}>
          <DatesFields dates={draft.dates} onDates={(dates) => change({ dates })} />
        </Section>
        <Section title={t('appraisers')}>{draft.organiser ? <AppraiserList unitId={draft.organiser.id} /> : null}</Section>
      </Form>
    </>
  );
}

/** What the organiser has yet to choose; the fields with a star where nothing else lacks. */
function whatLacks({ groups }: RoundDraft, t: TFunction<'opening'>): string | true {
  if (groups.length === 0) return t('lacks_group');
  const empty = groups.findIndex(({ unitIds }) => unitIds.length === 0);
  return empty < 0 || t('lacks_units', { number: empty + 1 });
}

type GroupsProps = {
  readonly draft: RoundDraft;
  readonly sets: readonly SetRow[];
  readonly units: readonly UnitOfLevel[];
  readonly onGroups: (groups: readonly GroupDraft[]) => void;
};

function Groups({ draft: { groups, year }, sets, units, onGroups }: GroupsProps) {
  const { t } = useTranslation(['opening', 'sets']);
  if (sets.length === 0)
    return (
      <Empty title={t('no_set', { year })} action={<Link to="/scoring/sets">{t('to_sets')}</Link>}>
        {t('no_set_help')}
      </Empty>
    );
  const taken = (except: string): ReadonlySet<string> =>
    new Set(groups.filter(({ key }) => key !== except).flatMap(({ unitIds }) => unitIds));
  const add = (set: SetRow): void => {
    const others = taken('');
    const unitIds = units.filter(({ id, level }) => level === set.level && !others.has(id)).map(({ id }) => id);
    onGroups([...groups, { key: newId(), name: t(`sets:levels.${set.level}`), setId: set.id, unitIds }]);
  };
  return (
    <>
      {groups.map((group, index) => (
        <GroupFields
          key={group.key}
          number={index + 1}
          group={group}
          sets={sets}
          units={units}
          taken={taken(group.key)}
          onGroup={(next) => onGroups(groups.map((one) => (one.key === group.key ? next : one)))}
          onRemove={() => onGroups(groups.filter(({ key }) => key !== group.key))}
        />
      ))}
      <div className="row" style={{ marginTop: 12 }}>
        {sets.map((set) => (
          <Button key={set.id} variant="default" onClick={() => add(set)}>
            {t('group_add', { level: t(`sets:levels.${set.level}`) })}
          </Button>
        ))}
      </div>
    </>
  );
}
