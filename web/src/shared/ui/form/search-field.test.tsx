// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { type Named, SearchField } from './search-field.tsx';
import { useSearchText } from './use-search-text.ts';

const units: readonly Named[] = [
  { id: '1', name: 'Xã Thanh Nưa' },
  { id: '2', name: 'Xã Mường Phăng' },
];

function Field({ first }: { readonly first: Named | null }) {
  const [value, setValue] = useState(first);
  const text = useSearchText(value?.name);
  return (
    <>
      <SearchField
        label="Đơn vị"
        value={value}
        onChange={setValue}
        text={text}
        found={text.isReached ? units : []}
        status="success"
        none="Không có đơn vị nào khớp"
        failed="Chưa tải được"
        clearable
      />
      <p>chọn {value?.id ?? 'chưa'}</p>
    </>
  );
}
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Đơn vị' });
/** A field that is reached opens its list as soon as it is there. */
const withList = (): Promise<void> => waitFor(() => expect(field().getAttribute('aria-expanded')).toBe('true'));

for (const first of [null, units[0] ?? null]) {
  test(`what is typed before the list is there is kept, and so is the focus (${first?.name ?? 'nothing chosen'})`, async () => {
    await renderPage(<Field first={first} />);
    field().focus();
    fireEvent.change(field(), { target: { value: 'muong' } });
    field().setSelectionRange(2, 2);
    await withList();

    expect(field().value).toBe('muong');
    expect(document.activeElement).toBe(field());
    expect(field().selectionStart).toBe(2);
  });
}

test('an option is chosen from the keyboard', async () => {
  await renderPage(<Field first={null} />);
  field().focus();
  await withList();
  await screen.findByRole('option', { name: 'Xã Mường Phăng', hidden: true });
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) fireEvent.keyDown(field(), { key, code: key });

  expect(screen.getByText('chọn 2')).toBeTruthy();
  expect(field().value).toBe('Xã Mường Phăng');
});

test('the choice is taken back before the list is there', async () => {
  const { container } = await renderPage(<Field first={units[0] ?? null} />);
  expect(field().value).toBe('Xã Thanh Nưa');
  fireEvent.click(container.querySelector('button')!);

  expect(screen.getByText('chọn chưa')).toBeTruthy();
  expect(field().value).toBe('');
});

test('what is chosen is offered among other words only where it has them', async () => {
  await renderPage(<Field first={{ id: '9', name: 'Sở Nội vụ' }} />);
  field().focus();
  await withList();
  const offered = (): (string | null)[] => screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent);
  await waitFor(() => expect(offered()).toEqual(['Sở Nội vụ', 'Xã Thanh Nưa', 'Xã Mường Phăng']));
  fireEvent.change(field(), { target: { value: 'xa' } });

  expect(offered()).toEqual(['Xã Thanh Nưa', 'Xã Mường Phăng']);
});
