// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { ExplicitFigure } from '../../../shared/ui/figure/explicit-figure.tsx';
import { Form } from '../../../shared/ui/form/form.tsx';
import { StateBadge } from '../../../shared/ui/state-badge.tsx';
import type { Column } from '../../../shared/ui/table/column.ts';
import { DataTable } from '../../../shared/ui/table/data-table.tsx';
import { cycleKey } from '../cycle/cycle.api.ts';
import { type SurveyGroup, setGroups } from './survey.api.ts';

type Props = { readonly roundId: string; readonly groups: readonly SurveyGroup[]; readonly editable: boolean };

/** Whom the round asks: population, accepted error, the sample size that follows, and whether it is reached. */
export function GroupTable({ roundId, groups, editable }: Props) {
  const { t } = useTranslation('survey');
  const columns: readonly Column<SurveyGroup>[] = [
    { id: 'code', header: t('code'), value: (row) => row.code },
    { id: 'name', header: t('name'), names: true, width: '34%', value: (row) => row.name },
    {
      id: 'population',
      header: t('population'),
      numeric: true,
      value: (row) => row.population,
      cell: (row) => <Told of={row} what="population" />,
    },
    { id: 'sample', header: t('sample'), numeric: true, value: (row) => row.sample, cell: (row) => <Sample of={row} /> },
    {
      id: 'received',
      header: t('received'),
      numeric: true,
      value: (row) => row.received,
      cell: (row) => <Told of={row} what="received" />,
    },
    {
      id: 'reached',
      header: t('reached'),
      value: (row) => Number(row.isReached),
      cell: (row) => <StateBadge tone={row.isReached ? 'done' : 'soon'}>{t(row.isReached ? 'is_reached' : 'not_reached')}</StateBadge>,
    },
  ];
  return (
    <>
      {groups.length === 0 ? (
        <Empty title={t('groups_none')}>{t('groups_help')}</Empty>
      ) : (
        <DataTable caption={t('groups')} columns={columns} rows={groups} rowId={(row) => row.code} empty={null} />
      )}
      {editable ? <GroupForm roundId={roundId} groups={groups} /> : null}
    </>
  );
}

/** The population that was declared, or the answers that came, each with where it comes from. */
function Told({ of: group, what }: { readonly of: SurveyGroup; readonly what: 'population' | 'received' }) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  const value = format.number(group[what]);
  const parts = {
    numerator: { value, label: t('received') },
    denominator: { value: format.number(group.sample), label: t('sample') },
    recordsHref: '#files',
  };
  return (
    <ExplicitFigure
      value={value}
      label={group.name}
      origin={{ sentence: t(`${what}_text`, { name: group.name }), rule: t(`${what}_rule`), ...(what === 'received' ? parts : {}) }}
    />
  );
}

function Sample({ of: { population, errorPermille, sample, name } }: { readonly of: SurveyGroup }) {
  const { t } = useTranslation('survey');
  const format = useFormat();
  return (
    <ExplicitFigure
      value={format.number(sample)}
      origin={{
        sentence: t('sample_text', { name, error: format.percent(String(errorPermille / 10)) }),
        numerator: { value: format.number(population), label: 'N' },
        denominator: { value: `1 + ${format.number(population)} × (${format.percent(String(errorPermille / 10))})²`, label: '1 + N·e²' },
        rule: t('sample_rule'),
      }}
    />
  );
}

/** Adds a group, or changes the one of the same code. */
function GroupForm({ roundId, groups }: Omit<Props, 'editable'>) {
  const { t } = useTranslation('survey');
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ code: '', name: '', population: '', error: '5' });
  const given = {
    code: typed.code.trim(),
    name: typed.name.trim(),
    population: Number(typed.population),
    errorPermille: permille(typed.error),
  };
  const isWhole =
    given.code !== '' && given.name !== '' && Number.isInteger(given.population) && given.population > 0 && given.errorPermille > 0;
  const save = useMutation({
    mutationFn: () => {
      const kept = groups
        .filter(({ code }) => code !== given.code)
        .map(({ code, name, population, errorPermille }) => ({ code, name, population, errorPermille }));
      return setGroups(roundId, { groups: [...kept, given] });
    },
    onSuccess: async () => {
      setTyped({ code: '', name: '', population: '', error: '5' });
      setOpen(false);
      await queries.invalidateQueries({ queryKey: cycleKey });
    },
  });
  if (!isOpen)
    return (
      <Button variant="default" mt={10} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
    );
  const field = (key: keyof typeof typed) => ({
    label: t(key),
    required: true,
    value: typed[key],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <Form verb={t('save')} pending={save.isPending} error={save.error} disabled={!isWhole} onSubmit={() => save.mutate()}>
      <TextInput {...field('code')} description={t('code_help')} />
      <TextInput {...field('name')} />
      <TextInput {...field('population')} inputMode="numeric" />
      <TextInput {...field('error')} inputMode="decimal" description={t('error_help')} />
    </Form>
  );
}

/** `2,5` percent as 25 thousandths; 0 where it is no number. */
function permille(text: string): number {
  const percent = Number(text.trim().replace(',', '.'));
  return Number.isFinite(percent) ? Math.round(percent * 10) : 0;
}
