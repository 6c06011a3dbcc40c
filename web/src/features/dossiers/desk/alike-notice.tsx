// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/format/days.ts';
import { type Alike, alikeQuery } from './desk.api.ts';
import css from './desk.module.css';
import { alikeAsked, type ReceptionDraft } from './reception-draft.ts';

/** Says that the same person has handed in the same procedure of late; the desk decides whether it is another dossier. */
export function AlikeNotice({ draft }: { readonly draft: ReceptionDraft }) {
  const [asked] = useDebouncedValue(alikeAsked(draft), 400);
  return asked ? <Found asked={asked} by={asked.applicant.identityNumber ? 'number' : 'name'} /> : null;
}

function Found({ asked, by }: { readonly asked: Alike; readonly by: 'number' | 'name' }) {
  const { t } = useTranslation('desk');
  const rows = useQuery(alikeQuery(asked)).data?.rows ?? [];
  return (
    <div role="status">
      {rows.length > 0 ? (
        <div className={css['alike']}>
          <p>{t(`alike.${by}`)}</p>
          <ul>
            {rows.map(({ code, applicantName, at, isOpen }) => (
              <li key={code}>
                <a href={`/dossiers/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer" title={t('alike.new_tab')}>
                  {code}
                </a>{' '}
                {t('alike.row', { name: applicantName, moment: formatInstant(at), state: t(isOpen ? 'alike.open' : 'alike.finished') })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
