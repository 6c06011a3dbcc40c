// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { Confirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';

function Page() {
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Sửa
      </button>
      {opened ? (
        <Dialog title="Sửa kiến nghị" onClose={() => setOpened(false)}>
          <button type="button" onClick={() => setAsking(true)}>
            Rút
          </button>
        </Dialog>
      ) : null}
      {asking ? (
        <Confirm opened title="Rút kiến nghị" verb="Rút hẳn" onClose={() => setAsking(false)} onConfirm={() => setAsking(false)} />
      ) : null}
    </>
  );
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}
const focused = (): string | null | undefined => document.activeElement?.textContent;

test('a dialog that is closed gives the focus back to the button that opened it', async () => {
  await renderPage(<Page />);
  await press('Sửa');
  expect(await screen.findByRole('dialog', { name: 'Sửa kiến nghị' })).toBeTruthy();
  await press('Đóng');

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(focused()).toBe('Sửa');
});

test('a question asked within a dialog gives the focus back into the dialog', async () => {
  await renderPage(<Page />);
  await press('Sửa');
  await press('Rút');
  await press('Hủy');

  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Rút kiến nghị' })).toBeNull());
  expect(focused()).toBe('Rút');
});
