// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/format/days.ts';
import type { DossierStatus } from '../dossier-state.tsx';
import { type Alike, alikeQuery } from './desk.api.ts';
import css from './desk.module.css';
import { alikeAsked, type ReceptionDraft } from './reception-draft.ts';

/** Says that the same person has handed in the same procedure of late; the desk decides whether it is another dossier. */
export function AlikeNotice({ draft }: { readonly draft: ReceptionDraft }) {
  const now = alikeAsked(draft);
  // A text, because an object is another one each time.
  const [text] = useDebouncedValue(now ? JSON.stringify(now) : '', 400);
  return text ? <Found asked={JSON.parse(text) as Alike} /> : null;
}

function Found({ asked }: { readonly asked: Alike }) {
  const { t } = useTranslation(['desk', 'dossiers']);
  const rows = useQuery(alikeQuery(asked)).data?.rows ?? [];
  return (
    <div role="status">
      {rows.length > 0 ? (
        <div className={css['alike']}>
          <p>{t('desk:alike.title')}</p>
          <ul>
            {rows.map(({ code, applicantName, at, status, by }) => (
              <li key={code}>
                <a href={`/dossiers/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer">
                  {code}
                </a>{' '}
                {t(`desk:alike.${by}`, {
                  name: applicantName,
                  moment: formatInstant(at),
                  state: t(`dossiers:status.${String(status) as DossierStatus}`),
                })}
              </li>
            ))}
          </ul>
          <p className="small soft">{t('desk:alike.new_tab')}</p>
        </div>
      ) : null}
    </div>
  );
}
