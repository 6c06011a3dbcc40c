// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../shared/ui/feedback/lazy-part.tsx';
import { Skeleton } from '../../../shared/ui/feedback/states.tsx';

const NewRecommendation = lazyPart(() => import('./new-recommendation.tsx').then((file) => file.NewRecommendation));

/** A button that opens into the form of a recommendation. */
export function RecommendForm({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('inspections');
  const [opened, setOpened] = useState(false);
  if (!opened) {
    return (
      <div className="no-print" style={{ marginTop: 12 }}>
        <Button size="xs" variant="default" onClick={() => setOpened(true)}>
          {t('recommend.add')}
        </Button>
      </div>
    );
  }
  return (
    <div style={{ marginTop: 14 }}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <NewRecommendation visitId={visitId} onClose={() => setOpened(false)} />
      </Suspense>
    </div>
  );
}
