// SPDX-License-Identifier: Apache-2.0
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../shared/api/query-client.ts';
import { choosePosition } from '../shared/session/position.ts';
import type { Session } from '../shared/session/session.ts';
import { forgetUnsaved, hasUnsaved } from '../shared/session/unsaved.ts';
import { lazyPart } from '../shared/ui/feedback/lazy-part.tsx';
import { IconChevronDown } from '../shared/ui/icons.ts';
import { DropPanel } from '../shared/ui/layout/drop-panel.tsx';
import css from './position-switch.module.css';

const LeaveDialog = lazyPart(() => import('./leave-dialog.tsx').then((file) => file.LeaveDialog));

/** For a person with several positions: in which one do I work now? What is shown follows it. */
export function PositionSwitch({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<{ readonly id: string | null } | null>(null);
  const { positions, chosenPositionId } = session;
  const chosen = positions.find((position) => position.id === chosenPositionId);
  const all = t('position.all', { count: positions.length });
  const change = (id: string | null): void => {
    choosePosition(id);
    forgetUnsaved();
    setAsked(null);
    void queryClient.resetQueries();
  };
  const ask = (id: string | null): void => {
    setOpened(false);
    if (id === chosenPositionId) return;
    if (hasUnsaved()) setAsked({ id });
    else change(id);
  };
  const choices = [{ id: null, title: all, unitName: t('position.all_help') }, ...positions];
  return (
    <>
      <DropPanel
        opened={opened}
        onOpened={setOpened}
        position="bottom-start"
        width={320}
        label={t('position.label')}
        button={(press) => (
          <button type="button" className={css['switch']} {...press}>
            <span className={css['hidden']}>{t('position.label')}: </span>
            {chosen ? (
              <span>
                <span className={css['title']}>{chosen.title}, </span>
                {chosen.unitName}
              </span>
            ) : (
              <span>{all}</span>
            )}
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        )}
      >
        <ul className={css['choices']}>
          {choices.map(({ id, title, unitName }) => (
            <li key={id ?? 'all'}>
              <button type="button" aria-pressed={id === chosenPositionId} onClick={() => ask(id)}>
                <span>{title}</span>
                <span className="small soft">{unitName}</span>
              </button>
            </li>
          ))}
        </ul>
      </DropPanel>
      {asked ? (
        <Suspense>
          <LeaveDialog onStay={() => setAsked(null)} onLeave={() => change(asked.id)} />
        </Suspense>
      ) : null}
    </>
  );
}
