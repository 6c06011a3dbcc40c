// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { type ComponentType, Suspense, useState } from 'react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { lazyPart } from './lazy-part.tsx';
import { Toasts } from './toasts.tsx';

// As after an upgrade: the file that this page was built with is there no more.
const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const GoneDialog: ComponentType<{ readonly opened: boolean; readonly onClose: () => void }> = lazyPart(gone);
const GonePanel: ComponentType<{ readonly opened: boolean }> = lazyPart(gone);

function Page() {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState(false);
  return (
    <Suspense>
      <input aria-label="Ghi chú" />
      <button type="button" onClick={() => setAsking(true)}>
        Rút
      </button>
      <button type="button" onClick={() => setOpened(true)}>
        Xem
      </button>
      <Suspense>
        <GoneDialog opened={asking} onClose={() => setAsking(false)} />
      </Suspense>
      <Suspense>
        <GonePanel opened={opened} />
      </Suspense>
      <Toasts />
    </Suspense>
  );
}

const sentence = /Chưa tải được phần này của trang.*Nội dung đang nhập vẫn còn/;
const typed = () => (screen.getByLabelText('Ghi chú') as HTMLInputElement).value;

test('a dialog whose file is gone says so each time it is opened, and what was typed on the page stays', async () => {
  await renderPage(<Page />);
  fireEvent.change(screen.getByLabelText('Ghi chú'), { target: { value: 'Viết dở' } });

  for (const times of [1, 2]) {
    fireEvent.click(screen.getByRole('button', { name: 'Rút' }));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(times));
  }

  expect(screen.getAllByRole('alert')[0]?.textContent).toMatch(sentence);
  expect(typed()).toBe('Viết dở');
});

test('any other part whose file is gone says so in its place', async () => {
  await renderPage(<Page />);
  fireEvent.change(screen.getByLabelText('Ghi chú'), { target: { value: 'Viết dở' } });
  const before = screen.queryAllByRole('alert').length;

  fireEvent.click(screen.getByRole('button', { name: 'Xem' }));

  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(before + 1));
  expect(typed()).toBe('Viết dở');
});
