// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';

/** The name of a recorded act in words; its code where it has none yet. */
export function useActionWord(): (action: string) => string {
  const { i18n } = useTranslation('log');
  return (action) => {
    const word: unknown = i18n.getResource(i18n.language, 'log', action);
    return typeof word === 'string' ? word : action;
  };
}
