// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../../../shared/api/problem.ts';
import { inspectionsKey, saveAnswers, visitQuery } from '../model/inspections.api.ts';
import type { ChecklistEntry, VisitSheet } from '../model/types.ts';
import { answerIn, type Draft, draftOf, type SaveState, sameDraft } from './answer-draft.ts';

const typingMs = 700;

/**
 * The answer to one item while it is edited: it is saved a moment after the last change, with the version that was
 * read; what somebody else changed meanwhile is told and never written over.
 */
export function useAnswerDraft(visitId: string, entry: ChecklistEntry) {
  const queries = useQueryClient();
  const [base, setBase] = useState(() => ({ ...draftOf(entry.answer), version: entry.answer?.version ?? null }));
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry.answer));
  const [refused, setRefused] = useState<Draft | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: ({ sent, version, fileIds }: { sent: Draft; version: number | null; fileIds?: readonly string[] }) =>
      saveAnswers(visitId, {
        answers: [{ itemId: entry.id, version, verdict: sent.verdict, note: sent.note.trim() || null, ...(fileIds ? { fileIds } : {}) }],
      }),
    onSuccess: (sheet: VisitSheet, { sent }) => {
      setBase({ ...sent, version: answerIn(sheet, entry.id)?.version ?? null });
      setLost(null);
      queries.setQueryData(visitQuery(visitId).queryKey, sheet);
      void queries.invalidateQueries({ queryKey: [...inspectionsKey, 'round'] });
    },
    onError: (_, { sent }) => setRefused(sent),
  });
  const isDirty = !sameDraft(draft, base);

  const theirs = entry.answer?.version ?? null;
  const adopts = !isDirty && !save.isPending && theirs !== null && theirs > (base.version ?? 0);
  if (adopts) {
    setBase({ ...draftOf(entry.answer), version: theirs });
    setDraft(draftOf(entry.answer));
  }

  const { mutate, isPending } = save;
  useEffect(() => {
    if (!isDirty || isPending || (refused && sameDraft(refused, draft))) return;
    const timer = setTimeout(() => mutate({ sent: draft, version: base.version }), draft.verdict === base.verdict ? typingMs : 120);
    return () => clearTimeout(timer);
  }, [draft, base, isDirty, isPending, refused, mutate]);
  useLastChance(isDirty && !isPending, () => mutate({ sent: draft, version: base.version }));

  const problem = save.error && refused && sameDraft(refused, draft) ? asProblem(save.error) : null;
  const state: SaveState = problem ? 'failed' : isPending ? 'saving' : isDirty ? 'unsaved' : base.version === null ? 'empty' : 'saved';
  return {
    draft,
    state,
    problem,
    lost,
    change: setDraft,
    retry: () => mutate({ sent: draft, version: base.version }),
    attach: (fileIds: readonly string[]) => save.mutateAsync({ sent: draft, version: base.version, fileIds }),
    /** Takes over what somebody else saved; the own note stays readable beside it. */
    reload: async () => {
      const sheet = await queries.fetchQuery({ ...visitQuery(visitId), staleTime: 0 });
      const answer = answerIn(sheet, entry.id);
      setLost(draft.note.trim() && draft.note !== (answer?.note ?? '') ? draft.note : null);
      setBase({ ...draftOf(answer), version: answer?.version ?? null });
      setDraft(draftOf(answer));
      setRefused(null);
    },
  };
}

/** Saves what is not yet saved when the page is left within the program, and asks before the window is closed. */
function useLastChance(isDirty: boolean, flush: () => void): void {
  const latest = useRef({ isDirty, flush });
  latest.current = { isDirty, flush };
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current.isDirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      if (latest.current.isDirty) latest.current.flush();
    };
  }, []);
}
