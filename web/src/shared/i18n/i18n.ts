// SPDX-License-Identifier: Apache-2.0
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, storedLanguage, storeLanguage } from './language.ts';
import common from './vi/common.json' with { type: 'json' };

const files = import.meta.glob<{ default: Record<string, unknown> }>('./{vi,en}/*.json');

/** Words come in files by language and feature, loaded when a page asks for them. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`no words for ${language}/${namespace}`), null);
    load().then(
      (file) => done(null, file.default),
      (error: Error) => done(error, null),
    );
  },
};

export const i18n = i18next.createInstance();

/** Sets the words up. Both languages have every word, so that neither is fetched for the other. */
export async function startWords(language: Language = storedLanguage()): Promise<void> {
  document.documentElement.lang = language;
  i18n.on('languageChanged', (next) => {
    document.documentElement.lang = next;
  });
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      resources: { vi: { common } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Changes the language of the screens and keeps the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await i18n.changeLanguage(language);
}

/** The language in which the screens are now. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'vi';
}
