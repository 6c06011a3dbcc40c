// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { DropPanel } from '../layout/drop-panel.tsx';
import { Confirm } from './confirm.tsx';
import { Toasts } from './toasts.tsx';

// As after an upgrade: the file that this page was built with is there no more.
const gone = vi.hoisted(() => () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});
vi.mock('./confirm-dialog.tsx', gone);
vi.mock('../layout/floating-panel.tsx', gone);

function Page() {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <input aria-label="Ghi chú" />
      <button type="button" onClick={() => setAsking(true)}>
        Rút
      </button>
      <Confirm opened={asking} title="Rút kiến nghị" verb="Rút hẳn" onClose={() => setAsking(false)} onConfirm={() => undefined} />
      <DropPanel opened={opened} onOpened={setOpened} width={200} button={(press) => <button {...press}>Xem</button>}>
        Nội dung
      </DropPanel>
      <Toasts />
    </>
  );
}

const sentence = /Chưa tải được phần này của trang.*Nội dung đang nhập vẫn còn/;

test('a dialog whose file is gone says so, and what was typed on the page stays', async () => {
  await renderPage(<Page />);
  fireEvent.change(screen.getByLabelText('Ghi chú'), { target: { value: 'Viết dở' } });
  const button = screen.getByRole('button', { name: 'Rút' });
  button.focus();

  for (const times of [1, 2]) {
    fireEvent.click(button);
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(times));
  }

  expect(screen.getAllByRole('alert')[0]?.textContent).toMatch(sentence);
  expect((screen.getByLabelText('Ghi chú') as HTMLInputElement).value).toBe('Viết dở');
  expect(document.activeElement).toBe(button);
});

test('a panel whose file is gone says so in its place', async () => {
  await renderPage(<Page />);
  fireEvent.change(screen.getByLabelText('Ghi chú'), { target: { value: 'Viết dở' } });
  const before = screen.queryAllByRole('alert').length;

  fireEvent.click(screen.getByRole('button', { name: 'Xem' }));

  await waitFor(() => expect(screen.getAllByRole('alert').length).toBe(before + 1));
  expect((screen.getByLabelText('Ghi chú') as HTMLInputElement).value).toBe('Viết dở');
});
