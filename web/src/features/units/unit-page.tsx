// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { formatDay, today } from '../../shared/format/days.ts';
import { useAsOf } from '../../shared/session/as-of.ts';
import { useCan } from '../../shared/session/session.ts';
import { Loading } from '../../shared/ui/feedback/states.tsx';
import { Facts, PageHead, Section } from '../../shared/ui/layout/page-head.tsx';
import { DataTable } from '../../shared/ui/table/data-table.tsx';
import { CorrectionList } from './corrections/correction-list.tsx';
import { Successions } from './successions.tsx';
import { type UnitReference, type UnitSheet, unitChildrenQuery, unitSheetQuery } from './units.api.ts';

/** What is this unit, where does it belong, and what became of it? */
export function UnitPage() {
  const { id = '' } = useParams();
  const { day } = useAsOf();
  const sheet = useQuery(unitSheetQuery(id, day));
  return (
    <Loading page of={sheet}>
      {(data) => <Sheet sheet={data} />}
    </Loading>
  );
}

function UnitLink({ unit }: { readonly unit: UnitReference }) {
  return unit.reachable ? <Link to={`/units/${unit.id}`}>{unit.name}</Link> : unit.name;
}

function Sheet({ sheet }: { readonly sheet: UnitSheet }) {
  const { t } = useTranslation('units');
  const { unit, asOf, ancestors } = sheet;
  const { day } = useAsOf();
  const life = unit.validTo
    ? t('from_to', { from: formatDay(unit.validFrom), to: formatDay(unit.validTo) })
    : t(unit.validFrom > today() ? 'from_coming' : 'from_on', { from: formatDay(unit.validFrom) });
  const place = ancestors.map((ancestor, index) => (
    <span key={ancestor.id}>
      {index > 0 ? ', ' : ''}
      <UnitLink unit={ancestor} />
    </span>
  ));
  return (
    <>
      <PageHead
        title={unit.name}
        answer={`${t(`level.${unit.level}`)}, ${life}`}
        back={{ to: '/units', label: t('back') }}
        action={<ChangeLinks unit={unit} />}
      />
      <Facts
        of={[
          [t('under'), place.length > 0 ? place : '–'],
          [
            t('code'),
            <span key="code" className="digits">
              {unit.code}
            </span>,
          ],
          [t('authority'), unit.authorityName],
          [t('symbol'), unit.documentSymbol],
          [t('agency'), unit.agencyCode ?? '–'],
          ...(unit.decision ? ([[t('create.decision'), unit.decision]] as const) : []),
          [t('in_force'), unit.startKnown ? life : `${life} (${t('start_unknown')})`],
          ...(unit.mark ? ([[t('note'), t(`mark.${unit.mark}`)]] as const) : []),
          ...(unit.note ? ([[t('note'), unit.note]] as const) : []),
        ]}
      />
      {asOf === day ? null : <p className="soft small">{t('as_of_shown', { day: formatDay(asOf) })}</p>}
      <Successions title={t('predecessors')} of={sheet.predecessors} />
      <Successions title={t('successors')} of={sheet.successors} />
      {sheet.predecessors.length + sheet.successors.length === 0 ? (
        <p className="soft small" style={{ marginTop: 18 }}>
          {t('no_history')}
        </p>
      ) : null}
      <Children id={unit.id} day={asOf} />
      <CorrectionList of={sheet.corrections} />
    </>
  );
}

function ChangeLinks({ unit }: { readonly unit: UnitSheet['unit'] }) {
  const { t } = useTranslation('units');
  const can = useCan();
  if (!can('units.manage')) return null;
  const acts = [
    { to: `/units/${unit.id}/change`, label: t('change.open'), open: unit.validTo === null },
    { to: `/units/new?parent=${unit.id}`, label: t('create.below'), open: unit.validTo === null },
    { to: `/units/${unit.id}/correct`, label: t('correct.open'), open: true },
  ];
  return acts
    .filter((act) => act.open)
    .map(({ to, label }) => (
      <Button key={to} component={Link} to={to} variant="default">
        {label}
      </Button>
    ));
}

function Children({ id, day }: { readonly id: string; readonly day: string }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const children = useQuery(unitChildrenQuery(id, day));
  if (children.data?.rows.length === 0) return null;
  return (
    <Section title={t('children', { day: formatDay(day) })}>
      <Loading of={children} lines={3}>
        {({ rows }) => (
          <DataTable
            caption={t('caption_children')}
            rows={rows}
            rowId={(row) => row.id}
            onOpen={(row) => void navigate(`/units/${row.id}`)}
            initialSort={{ column: 'name' }}
            columns={[
              {
                id: 'name',
                header: t('name'),
                names: true,
                value: (row) => row.name,
                cell: (row) => <Link to={`/units/${row.id}`}>{row.name}</Link>,
              },
              { id: 'level', header: t('level_label'), value: (row) => t(`level.${row.level}`) },
              { id: 'code', header: t('code'), value: (row) => row.code },
              { id: 'symbol', header: t('symbol'), hidden: true, value: (row) => row.documentSymbol },
            ]}
            empty={null}
          />
        )}
      </Loading>
    </Section>
  );
}
