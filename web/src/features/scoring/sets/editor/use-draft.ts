// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsaved } from '../../../../shared/session/unsaved.ts';
import { toastDone } from '../../../../shared/ui/feedback/toasts.tsx';
import { checkContent, type SetContent, type SetSheet, saveDraft, setsKey } from '../sets.api.ts';
import { edited, redone, startHistory, undone } from './edit-history.ts';

/** A draft under the hands: what was changed, its faults as the server finds them, undo, redo, save. */
export function useDraft(sheet: SetSheet) {
  const { t } = useTranslation('sets');
  const queries = useQueryClient();
  const [history, setHistory] = useState(() => startHistory(sheet.content));
  const [version, setVersion] = useState(sheet.version);
  const [saved, setSaved] = useState(sheet.content);
  const isChanged = history.present !== saved;
  useUnsaved(isChanged);

  const check = useQuery({
    queryKey: [...setsKey, 'check', history.present],
    queryFn: () => checkContent(history.present),
    enabled: isChanged,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const told = isChanged && check.data ? check.data : sheet;

  const save = useMutation({
    mutationFn: (content: SetContent) => saveDraft(sheet.id, { version, content }),
    onSuccess: async (answer, content) => {
      setVersion(answer.version);
      setSaved(content);
      queries.setQueryData([...setsKey, sheet.id], answer);
      toastDone(t('saved'));
      await queries.invalidateQueries({ queryKey: [...setsKey, 'list'] });
    },
  });

  const undo = (): void => setHistory(undone);
  const redo = (): void => setHistory(redone);
  useDraftKeys({ undo, redo, save: () => isChanged && !save.isPending && save.mutate(history.present) });
  return {
    content: history.present,
    faults: told.faults,
    rules: told.rules,
    isChanged,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (next: SetContent) => setHistory((now) => edited(now, next)),
    undo,
    redo,
    save,
    version,
  };
}

export type Draft = ReturnType<typeof useDraft>;

/** Ctrl Z, Ctrl Y and Ctrl S, unless a field is being typed in, which has an undo of its own. */
function useDraftKeys({ undo, redo, save }: { readonly undo: () => void; readonly redo: () => void; readonly save: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (key === 's') save();
      else if (typing) return;
      else if (key === 'z' && !event.shiftKey) undo();
      else if (key === 'y' || key === 'z') redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
