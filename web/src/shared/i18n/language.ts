// SPDX-License-Identifier: Apache-2.0

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'tuongminh.language';

/** The language chosen on this device; Vietnamese until someone chooses. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Keeps the choice on this device; a browser that stores nothing keeps it for the page only. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Private windows refuse storage: the choice then lasts as long as the page.
  }
}
