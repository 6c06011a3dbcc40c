// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fileAddress } from '../../../shared/api/files.ts';
import { FileSender } from '../../../shared/ui/form/file-sender.tsx';
import { figureAddress } from '../figure-value.tsx';
import type { FigureGrid } from '../figures.api.ts';
import css from './entry.module.css';

type File = { readonly id: string; readonly name: string };
type Props = {
  readonly row: FigureGrid['rows'][number];
  readonly column: FigureGrid['columns'][number];
  readonly evidence: File | undefined;
  readonly onEvidence: (file: File) => void;
};

/** The cell in which the person stands: what it is, its figure opened, and the evidence file that goes with it. */
export function ChosenCell({ row, column, evidence, onEvidence }: Props) {
  const { t } = useTranslation('figures');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={`${css['chosen']} no-print`} aria-label={t('entry.chosen')}>
      <p>
        <b>{column.code}</b> · {column.label} · {row.name}, {row.periodName}. {column.name} = {column.formula}.{' '}
        {row.cells[column.indicatorId] ? (
          <Link to={figureAddress(row.unitId, column.indicatorId, row.period)}>{t('entry.open')}</Link>
        ) : null}
      </p>
      {evidence ? (
        <p>
          {t('entry.evidence')}: <a href={fileAddress(evidence.id)}>{evidence.name}</a>
        </p>
      ) : null}
      {isOpen ? (
        <FileSender
          unitId={row.unitId}
          hint={t('entry.evidence_hint')}
          onStored={(file) => {
            onEvidence(file);
            setOpen(false);
          }}
        />
      ) : (
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t('entry.attach')}
        </Button>
      )}
    </section>
  );
}
