// SPDX-License-Identifier: Apache-2.0
import { MantineProvider, TextInput } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { hasUnsaved } from '../shared/session/unsaved.ts';
import { renderPage } from '../shared/testing/render-page.tsx';
import { Form } from '../shared/ui/form/form.tsx';
import { LeaveGuard } from './leave-guard.tsx';

function Frame() {
  return (
    <>
      <Link to="/other">trang khác</Link>
      <Outlet />
      <LeaveGuard />
    </>
  );
}

async function openForm(onSubmit = vi.fn()): Promise<void> {
  // The words and what jsdom lacks are set up by the usual way to render.
  (await renderPage(null)).unmount();
  const form = (
    <Form verb="Lưu" pending={false} onSubmit={onSubmit}>
      <TextInput label="Nhận xét" />
    </Form>
  );
  const children = [
    { index: true, element: form },
    { path: 'other', element: <p>đã sang trang khác</p> },
  ];
  const router = createMemoryRouter([{ path: '/', element: <Frame />, children }]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  await screen.findByLabelText('Nhận xét');
}

test('a page on which nothing was typed is left at once', async () => {
  await openForm();
  fireEvent.click(screen.getByRole('link'));

  expect(await screen.findByText('đã sang trang khác')).toBeTruthy();
});

test('what was typed is not lost by a step elsewhere: one may stay, or leave knowingly', async () => {
  await openForm();
  fireEvent.input(screen.getByLabelText('Nhận xét'), { target: { value: 'còn dang dở' } });
  expect(hasUnsaved()).toBe(true);

  fireEvent.click(screen.getByRole('link'));
  fireEvent.click(await screen.findByRole('button', { name: 'Ở lại để lưu' }));
  expect(screen.getByLabelText<HTMLInputElement>('Nhận xét').value).toBe('còn dang dở');

  fireEvent.click(screen.getByRole('link'));
  const leave = await screen.findByRole('button', { name: 'Rời trang, không lưu' });
  await act(async () => leave.click());
  expect(await screen.findByText('đã sang trang khác')).toBeTruthy();
  expect(hasUnsaved()).toBe(false);
});

test('closing the window is asked about as long as something is not saved', async () => {
  await openForm();
  const closes = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(closes()).toBe(true);

  fireEvent.input(screen.getByLabelText('Nhận xét'), { target: { value: 'còn dang dở' } });

  expect(closes()).toBe(false);
});
