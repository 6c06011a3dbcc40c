// SPDX-License-Identifier: Apache-2.0
import { i18n } from '../../i18n/i18n.ts';

const keys = { valueMissing: 'form.required_error', typeMismatch: 'form.email_error' } as const;

/** Says in the language of the page what the browser would say in its own: offices use browsers in English. */
export function speakForFields(page: Document): void {
  page.addEventListener(
    'invalid',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
      const { validity } = target;
      if (validity.customError) return;
      const key = validity.valueMissing ? keys.valueMissing : validity.typeMismatch && target.type === 'email' ? keys.typeMismatch : null;
      if (!key) return;
      target.setCustomValidity(i18n.t(key));
      // Whatever the person does next, the field is judged anew: its value may change without a key pressed in it.
      const over = new AbortController();
      const clear = (): void => {
        target.setCustomValidity('');
        over.abort();
      };
      for (const event of ['pointerdown', 'keydown', 'input']) page.addEventListener(event, clear, { capture: true, signal: over.signal });
    },
    true,
  );
}
