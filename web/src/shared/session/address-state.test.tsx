// SPDX-License-Identifier: Apache-2.0
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, useLocation, useNavigate } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { useAddressState } from './address-state.ts';

afterEach(cleanup);

const empty = { search: '', order: 'desc' };

function Page() {
  const [values, change] = useAddressState(empty);
  const { search } = useLocation();
  return (
    <>
      <input aria-label="tìm" value={values.search} onChange={(event) => change({ ...values, search: event.currentTarget.value })} />
      <button type="button" onClick={() => change({ ...values, order: values.order === 'asc' ? 'desc' : 'asc' })}>
        {values.order}
      </button>
      <Link to="?">mọi dòng</Link>
      <output>{search}</output>
    </>
  );
}

function open(at: string): void {
  render(
    <MemoryRouter initialEntries={[at]}>
      <Page />
    </MemoryRouter>,
  );
}

test('the address tells what the list shows, and only what differs from the usual', () => {
  open('/');
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'điện biên' } });
  expect(new URLSearchParams(screen.getByRole('status').textContent ?? '').get('search')).toBe('điện biên');

  fireEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('status').textContent).toContain('order=asc');

  fireEvent.click(screen.getByRole('button'));
  expect(screen.getByRole('status').textContent).not.toContain('order');
});

test('an address that was kept shows the list as it was, and a new one is followed', () => {
  open('/?search=xa&order=asc');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('xa');
  expect(screen.getByRole('button').textContent).toBe('asc');

  act(() => screen.getByRole('link').click());
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
});

function Steps() {
  const [values, change] = useAddressState(empty);
  const navigate = useNavigate();
  return (
    <>
      <input aria-label="tìm" value={values.search} onChange={(event) => change({ ...values, search: event.currentTarget.value })} />
      <button type="button" onClick={() => change({ ...values, order: 'asc' }, 'step')}>
        {values.order}
      </button>
      <button type="button" onClick={() => void navigate(-1)}>
        lui
      </button>
    </>
  );
}

test('a step is gone back from, with what was typed before it; typing is not', () => {
  render(
    <MemoryRouter initialEntries={['/elsewhere', '/']} initialIndex={1}>
      <Steps />
    </MemoryRouter>,
  );
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'xã' } });
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'xã Mường' } });
  fireEvent.click(screen.getByRole('button', { name: 'desc' }));
  fireEvent.click(screen.getByRole('button', { name: 'lui' }));
  expect(screen.getByRole('button', { name: 'desc' })).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('xã Mường');
});

test('an address that the page has shown before is followed again', () => {
  open('/');
  for (let round = 0; round < 3; round += 1) {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'điện biên' } });
    fireEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('button').textContent).toBe('asc');
    act(() => screen.getByRole('link').click());
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
    expect(screen.getByRole('button').textContent).toBe('desc');
  }
});
