// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { i18n } from '../../../shared/i18n/i18n.ts';
import { renderPage } from '../../../shared/testing/render-page.tsx';
import type { StatementKind } from '../model/types.ts';
import { StatementForm } from './statement-form.tsx';

async function open(kind: StatementKind): Promise<HTMLButtonElement> {
  (await renderPage(null)).unmount();
  await i18n.loadNamespaces('inspections');
  await renderPage(<StatementForm kind={kind} place={{ roundId: 'r' }} figures={[]} onDone={() => undefined} />);
  fireEvent.change(screen.getAllByRole('textbox')[0]!, { target: { value: 'Hồ sơ đất đai trả kết quả chậm.' } });
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Lưu' });
}

test.each(['strength', 'finding'] as const)('a %s is kept only with its reform field', async (kind) => {
  const save = await open(kind);
  expect(save.disabled).toBe(true);

  fireEvent.change(screen.getByLabelText(/^Lĩnh vực/), { target: { value: 'procedures' } });

  expect(save.disabled).toBe(false);
});

test('a proposal names its field and to whom it goes', async () => {
  const save = await open('proposal');
  fireEvent.change(screen.getByLabelText(/^Lĩnh vực/), { target: { value: 'procedures' } });
  expect(save.disabled).toBe(true);

  fireEvent.change(screen.getByLabelText(/^Gửi tới/), { target: { value: 'UBND tỉnh' } });

  expect(save.disabled).toBe(false);
});

test('a conclusion may be general', async () => {
  expect((await open('conclusion')).disabled).toBe(false);
});
