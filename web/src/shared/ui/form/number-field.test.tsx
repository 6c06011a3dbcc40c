// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { NumberField } from './number-field.tsx';

function Field({ first, ...field }: { readonly first: number | '' } & Partial<Parameters<typeof NumberField>[0]>) {
  const [value, setValue] = useState<number | ''>(first);
  return (
    <>
      <NumberField label="Số" {...field} value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}
const field = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>('Số');
const type = (text: string): void => void fireEvent.change(field(), { target: { value: text } });
const held = (): unknown => JSON.parse(screen.getByRole('status').textContent ?? '');

test('a number is taken as it is typed, letters and points are not', async () => {
  await renderPage(<Field first="" />);
  type('12');
  type('12a');
  type('12.');

  expect([field().value, held()]).toEqual(['12', 12]);
});

test('a field may be emptied', async () => {
  await renderPage(<Field first={4} />);
  type('');
  fireEvent.blur(field());

  expect([field().value, held()]).toEqual(['', '']);
});

test('a year half typed is left alone and is brought within its bounds when the field is left', async () => {
  await renderPage(<Field first={2026} min={2000} max={2100} />);
  type('20');
  expect([field().value, held()]).toEqual(['20', 20]);
  fireEvent.blur(field());

  expect([field().value, held()]).toEqual(['2000', 2000]);
});

test('more than is allowed is never held', async () => {
  await renderPage(<Field first={3} max={99} />);
  type('345');

  expect([field().value, held()]).toEqual(['99', 99]);
});

test('days may be counted backwards where the field allows it', async () => {
  await renderPage(<Field first="" min={-365} max={365} />);
  type('-');
  type('-7');
  fireEvent.keyDown(field(), { key: 'ArrowDown' });

  expect([field().value, held()]).toEqual(['-8', -8]);
});

test('half days are typed with the comma of the language', async () => {
  await renderPage(<Field first={2.5} max={9999} decimals={2} />);
  expect(field().value).toBe('2,5');
  type('1,755');
  type('1,75');

  expect(held()).toBe(1.75);
});

test('an amount of money is shown in groups once it is typed', async () => {
  await renderPage(<Field first="" grouped />);
  type('1250000');
  fireEvent.blur(field());

  expect([field().value, held()]).toEqual(['1.250.000', 1_250_000]);
});
