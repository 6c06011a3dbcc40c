// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import css from './search-palette.module.css';
import type { Found, SearchSource } from './search-sources.ts';

export type FoundGroup = { readonly key: 'pages' | SearchSource['key']; readonly found: readonly Found[]; readonly failed: boolean };

type Props = {
  readonly groups: readonly FoundGroup[];
  readonly chosen: Found | undefined;
  readonly onHover: (found: Found) => void;
  readonly onGo: (found: Found) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** What was found, by kind; the focus stays in the field above. */
export function PaletteList({ groups, chosen, onHover, onGo, onKeyDown }: Props) {
  const { t } = useTranslation();
  return (
    <div id="palette-list" role="listbox" aria-label={t('palette.title')} className={css['list']}>
      {groups.map((group) => (
        <section key={group.key} aria-label={t(`palette.${group.key}`)}>
          <p className={css['group']} aria-hidden="true">
            {t(`palette.${group.key}`)}
          </p>
          {group.failed ? <p className={css['failed']}>{t('palette.failed')}</p> : null}
          {group.found.map((found) => (
            <div
              key={found.id}
              id={`found-${found.id}`}
              role="option"
              aria-selected={found === chosen}
              className={css['found']}
              tabIndex={-1}
              onMouseMove={() => onHover(found)}
              onClick={() => onGo(found)}
              onKeyDown={onKeyDown}
            >
              <span>{found.title}</span>
              {found.detail ? <span className={css['detail']}>{found.detail}</span> : null}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
