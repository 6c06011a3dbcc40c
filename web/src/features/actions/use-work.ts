// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCan } from '../../shared/session/session.ts';
import { myWorkQuery, type ScoringWork, scoringWorkQuery, type WorkItem } from './actions.api.ts';

/** One row of what waits for me, whichever module told it. */
export type WorkRow = Omit<WorkItem, 'kind'> & { readonly kind: string };

/** What waits for me in inspections, recommendations and rounds of scoring together, the earliest deadline first. */
export function useWork() {
  const can = useCan();
  const told = useTold();
  const [ofInspections, ofScoring] = [can('inspections.read'), can('scoring.read_rounds')];
  const inspections = useQuery({ ...myWorkQuery, enabled: ofInspections });
  const scoring = useQuery({ ...scoringWorkQuery, enabled: ofScoring });
  const asked = [...(ofInspections ? [inspections] : []), ...(ofScoring ? [scoring] : [])];
  const isWhole = asked.every(({ data }) => data !== undefined);
  const rows: readonly WorkRow[] = [...(inspections.data?.rows ?? []), ...(scoring.data?.rows ?? []).map(told)];
  return {
    data: isWhole ? { rows: rows.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')) } : undefined,
    error: asked.find(({ error }) => error)?.error ?? null,
    isPending: asked.some(({ isPending }) => isPending),
    refetch: () => Promise.all(asked.map(({ refetch }) => refetch())),
  };
}

/** Says what waits in a round of scoring. */
function useTold(): (work: ScoringWork) => WorkRow {
  const { t } = useTranslation('actions');
  const format = useFormat();
  return ({ kind, roundTitle, sheets, items, ...where }) => {
    const title =
      items === null
        ? t(`scoring.${kind === 'approve' ? 'approve_sheets' : 'self_score_sheets'}`, {
            count: sheets ?? 0,
            sheets: format.number(sheets ?? 0),
          })
        : t(`scoring.${kind === 'self_score' && items === 0 ? 'hand_in' : kind}`, { count: items, items: format.number(items) });
    return { ...where, kind, title, detail: roundTitle };
  };
}
