// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../shared/ui/feedback/states.tsx';
import { Section } from '../../../shared/ui/layout/page-head.tsx';
import { visitRights } from '../model/rights.ts';
import type { VisitSheet } from '../model/types.ts';
import { DrawForm } from './draw-form.tsx';
import { SampleSection } from './sample-section.tsx';

/** Which dossiers were drawn at random, and what was found in them? */
export function SamplesTab({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation('inspections');
  const [drawing, setDrawing] = useState(false);
  const editable = visitRights(visit).samples;
  const begin =
    editable && !drawing ? (
      <div className="no-print" style={{ marginBottom: 18 }}>
        <Button size="xs" variant="default" onClick={() => setDrawing(true)}>
          {t('samples.draw')}
        </Button>
      </div>
    ) : null;
  return (
    <>
      {visit.samples.length > 0 ? begin : null}
      {drawing ? (
        <Section title={t('samples.draw')}>
          <DrawForm visit={visit} onDone={() => setDrawing(false)} onCancel={() => setDrawing(false)} />
        </Section>
      ) : null}
      {visit.samples.length === 0 && !drawing ? (
        <Empty title={t('samples.none')} action={begin}>
          {t('samples.none_help')}
        </Empty>
      ) : null}
      {visit.samples.map((sample) => (
        <SampleSection key={sample.id} sample={sample} rule={visit.samplingRule} editable={editable} />
      ))}
    </>
  );
}
